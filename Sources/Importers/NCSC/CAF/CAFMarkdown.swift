internal import ControlModel
internal import Markup

/// The CAF in Markdown: headings, texts, and tables in all the forms that Markdown has, also as HTML
/// in between.
struct CAFMarkdown {
  private(set) var pieces: [CAFReader.Piece] = []
  private(set) var doubts: [CAFDoubt] = []

  private let edition: CAFEdition?
  /// Whether headings have no marks, and are told by their codes: a text with tables of Markdown.
  private let headsByCode: Bool
  private var outcome = ""
  /// The line up to which no table of Markdown begins.
  private var vainEnd = 0
  /// The end of a table in HTML that does not give one, and how often it was read in vain.
  private var vainClosing = (line: -1, attempts: 0)

  /// Whether it is a text with such headings or tables.
  static func holds(_ lines: [String]) -> Bool {
    lines.contains { isOutcome($0) } || hasTables(lines)
  }

  private static func isOutcome(_ line: String) -> Bool {
    guard line.hasPrefix("#"), case .heading(let title) = MarkdownLine(line) else { return false }
    return CAFReader.Heading(title)?.kind == .outcome
  }

  private static func hasTables(_ lines: [String]) -> Bool {
    lines.indices.contains { index in
      let line = lines[index]
      guard line.utf8.count < 20_000, line.utf8.contains(0x2D) else { return false }
      let next = index + 1 < lines.count ? lines[index + 1] : ""
      if CAFMarkdownTable.isBorder(line) { return next.contains("|") }
      return line.hasPrefix("  -") && line.contains(" ---")
        && line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x2D }
    }
  }

  /// The lines with the end of a table in HTML.
  private static func closings(_ lines: [String]) -> [Int] {
    let end = Array("</table>".utf8)
    return lines.indices.filter { ByteSearch.first(end, in: lines[$0].utf8.span) != nil }
  }

  init(_ lines: [String], as edition: CAFEdition?) {
    self.edition = edition
    headsByCode = !lines.contains(where: Self.isOutcome)
    var closings = Self.closings(lines)[...]
    var index = 0
    while index < lines.count {
      closings = closings.drop { $0 < index }
      if let end = addPage(lines, from: index, closing: closings.first)
        ?? addTable(lines, from: index)
      {
        index = end
      } else {
        let isOfContents = index + 1 < lines.count && lines[index + 1].hasPrefix("....")
        if !isOfContents || !headsByCode { add(lines[index], index) }
        index += 1
      }
    }
  }

  /// Adds a table in HTML that begins at a line.
  ///
  /// - Parameter closing: the next line that ends one.
  /// - Returns: the line behind it; nil where none begins.
  private mutating func addPage(
    _ lines: [String], from index: Int, closing: Int?
  ) -> Int? {
    guard lines[index].hasPrefix("<table"), let closing, closing - index < 5_000 else { return nil }
    if closing != vainClosing.line { vainClosing = (closing, 0) }
    guard vainClosing.attempts < 4 else { return nil }
    guard let blocks = Self.blocks(lines[index...closing]) else {
      vainClosing.attempts += 1
      return nil
    }
    pieces += CAFPage.pieces(of: blocks).map { ($0.content, Self.locator(index)) }
    return closing + 1
  }

  /// Adds a table of Markdown that begins at a line.
  ///
  /// - Returns: the line behind it; nil where none begins.
  private mutating func addTable(_ lines: [String], from index: Int) -> Int? {
    guard index >= vainEnd else { return nil }
    let (table, end) = CAFMarkdownTable.read(lines, from: index)
    guard let table else {
      vainEnd = end
      return nil
    }
    let read = table.pieces(of: outcome, edition?.statementMeasures(of: outcome))
    pieces += read.pieces
    doubts += read.doubts
    return end
  }

  private mutating func add(_ line: String, _ index: Int) {
    // Pandoc fences what stood in an element with a class.
    if line.hasPrefix(":::") { return }
    var content = MarkdownLine(line)
    if headsByCode, case .text(let text) = content, CAFText.heading(text) != nil {
      content = .heading(text)
    }
    if case .heading(let title) = content {
      content = .heading(Self.withoutAttributes(title))
      outcome = CAFReader.Heading(title)?.id ?? ""
    }
    pieces.append((content, Self.locator(index)))
  }

  /// `Title {#anchor .class}` without its attributes.
  private static func withoutAttributes(_ title: String) -> String {
    guard title.last == "}", let open = title.lastIndex(of: "{") else { return title }
    return FoldedText.fold(title[..<open])
  }

  private static func locator(_ index: Int) -> Locator {
    Locator([Locator.Part("line", String(index + 1))])
  }

  private static func blocks(_ lines: ArraySlice<String>) -> [TextBlock]? {
    let html = "<html><body>" + lines.joined(separator: "\n") + "</body></html>"
    guard let root = try? SourceDocument.page(Array(html.utf8), fileName: "") else { return nil }
    let blocks = HTMLBlocks.blocks(of: root)
    return blocks.isEmpty ? nil : blocks
  }
}
