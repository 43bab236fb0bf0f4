/// Takes the markers of footnotes out of a plain text, where a converter has fused them to it:
/// `strategies.5`, `networks12 are`.
struct FusedMarkers {
  /// Bytes of the longest line that markers are looked for in.
  private static let lengthLimit = 4000

  /// Where numbers of up to three digits stand in a line that can be nothing else than markers, each
  /// at its first place.
  private var places: [String: Range<Int>] = [:]
  /// The number that a line ends with, behind another number (`140-3.75`) or with room before it.
  private var loose: (digits: String, range: Range<Int>)?

  /// Takes out the markers of a page's notes, and gives those that it does not have.
  static func take(_ numbers: [String], outOf page: inout ArraySlice<PagedLine>) -> [String] {
    var missing: [String] = []
    var lines = page.indices.filter { page[$0].role == .body }.map { index in
      (index: index, markers: FusedMarkers(in: page[index].text))
    }
    for digits in numbers {
      let fused = lines.indices.compactMap { line in
        lines[line].markers.places[digits].map { (line, $0) }
      }
      // A note has one marker. What may be something else is its marker only where nothing else is.
      let loose = lines.indices.compactMap { line in
        lines[line].markers.loose.flatMap { $0.digits == digits ? (line, $0.range) : nil }
      }
      let found = fused.isEmpty && loose.count == 1 ? loose : fused
      for (line, range) in found {
        take(range, digits, outOf: &page[lines[line].index])
        lines[line].markers = FusedMarkers(in: page[lines[line].index].text)
      }
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
    FusedMarkers(in: text).places[digits]
  }

  /// The numbers that stand as markers in lines, each with the first of these lines.
  static func firstLines(_ page: [PagedLine]) -> [String: Int] {
    var lines: [String: Int] = [:]
    for (index, line) in page.enumerated() {
      for digits in FusedMarkers(in: line.text).places.keys where lines[digits] == nil {
        lines[digits] = index
      }
    }
    return lines
  }

  private init(in text: String) {
    guard text.utf8.count <= Self.lengthLimit else { return }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      guard Self.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
      let range = index..<end
      index = end
      guard range.lowerBound > 0, range.count <= 3 else { continue }
      let digits = String(decoding: bytes[range], as: UTF8.self)
      if places[digits] == nil, Self.isFused(range, bytes) { places[digits] = range }
      if end == bytes.count, Self.isLoose(range, bytes) { loose = (digits, range) }
    }
  }

  private static func isFused(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let before = bytes[range.lowerBound - 1]
    let isFused =
      (0x61...0x7A).contains(before) || ";)!?\"".utf8.contains(before)
      || ".,:".utf8.contains(before) && range.lowerBound >= 2
        && !isDigit(bytes[range.lowerBound - 2])
      || before >= 0x80
    guard isFused else { return false }
    return range.upperBound == bytes.count || " .,;:)".utf8.contains(bytes[range.upperBound])
  }

  private static func isLoose(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard range.lowerBound >= 3 else { return false }
    let before = bytes[range.lowerBound - 1]
    if before == UInt8(ascii: ".") { return isDigit(bytes[range.lowerBound - 2]) }
    guard before == 0x20 else { return false }
    return ".!?)\"".utf8.contains(bytes[range.lowerBound - 2])
      || bytes[range.lowerBound - 2] >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
