/// The pages of a PDF with their text by position.
public struct LayoutDocument: Sendable, Hashable {
  /// The pages in order.
  public let pages: [LayoutPage]
  /// The type size that most characters have.
  let bodySize: Double
  /// The words that stand inside lines, in lower case: how the document writes them unparted.
  let wordsInsideLines: Set<String>
  /// Paragraphs, headings and points in reading order, without running heads and feet. They are
  /// made once: every importer of PDFs looks at them.
  private(set) var blocks: [LayoutBlock]

  /// Makes a document out of pages.
  public init(pages: [LayoutPage]) {
    var statistics = LayoutStatistics()
    for page in pages { statistics.add(page) }
    self.init(pages: pages, statistics)
  }

  /// Makes a document out of pages that were counted already.
  init(pages: [LayoutPage], _ statistics: LayoutStatistics) {
    self.pages = pages
    bodySize = statistics.bodySize
    wordsInsideLines = statistics.wordsInsideLines
    blocks = []
    blocks = LayoutBlocks.blocks(of: self)
  }
}

/// A page: its lines in reading order.
public struct LayoutPage: Sendable, Hashable {
  /// The position in the file, from 1.
  public let number: Int
  /// The width in the converter's units.
  public let width: Double
  /// The height in the converter's units.
  public let height: Double
  /// The lines in reading order: column by column, from top to bottom.
  public let lines: [LayoutLine]

  /// Makes a page.
  public init(number: Int, width: Double, height: Double, lines: [LayoutLine]) {
    self.number = number
    self.width = width
    self.height = height
    self.lines = lines
  }
}
