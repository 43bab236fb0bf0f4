internal import ControlModel
internal import Diagnostics

extension ImportedDocument {
  /// One document out of the parts that a publisher splits it into: pages of a site, files of a
  /// set. They are put into the order of their first ids, for files are rarely named in it.
  ///
  /// A page repeats the heading of the section that it belongs to; only the one with text stays.
  /// Text that comes twice alike stays once, and a note says so.
  ///
  /// - Parameter parts: documents of one catalog, read by one importer; not empty.
  public static func joining(_ parts: [ImportedDocument]) -> ImportedDocument? {
    guard let first = parts.first, parts.count > 1 else { return parts.first }
    let ordered = parts.map(\.namingItsFile).enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }.map(\.element)
    guard var whole = ordered.first else { return first }
    for part in ordered.dropFirst() {
      whole.partsOfOthers.merge(part.partsOfOthers) { first, _ in first }
      whole.doubtfulSeries.merge(part.doubtfulSeries) { first, _ in first }
      whole.otherEdition = whole.otherEdition ?? part.otherEdition
      whole.entries += part.entries
      whole.unplaced += part.unplaced
      whole.torn += part.torn
      whole.needsProof = whole.needsProof || part.needsProof
      whole.surroundingBlocks += part.surroundingBlocks
      whole.diagnostics += part.diagnostics
      if whole.earlyEnd.isEmpty { whole.earlyEnd = part.earlyEnd }
    }
    whole.dropTwins()
    whole.fileName = name(of: parts)
    whole.sha256 = parts.map(\.sha256).joined(separator: " ")
    return whole
  }

  private static func name(of parts: [ImportedDocument]) -> String {
    let names = parts.map(\.fileName)
    guard names.count > 4 else { return names.joined(separator: ", ") }
    return names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more files"
  }

  /// The same, with each place naming the file as the user named it.
  private var namingItsFile: ImportedDocument {
    var named = self
    let file = Locator.Part("document", fileName)
    for index in named.entries.indices { named.entries[index].locator.parts.append(file) }
    for index in named.unplaced.indices { named.unplaced[index].locator.parts.append(file) }
    for index in named.torn.indices {
      for line in named.torn[index].lines.indices {
        named.torn[index].lines[line].locator.parts.append(file)
      }
    }
    if !earlyEnd.isEmpty { named.earlyEnd = "\(fileName): \(earlyEnd)" }
    return named
  }

  /// The place of the part's first id among those of its catalog; parts without any come first.
  private var position: NaturalOrder {
    // A page may begin with the title of the section that holds it.
    let ids = entries.prefix { $0.kind == .section }.map(\.id)
    let next = entries.dropFirst(ids.count).first?.id
    return NaturalOrder(next ?? ids.first ?? "")
  }

  private mutating func dropTwins() {
    let full = Set(entries.filter { !$0.statement.isEmpty }.map(\.id))
    var seen: [String: String] = [:]
    var twins: [String] = []
    entries = entries.filter { entry in
      if entry.statement.isEmpty, full.contains(entry.id) { return false }
      guard let known = seen[entry.id] else {
        seen[entry.id] = entry.statement
        return true
      }
      guard known == entry.statement else { return true }
      if !known.isEmpty { twins.append(entry.id) }
      return false
    }
    guard !twins.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .note, id: "import-reading",
        "\(twins.count) entries stand in more than one file with the same text",
        at: SourceLocation(file: fileName)))
  }
}

/// Ids in the order in which people count: `A2` before `A10`, `1.9` before `1.10`.
private struct NaturalOrder: Comparable {
  private var parts: [(text: String, number: Int)] = []

  init(_ id: String) {
    var text = ""
    var digits = ""
    func part() -> (String, Int) { (text, Int(digits) ?? -1) }
    for character in id.lowercased() {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        if !digits.isEmpty {
          parts.append(part())
          (text, digits) = ("", "")
        }
        text.append(character)
      }
    }
    parts.append(part())
  }

  static func < (one: NaturalOrder, other: NaturalOrder) -> Bool {
    for (left, right) in zip(one.parts, other.parts) where left != right { return left < right }
    return one.parts.count < other.parts.count
  }

  static func == (one: NaturalOrder, other: NaturalOrder) -> Bool {
    !(one < other) && !(other < one)
  }
}
