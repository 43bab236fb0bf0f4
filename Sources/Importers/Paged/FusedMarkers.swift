/// Takes the markers of footnotes out of a plain text, where a converter has fused them to it:
/// `strategies.5`, `networks12 are`.
enum FusedMarkers {
  /// Bytes of the longest line that markers are looked for in.
  private static let lengthLimit = 4000

  /// Takes out the markers of a page's notes, and gives those that it does not have.
  static func take(_ numbers: [String], outOf page: inout ArraySlice<PagedLine>) -> [String] {
    var missing: [String] = []
    for digits in numbers {
      let places = page.indices.filter { page[$0].role == .body }
      let fused = places.compactMap { index in
        place(of: digits, in: page[index].text).map { (index, $0) }
      }
      // A note has one marker. What may be something else is its marker only where nothing else is.
      let loose = places.compactMap { index in
        loosePlace(of: digits, in: page[index].text).map { (index, $0) }
      }
      let found = fused.isEmpty && loose.count == 1 ? loose : fused
      for (index, range) in found { take(range, digits, outOf: &page[index]) }
      if found.isEmpty { missing.append(digits) }
    }
    return missing
  }

  private static func take(_ range: Range<Int>, _ digits: String, outOf line: inout PagedLine) {
    let bytes = Array(line.text.utf8)
    line.text = FoldedText.fold(
      String(decoding: bytes[..<range.lowerBound] + bytes[range.upperBound...], as: UTF8.self))
    line.footnoteMarkers.append(digits)
  }

  /// Where a marker stands that can be nothing else, or nil.
  static func place(of digits: String, in text: String) -> Range<Int>? {
    guard text.utf8.count <= lengthLimit else { return nil }
    let bytes = Array(text.utf8)
    return places(of: digits, in: bytes).first { range in
      let before = bytes[range.lowerBound - 1]
      let isFused =
        (0x61...0x7A).contains(before) || ";)!?\"".utf8.contains(before)
        || ".,:".utf8.contains(before) && range.lowerBound >= 2
          && !isDigit(bytes[range.lowerBound - 2])
        || before >= 0x80
      guard isFused else { return false }
      return range.upperBound == bytes.count || " .,;:)".utf8.contains(bytes[range.upperBound])
    }
  }

  /// Where a sentence ends with a number (`140-3.75`) or with room before the marker, at the end of
  /// a line.
  private static func loosePlace(of digits: String, in text: String) -> Range<Int>? {
    guard text.utf8.count <= lengthLimit else { return nil }
    let bytes = Array(text.utf8)
    guard let range = places(of: digits, in: bytes).last, range.upperBound == bytes.count,
      range.lowerBound >= 3
    else { return nil }
    let before = bytes[range.lowerBound - 1]
    if before == UInt8(ascii: "."), isDigit(bytes[range.lowerBound - 2]) { return range }
    guard before == 0x20 else { return nil }
    return ".!?)\"".utf8.contains(bytes[range.lowerBound - 2])
      || bytes[range.lowerBound - 2] >= 0x80
      ? range : nil
  }

  private static func places(of digits: String, in bytes: [UInt8]) -> [Range<Int>] {
    let wanted = Array(digits.utf8)
    guard bytes.count > wanted.count else { return [] }
    return (1...(bytes.count - wanted.count))
      .filter { bytes[$0...].starts(with: wanted) }
      .map { $0..<($0 + wanted.count) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
