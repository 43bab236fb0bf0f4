internal import ControlModel
internal import Diagnostics
internal import Digests

/// Gives torn lines to their entries where the digests that ship with the catalog prove the order.
///
/// A digest is the whole proof: no order is taken because it looks right.
struct TornProof {
  /// The document with what was proven; what was not stays torn.
  private(set) var document: ImportedDocument

  private let controls: [String: Control]
  private let places: [String: Int]
  private var budget = TornLines.Budget()
  private var proven: [String] = []

  init(_ document: ImportedDocument, by catalog: Catalog) {
    self.document = document
    guard !document.torn.isEmpty || document.needsProof else {
      controls = [:]
      places = [:]
      return
    }
    controls = Dictionary(
      catalog.controls.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    places = Dictionary(
      catalog.controls.enumerated().map { ($1.id.rawValue, $0) },
      uniquingKeysWith: { first, _ in first })
    let torn = document.torn
    self.document.torn = []
    if document.needsProof { takeBackUnproven() }
    let entries = Dictionary(
      self.document.entries.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var parts: [TornText] = []
    for text in torn {
      // Texts of entries that are there: their places do not move.
      if text.ids.count == 1, let place = entries[text.ids[0]] {
        proveWhole(text, at: place)
      } else {
        parts.append(text)
      }
    }
    for text in parts { proveParts(text) }
    tell()
  }

  private func digest(of id: String) -> String? {
    controls[id].flatMap { $0.statementSHA256.isEmpty ? nil : $0.statementSHA256 }
  }

  /// Takes the text from each entry that has another than the digest says.
  private mutating func takeBackUnproven() {
    var kept: [ImportedEntry] = []
    for var entry in document.entries {
      if !entry.statement.isEmpty, controls[entry.id] != nil, !isProven(entry) {
        document.torn.append(
          TornText(
            ids: [entry.id], kind: entry.kind,
            lines: [
              TornText.Line(text: entry.statement, hasBullet: false, locator: entry.locator)
            ]))
        entry.statement = ""
        entry.rawText = ""
        if entry.title.isEmpty { continue }
      }
      kept.append(entry)
    }
    document.entries = kept
  }

  private func isProven(_ entry: ImportedEntry) -> Bool {
    guard let digest = digest(of: entry.id) else { return false }
    return [entry.statement, entry.rawText].contains { SHA256.hex(of: $0) == digest }
  }

  /// All lines are the text of one entry, which is there already.
  private mutating func proveWhole(_ text: TornText, at index: Int) {
    guard text.lines.count <= TornLines.lineLimit, let digest = digest(of: text.ids[0]) else {
      document.torn.append(text)
      return
    }
    var lines = TornLines(text.lines)
    guard let order = lines.order(of: digest, &budget) else {
      document.torn.append(text)
      return
    }
    document.entries[index].statement = lines.text(of: order)
    document.entries[index].rawText = document.entries[index].statement
    proven.append(text.ids[0])
  }

  /// The lines are those of several entries, of which each is made when its text is proven.
  private mutating func proveParts(_ text: TornText) {
    guard text.lines.count <= TornLines.lineLimit else {
      document.torn.append(text)
      return
    }
    var lines = TornLines(text.lines)
    var free = Array(text.lines.indices)
    var rest = text
    for passing in TornLines.Passing.allCases {
      for id in rest.ids {
        guard let digest = digest(of: id), let control = controls[id],
          let order = lines.part(of: digest, in: free, passing: passing, &budget)
        else { continue }
        free.removeAll(where: order.contains)
        rest.ids.removeAll { $0 == id }
        let statement = lines.text(of: order)
        insert(
          ImportedEntry(
            id: id, kind: text.kind, parent: control.parent, statement: statement,
            rawText: statement, locator: text.lines[order[0]].locator))
        proven.append(id)
      }
    }
    rest.lines = free.map { text.lines[$0] }
    if !rest.ids.isEmpty {
      document.torn.append(rest)
    } else {
      // Each point has its text: these are none of it.
      document.unplaced += rest.lines.map {
        UnplacedText(
          text: $0.text, position: "among the points of \(text.ids[0])", locator: $0.locator)
      }
    }
  }

  /// Puts an entry behind the last one that the catalog has before it.
  private mutating func insert(_ entry: ImportedEntry) {
    let place = places[entry.id] ?? 0
    let before = document.entries.lastIndex { places[$0.id].map { $0 < place } ?? false }
    let after = document.entries.firstIndex { places[$0.id].map { $0 > place } ?? false }
    document.entries.insert(
      entry, at: before.map { $0 + 1 } ?? after ?? document.entries.endIndex)
  }

  private mutating func tell() {
    guard !proven.isEmpty else { return }
    document.diagnostics.append(
      Diagnostic(
        .note, id: "import-reading",
        "put the lines of \(proven.count) entries back into the order of the print, each proven by "
          + "its digest: " + proven.prefix(12).joined(separator: ", ")
          + (proven.count > 12 ? " and \(proven.count - 12) more" : ""),
        at: SourceLocation(file: document.fileName)))
  }
}
