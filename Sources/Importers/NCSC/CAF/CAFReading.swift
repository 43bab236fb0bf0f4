internal import ControlModel
internal import Diagnostics

/// What the Cyber Assessment Framework, in whatever form it comes, says: its entries, and the
/// number of the edition where one is printed.
struct CAFReading {
  private(set) var entries: [ImportedEntry] = []
  private(set) var unplaced: [UnplacedText] = []
  private(set) var surroundingBlocks = 0
  /// The edition's number as printed, or nil.
  private(set) var printed: String?
  private(set) var diagnostics: [Diagnostic] = []
  /// The columns that were not read for sure.
  private(set) var doubts: [CAFDoubt] = []

  /// Whether there was more than the framework can have, and the reading was ended.
  private(set) var isCut = false

  /// The reading of a document, made once for all editions; nil when it cannot be the framework.
  static func of(_ document: SourceDocument) -> CAFReading? {
    document.memo.value { CAFReading(document) }
  }

  private init?(_ document: SourceDocument) {
    switch document.content {
    case .lines(let lines):
      let isMarkdown = CAFMarkdown.holds(lines)
      guard isMarkdown || CAFText.mayBeFramework(lines) else { return nil }
      printed = Self.printedNumber(lines.prefix(40).map { FoldedText.fold($0) })
      let edition = edition { Self.titles(in: lines) }
      if isMarkdown {
        let markdown = CAFMarkdown(lines, as: edition)
        take(CAFReader(markdown.pieces))
        take(markdown.doubts, file: document.fileName)
      } else {
        guard let edition, let text = CAFText(lines, as: edition) else { return nil }
        take(CAFReader(text.pieces))
        unplaced += text.unplaced
        take(text.doubts, file: document.fileName)
        tell(text.restored, file: document.fileName)
        if let note = CAFWording(entries, as: edition).spacing(in: document.fileName) {
          diagnostics.append(note)
        }
      }
    case .page:
      guard let page = document.ncscPage else { return nil }
      let headings = page.blocks.compactMap { CAFReader.Heading($0.text) }
      guard !headings.isEmpty else { return nil }
      // A page of an objective has no tables: then it has to say that it is the framework's.
      isNamed =
        page.titles.contains {
          let title = $0.lowercased()
          return title.contains("cyber assessment framework") || Self.isNamed(title)
        } && page.blocks.contains { $0.isHeading && CAFReader.Heading($0.text) != nil }
      take(CAFReader(CAFPage.pieces(of: page.blocks), isPage: true))
      printed = page.version ?? Self.printedNumber(page.titles)
    case .tree(let root):
      guard let tree = CAFTree(root, file: document.fileName) else { return nil }
      entries = tree.entries
      unplaced = tree.unplaced
      diagnostics = tree.diagnostics
      printed = tree.version
    case .layout(let layout):
      guard CAFLayout.mayBeFramework(layout) else { return nil }
      let opening = layout.pages.prefix(2).flatMap(\.lines).map(\.folded)
      printed = Self.printedNumber(opening.filter { $0.utf8.count < 120 })
      let edition = edition { CAFLayout.titles(of: layout) }
      let pieces = CAFLayout.pieces(of: layout, edition)
      // A page of the site that was printed has its passages.
      take(CAFReader(pieces, isPage: pieces.contains { $0.content == .heading("Principle") }))
    }
  }

  /// The edition that the document prints, else that its titles tell; nil when it prints another, or
  /// fits both.
  private func edition(titles: () -> [String]) -> CAFEdition? {
    if let printed { return CAFEdition(rawValue: printed) }
    let outcomes = titles().prefix(1_000).compactMap { CAFReader.Heading($0) }.map {
      ImportedEntry(id: $0.id, kind: .outcome, title: $0.title)
    }
    let told = CAFEdition.told(by: outcomes, printed: nil).editions
    return told.count == 1 ? told.first : nil
  }

  /// The titles of outcomes in a text.
  private static func titles(in lines: [String]) -> [String] {
    lines.lazy.filter { $0.utf8.count < 400 }.map { line in
      if case .heading(let title) = MarkdownLine(line) { return title }
      return FoldedText.fold(line)
    }.filter { CAFText.heading($0)?.kind == .outcome }
  }

  private mutating func take(_ doubts: [CAFDoubt], file: String) {
    self.doubts = doubts
    diagnostics += doubts.map { $0.diagnostic(in: file) }
  }

  private mutating func tell(_ restored: [String], file: String) {
    guard !restored.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .note, id: "import-reading",
        "put back the hyphens of \(restored.count) words that lost them at line ends: "
          + restored.prefix(12).joined(separator: ", "), at: SourceLocation(file: file)))
  }

  private mutating func take(_ reader: CAFReader) {
    entries = reader.entries
    unplaced = reader.unplaced
    isCut = reader.isCut
    surroundingBlocks = reader.surroundingBlocks
  }

  /// Whether a page says of itself that it belongs to the framework.
  private var isNamed = false

  /// The tables that were not read, where they are more than a quarter of all.
  var unread: CAFDoubt.Unread? {
    var doubtful: [String] = []
    for doubt in doubts where doubtful.last != doubt.outcome { doubtful.append(doubt.outcome) }
    let total = Set(entries.lazy.filter { $0.kind == .outcome }.map(\.id)).count
    guard doubtful.count * 4 > total else { return nil }
    return CAFDoubt.Unread(outcomes: doubtful, total: max(total, doubtful.count))
  }

  /// Whether there is enough of the framework to be sure: an outcome with a table, or a page with
  /// the framework's name and a heading of it.
  var isFramework: Bool {
    isNamed && !entries.isEmpty || !doubts.isEmpty
      || entries.contains { $0.kind == .outcome } && entries.count { $0.kind == .indicator } >= 2
  }

  /// A number beside the framework's name, or in a line of its own behind it.
  private static func printedNumber(_ texts: [String]) -> String? {
    for (index, text) in texts.enumerated() {
      let lower = text.lowercased()
      guard lower.utf8.count < 200, lower.contains("cyber assessment framework") || isNamed(lower)
      else { continue }
      if let number = CAFEdition.number(in: lower) { return number }
      for next in texts.dropFirst(index + 1).prefix(3) {
        let line = next.lowercased()
        guard line.utf8.count < 40, line.hasPrefix("v") else { continue }
        if let number = CAFEdition.number(in: line) { return number }
      }
    }
    return nil
  }

  private static func isNamed(_ text: String) -> Bool {
    text.split(whereSeparator: { !$0.isLetter }).contains("caf") && text.utf8.count < 120
  }
}
