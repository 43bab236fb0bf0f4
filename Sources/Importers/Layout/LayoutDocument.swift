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
    self.pages = pages
    bodySize = Self.bodySize(of: pages)
    wordsInsideLines = Self.wordsInsideLines(of: pages)
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

  /// All words of each line but its last, which may go on in the next.
  private static func wordsInsideLines(of pages: [LayoutPage]) -> Set<String> {
    var words: Set<String> = []
    for page in pages {
      for line in page.lines where !addPlainWords(of: line.text, to: &words) {
        let inner = line.text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "-" })
        for word in inner.dropLast() { words.insert(String(word)) }
      }
    }
    return words
  }

  /// The same by bytes, for ASCII with the usual quotes and dashes: most lines are, and asking
  /// Unicode takes ten times as long.
  ///
  /// - Returns: false when there is something else in the line; nothing was added then.
  private static func addPlainWords(of text: String, to words: inout Set<String>) -> Bool {
    let bytes = text.utf8.span
    guard isPlain(bytes) else { return false }
    var last = ""
    var word: [UInt8] = []
    func close(_ words: inout Set<String>) {
      guard !word.isEmpty else { return }
      if !last.isEmpty { words.insert(last) }
      last = String(decoding: word, as: UTF8.self)
      word.removeAll(keepingCapacity: true)
    }
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if (0x61...0x7A).contains(small) || small == UInt8(ascii: "-") {
        word.append(small)
      } else {
        close(&words)
      }
    }
    close(&words)
    return true
  }

  /// Whether all is ASCII or one of the dashes, quotes, bullets and dots from U+2010 to U+2026.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if bytes[index] == 0xE2, bytes[index + 1] == 0x80,
        (0x90...0xA6).contains(bytes[index + 2])
      {
        index += 3
      } else {
        return false
      }
    }
    return true
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
