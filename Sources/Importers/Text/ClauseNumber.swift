/// A printed number of two or three parts at the start of a text: `1.1`, `1.1.`, `2.2:`, `10.2.1`.
struct ClauseNumber: Hashable, Comparable {
  /// The parts; two or three.
  let parts: [Int]

  /// `10.2.1`
  var text: String { parts.map(String.init).joined(separator: ".") }
  /// The number of the heading that it belongs to.
  var major: Int { parts[0] }
  /// The clause that holds it: `10.2` for `10.2.1`.
  var parent: ClauseNumber? { parts.count > 2 ? ClauseNumber(parts: Array(parts.dropLast())) : nil }

  static func < (left: ClauseNumber, right: ClauseNumber) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  /// Splits a folded text into the number at its start and what follows, or gives nil.
  static func split(_ text: String) -> (number: ClauseNumber, rest: String)? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let letters = Array(text.unicodeScalars.prefix(16))
    var parts: [Int] = []
    var index = 0
    while let (value, end) = digits(letters, from: index) {
      parts.append(value)
      index = end
      guard index + 1 < letters.count, letters[index] == ".", isDigit(letters[index + 1]) else {
        break
      }
      index += 1
    }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0 > 0 }) else { return nil }
    if index < letters.count, isDigit(letters[index]) { return nil }
    var hasMark = false
    while index < letters.count, ".:)".unicodeScalars.contains(letters[index]) {
      index += 1
      hasMark = true
    }
    let rest = text.unicodeScalars.dropFirst(index)
    // `1.1Text` has lost its blank; `2.5%` and `1.1.x` are no clause numbers.
    if let next = rest.first, next != " " {
      guard next.properties.isUppercase || next == "“" || (hasMark && next == "(") else {
        return nil
      }
    }
    return (ClauseNumber(parts: parts), FoldedText.fold(String(rest)))
  }

  private static func digits(
    _ letters: [Unicode.Scalar], from start: Int
  ) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while end < letters.count, isDigit(letters[end]), end - start < 3 {
      value = value * 10 + Int(letters[end].value - 0x30)
      end += 1
    }
    return end > start && end - start < 3 ? (value, end) : nil
  }

  private static func isDigit(_ letter: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(letter.value)
  }
}
