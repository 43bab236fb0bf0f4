/// A number in a line of plain text that may be the raised marker of a footnote.
struct NoteMarker {
  /// How sure the place is.
  enum Kind {
    /// Behind a mark or a closing bracket or quote: `strategies.5`, `(SL3)12`.
    case closed
    /// Behind a word: `networks12 are`.
    case word
    /// At the end of a line, with room before it, or behind a number: `systems. 5`, `140-3.75`.
    case loose
    /// Alone on its line.
    case alone
  }

  var number: Int
  /// Bytes of the line that it takes.
  var range: Range<Int>
  var kind: Kind

  /// Bytes of the longest line that is looked at.
  private static let lengthLimit = 4000

  /// The markers that a line may hold, in its order.
  static func all(in text: String) -> [NoteMarker] {
    // Contents have leaders.
    guard text.utf8.count <= lengthLimit, text.utf8.contains(where: isDigit),
      !text.contains("...")
    else { return [] }
    if let number = TextPages.loneNumber(text) {
      return [NoteMarker(number: number, range: 0..<text.utf8.count, kind: .alone)]
    }
    let bytes = Array(text.utf8)
    var found: [NoteMarker] = []
    var index = 2
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      if end - index <= 3, bytes[index] != 0x30, !isDigit(bytes[index - 1]),
        let kind = kind(bytes, index..<end),
        let number = Int(String(decoding: bytes[index..<end], as: UTF8.self))
      {
        found.append(NoteMarker(number: number, range: index..<end, kind: kind))
      }
      index = end
    }
    return found
  }

  private static func kind(_ bytes: [UInt8], _ range: Range<Int>) -> Kind? {
    let isLast = range.upperBound == bytes.count
    guard isLast || " .,;:)".utf8.contains(bytes[range.upperBound]) else { return nil }
    // `v2.0` is no marker.
    if range.upperBound + 1 < bytes.count, ".,:".utf8.contains(bytes[range.upperBound]),
      isDigit(bytes[range.upperBound + 1])
    {
      return nil
    }
    let last = bytes[range.lowerBound - 1]
    let before = bytes[range.lowerBound - 2]
    if isSmall(last) { return isSmall(before) ? .word : nil }
    if isQuote(before, last) || ")!?\"".utf8.contains(last) { return .closed }
    if ".,;:".utf8.contains(last) {
      if isSmall(before) {
        return range.lowerBound >= 3 && isSmall(bytes[range.lowerBound - 3]) ? .closed : nil
      }
      if before == 0x29 || before == 0x9D || isLarge(before) { return .closed }
      return last == 0x2E && isLast && isDigit(before) && isLongNumber(bytes, range.lowerBound - 2)
        ? .loose : nil
    }
    guard last == 0x20, isLast, range.lowerBound >= 4, bytes[range.lowerBound - 3] != 0x20 else {
      return nil
    }
    return ".!?)\"".utf8.contains(before) || before == 0x9D ? .loose : nil
  }

  /// Whether the number that ends at a place is more than that of a table or chapter: `5.2` is one
  /// number, and `140-3.75` a number with a marker.
  private static func isLongNumber(_ bytes: [UInt8], _ end: Int) -> Bool {
    var start = end
    while start > 0, isDigit(bytes[start - 1]) || bytes[start - 1] == 0x2D { start -= 1 }
    return end - start >= 2 && (start == 0 || bytes[start - 1] == 0x20)
  }

  /// ’ and ”
  private static func isQuote(_ before: UInt8, _ last: UInt8) -> Bool {
    before == 0x80 && (last == 0x99 || last == 0x9D)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isLarge(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
