/// Footnote markers in text that has lost its raised type.
enum FootnoteMarkers {
  /// Takes out markers that are fused to the end of a sentence (`strategies.5`), raised digits,
  /// and `[footnote 5]`.
  ///
  /// A digit after a full stop is a marker only when a word stands before the stop and nothing or
  /// a blank after the digits: `version 1.2`, `Log4j`, `5.10` and `Annex A.5` stay.
  static func split(_ text: String) -> (text: String, markers: [String]) {
    guard mayHoldMarker(text) else { return (text, []) }
    let letters = Array(text.unicodeScalars)
    var kept: [Unicode.Scalar] = []
    var markers: [String] = []
    var index = 0
    var copied = 0
    while index < letters.count {
      if let (marker, end) = marker(letters, at: index) {
        markers.append(marker)
        let range = raisedByMarks(letters, index..<end)
        kept.append(contentsOf: letters[copied..<max(copied, range.lowerBound)])
        index = range.upperBound
        copied = index
      } else {
        index += 1
      }
    }
    guard !markers.isEmpty else { return (text, []) }
    kept.append(contentsOf: letters[copied...])
    var view = String.UnicodeScalarView()
    for letter in kept { view.append(letter) }
    return (FoldedText.fold(String(view)), markers)
  }

  /// Most texts hold none of the characters that a marker needs.
  private static func mayHoldMarker(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "[") || byte == 0xC2 || (byte == 0x81 && last == 0xE2) { return true }
      if (0x30...0x39).contains(byte), last == 0x2E || last == 0x21 || last == 0x3F { return true }
      last = byte
    }
    return false
  }

  private static func marker(_ letters: [Unicode.Scalar], at start: Int) -> (String, Int)? {
    if letters[start] == "[" { return bracketed(letters, at: start) }
    if let digit = raised(letters[start]) {
      var digits = digit
      var end = start + 1
      while end < letters.count, let next = raised(letters[end]) {
        digits += next
        end += 1
      }
      // m² and 10⁶ are quantities.
      let isAfterWord = start > 0 && !(letters[start - 1].properties.numericType != nil)
      return isAfterWord && end - start <= 2 && digits != "2" && digits != "3"
        ? (digits, end) : nil
    }
    guard isDigit(letters[start]), start >= 2, ".!?".unicodeScalars.contains(letters[start - 1])
    else { return nil }
    let before = letters[start - 2]
    let isWord =
      before.properties.isAlphabetic && start >= 3 && letters[start - 3].properties.isAlphabetic
    guard isWord || ")’”\"'".unicodeScalars.contains(before) else { return nil }
    var end = start
    while end < letters.count, isDigit(letters[end]) { end += 1 }
    guard end - start <= 2, end == letters.count || letters[end] == " " else { return nil }
    return (String(String.UnicodeScalarView(letters[start..<end])), end)
  }

  /// The range of a marker with what raises it in the plain text of a converter: `^([footnote 5])`.
  private static func raisedByMarks(
    _ letters: [Unicode.Scalar], _ range: Range<Int>
  ) -> Range<Int> {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard start >= 2, letters[start - 2] == "^", letters[start - 1] == "(", end < letters.count,
      letters[end] == ")"
    else { return range }
    return (start - 2)..<(end + 1)
  }

  private static func bracketed(_ letters: [Unicode.Scalar], at start: Int) -> (String, Int)? {
    guard let close = letters[start...].prefix(24).firstIndex(of: "]") else { return nil }
    // A line end may have stood in it: `[ footnote 8]`, `[foot-note 8]`.
    let inner = String(String.UnicodeScalarView(letters[(start + 1)..<close])).lowercased()
      .filter { $0 != " " && $0 != "-" && $0 != "\u{2010}" }
    guard inner.hasPrefix("footnote") else { return nil }
    let digits = inner.dropFirst(8)
    guard !digits.isEmpty, digits.allSatisfy(\.isNumber) else { return nil }
    return (String(digits), close + 1)
  }

  private static func raised(_ letter: Unicode.Scalar) -> String? {
    switch letter.value {
    case 0xB9: "1"
    case 0xB2: "2"
    case 0xB3: "3"
    case 0x2070, 0x2074...0x2079: String(letter.value - 0x2070)
    default: nil
    }
  }

  private static func isDigit(_ letter: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(letter.value)
  }
}
