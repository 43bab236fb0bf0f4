/// The pages of a PDF with their text by position.
public struct LayoutDocument: Sendable, Hashable {
  /// The pages in order.
  public let pages: [LayoutPage]
  /// The type size that most characters have.
  let bodySize: Double
  /// Paragraphs, headings and points in reading order, without running heads and feet. They are
  /// made once: every importer of PDFs looks at them.
  private(set) var blocks: [LayoutBlock]

  /// Makes a document out of pages.
  public init(pages: [LayoutPage]) {
    self.pages = pages
    bodySize = Self.bodySize(of: pages)
    blocks = []
    blocks = LayoutBlocks.blocks(of: self)
  }

  private static func bodySize(of pages: [LayoutPage]) -> Double {
    var counts: [Double: Int] = [:]
    for run in pages.lazy.flatMap(\.lines).flatMap(\.runs) {
      counts[run.size, default: 0] += run.text.utf8.count
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// The words that stand inside lines, in lower case: how the document writes them unparted.
  var wordsInsideLines: Set<String> {
    var words: Set<String> = []
    for line in pages.lazy.flatMap(\.lines) {
      let text = line.text
      if text.utf8.allSatisfy({ $0 < 0x80 }) {
        for word in Self.plainWords(text).dropLast() { words.insert(word) }
      } else {
        let inner = text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "-" })
        for word in inner.dropLast() { words.insert(String(word)) }
      }
    }
    return words
  }

  /// The same for ASCII, by bytes: most lines are, and asking Unicode takes ten times as long.
  private static func plainWords(_ text: String) -> [String] {
    let bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return bytes.split { !(0x61...0x7A).contains($0) && $0 != UInt8(ascii: "-") }
      .map { String(decoding: $0, as: UTF8.self) }
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
