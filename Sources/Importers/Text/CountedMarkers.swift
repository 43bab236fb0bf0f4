/// Footnote markers that a converter has fused to the words before them (`weights12 are`), told by
/// their counting up through the document.
enum CountedMarkers {
  /// Takes them out of blocks in reading order.
  ///
  /// - Parameter known: the numbers of the notes that the document lists. A marker without another
  ///   that it goes on from has to be one of them.
  static func take(outOf blocks: inout [TextBlock], known: Set<Int>) {
    var found: [(block: Int, range: Range<Int>, number: Int)] = []
    for index in blocks.indices {
      found += candidates(in: blocks[index].text).map { (index, $0.range, $0.number) }
    }
    let chain = TextPages.longestChain(
      found.map(\.number), weights: found.map { known.contains($0.number) ? 2 : 1 })
    guard chain.count > 1 || chain.allSatisfy({ known.contains(found[$0].number) }) else { return }
    // From the end, so that places stay valid.
    for position in chain.reversed() {
      let (index, range, number) = found[position]
      var bytes = Array(blocks[index].text.utf8)
      bytes.removeSubrange(range)
      blocks[index].text = FoldedText.fold(String(decoding: bytes, as: UTF8.self))
      blocks[index].footnoteMarkers.insert(String(number), at: 0)
    }
  }

  /// A text without what may be the marker of a listed note.
  static func without(_ known: Set<Int>, _ text: String) -> String {
    var bytes = Array(text.utf8)
    for (range, number) in candidates(in: text).reversed() where known.contains(number) {
      bytes.removeSubrange(range)
    }
    return FoldedText.fold(String(decoding: bytes, as: UTF8.self))
  }

  private static func candidates(in text: String) -> [(range: Range<Int>, number: Int)] {
    let bytes = Array(text.utf8)
    var found: [(range: Range<Int>, number: Int)] = []
    var index = 2
    while index < bytes.count {
      guard isDigit(bytes[index]), mayCarry(bytes, endingAt: index) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      let isEnd = end == bytes.count || " .,;:)".utf8.contains(bytes[end])
      // `v2.0` is no marker.
      let isDecimal = end + 1 < bytes.count && bytes[end] == 0x2E && isDigit(bytes[end + 1])
      if isEnd, !isDecimal, end - index <= 2, bytes[index] != 0x30,
        let number = Int(String(decoding: bytes[index..<end], as: UTF8.self))
      {
        found.append((index..<end, number))
      }
      index = end
    }
    return found
  }

  /// Whether a marker may follow: two small letters, a closing bracket or quote, or the stop behind
  /// a word.
  private static func mayCarry(_ bytes: [UInt8], endingAt end: Int) -> Bool {
    let last = bytes[end - 1]
    let before = bytes[end - 2]
    if isSmall(last) { return isSmall(before) }
    // ’ and ”
    if last == 0x99 || last == 0x9D { return before == 0x80 }
    if last == 0x29 || last == 0x22 { return true }
    return last == 0x2E && (isSmall(before) || before == 0x29)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
