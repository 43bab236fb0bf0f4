internal import ControlModel

/// A document as lines that know their page and what part of it they are.
struct PagedText: Sendable {
  /// All lines that are not blank, in reading order, furniture and footnotes too.
  private(set) var lines: [PagedLine] = []
  /// Words that occur inside lines, in lower case: how the document writes them unparted.
  private(set) var words: Set<String> = []
  /// Hyphens that a converter had dropped at line ends and that were put back: the word, and its
  /// line.
  private(set) var restored: [(word: String, line: Int)] = []

  /// The numbers of the footnotes that were found in a text; in a layout the size of the type tells
  /// them, and their numbers may be apart. Numbers of pages are among them.
  var noteNumbers: Set<Int> {
    var numbers: Set<Int> = []
    for line in lines where line.role != .body && line.line != nil {
      if let number = FootnoteTails.number(line.text) ?? TextPages.loneNumber(line.text) {
        numbers.insert(number)
      }
    }
    return numbers
  }

  /// What a reader knows of its document.
  struct Signs: Sendable {
    /// Whether a line is a running head by what it says.
    var isHead: @Sendable (_ text: String) -> Bool
    /// Whether a line belongs to the text, wherever it stands.
    var isContent: @Sendable (_ text: String) -> Bool
    /// Lone numbers below this one are text: scores of a table, say.
    var lowestPage: Int
    /// Whether the document has footnotes, whose numbers count up.
    var hasFootnotes = false
  }

  /// More lines than any standard has, by far; what has more is not read.
  static let lineLimit = SourceDocument.lineLimit

  /// Whether the document has more lines than `lineLimit`.
  static func isTooLong(_ document: SourceDocument) -> Bool {
    switch document.content {
    case .page, .tree: false
    case .lines(let lines): lines.count > lineLimit
    case .layout(let layout):
      layout.pages.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.runs.count } } > lineLimit
    }
  }

  /// Reads a plain text, a web page or a layout; nil for values, and for what has too many lines.
  init?(_ document: SourceDocument, signs: Signs) {
    guard !Self.isTooLong(document) else { return nil }
    switch document.content {
    case .tree: return nil
    case .page(let root):
      self.init(
        TextPages(MarkupLines(root).pages, signs: signs), signs: signs, mayLoseHyphens: false)
    case .lines(let lines):
      self.init(
        TextPages(PagedMarkdown.plain(lines), signs: signs), signs: signs, mayLoseHyphens: true)
    case .layout(let layout):
      self.init(layout: layout, signs: signs, hasRaisedType: document.form != .html)
    }
  }

  /// Reads the lines of a plain text as they are, whatever marks of Markdown they may hold; nil for
  /// too many lines.
  init?(plain lines: [String], signs: Signs) {
    guard lines.count <= Self.lineLimit else { return nil }
    self.init(TextPages(lines, signs: signs), signs: signs, mayLoseHyphens: true)
  }

  private init(_ text: TextPages, signs: Signs, mayLoseHyphens: Bool) {
    var pages = text.pages
    TextFurniture.mark(&pages, signs: signs)
    FootnoteTails.mark(&pages, signs: signs)
    if signs.hasFootnotes { FootnoteSequence.mark(&pages, signs: signs) }
    lines = pages.flatMap(\.self)
    markPageStarts()
    words = Self.wordsInside(lines)
    guard mayLoseHyphens else { return }
    let hyphens = LostHyphens(lines)
    for index in lines.indices where lines[index].role == .body {
      guard let (text, words) = hyphens.restored(lines[index].text) else { continue }
      restored += words.map { ($0, lines[index].line ?? 0) }
      lines[index].text = text
      lines[index].rawText = hyphens.restored(lines[index].rawText)?.text ?? lines[index].rawText
    }
  }

  /// - Parameter hasRaisedType: whether small raised digits tell markers. A web page that was made
  ///   of a PDF may have them fused to their words.
  private init(layout: LayoutDocument, signs: Signs, hasRaisedType: Bool) {
    var pages = LayoutPages(layout, signs: signs).pages
    if !hasRaisedType, signs.hasFootnotes {
      FootnoteTails.mark(&pages, signs: signs)
      FootnoteSequence.mark(&pages, signs: signs)
    }
    lines = pages.flatMap(\.self)
    markPageStarts()
    words = layout.wordsInsideLines
  }

  private mutating func markPageStarts() {
    var page = 0
    for index in lines.indices where lines[index].role == .body {
      lines[index].opensPage = lines[index].page != page
      page = lines[index].page
    }
  }

  private static func wordsInside(_ lines: [PagedLine]) -> Set<String> {
    var words: Set<String> = []
    for line in lines { LineJoining.addWords(of: line.text, to: &words) }
    return words
  }
}

extension PagedLine {
  /// Where the line stands: the line of a text, the paragraph of an office text, the page of a PDF.
  var locator: Locator {
    if let line { return Locator([Locator.Part("line", String(line))]) }
    if let paragraph { return Locator([Locator.Part("paragraph", String(paragraph))]) }
    return Locator([Locator.Part("pdfPage", String(page))])
  }
}
