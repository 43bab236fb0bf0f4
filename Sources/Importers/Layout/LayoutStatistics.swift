/// What is known of a document by all of its pages, counted page by page.
struct LayoutStatistics: Sendable {
  /// Bytes of text by the size of their type.
  private var sizes: [Double: Int] = [:]
  /// The words that stand inside lines, in lower case: all of each line but its last, which may go
  /// on in the next.
  private(set) var wordsInsideLines: Set<String> = []

  /// The type size that most characters have.
  var bodySize: Double {
    sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// Takes the next page.
  mutating func add(_ page: LayoutPage) {
    for line in page.lines {
      for run in line.runs { sizes[run.size, default: 0] += run.text.utf8.count }
      guard !Self.addPlainWords(of: line.text, to: &wordsInsideLines) else { continue }
      LineJoining.addWords(of: line.text, to: &wordsInsideLines)
    }
  }

  /// Takes what was counted of other pages.
  mutating func add(_ other: LayoutStatistics) {
    sizes.merge(other.sizes, uniquingKeysWith: +)
    wordsInsideLines.formUnion(other.wordsInsideLines)
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

  /// Whether all is ASCII or one of the dashes, quotes, bullets and dots from U+2011 to U+2026.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if bytes[index] == 0xE2, bytes[index + 1] == 0x80,
        (0x91...0xA6).contains(bytes[index + 2])
      {
        index += 3
      } else {
        return false
      }
    }
    return true
  }
}
