/// What is known of the wording of a text without any of its words, by which a reading is checked.
public struct CAFMeasure: Sendable, Hashable {
  /// Letters and digits. They are counted, and not words: line breaks, hyphens, bullets and quotes
  /// differ from copy to copy.
  public var letters: Int
  /// The sum of their values, modulo 997: a to z are 1 to 26, digits 27 to 36, all else 0. It tells
  /// two lines with the same number of letters apart.
  public var sum: Int
  /// Hyphens and dashes.
  public var hyphens: Int
  /// Words between blanks.
  public var words: Int

  /// The measure of a text.
  public init(of text: some StringProtocol) {
    letters = 0
    sum = 0
    hyphens = 0
    words = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value == 0x20 {
        isInWord = false
        continue
      }
      if !isInWord { words += 1 }
      isInWord = true
      switch value {
      case 0x61...0x7A: add(Int(value) - 0x60)
      case 0x41...0x5A: add(Int(value) - 0x40)
      case 0x30...0x39: add(Int(value) - 0x30 + 27)
      case 0x2D, 0x2010...0x2014: hyphens += 1
      case 0..<0x80: break
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { add(0) }
      }
    }
  }

  private mutating func add(_ value: Int) {
    letters += 1
    sum = (sum + value) % 997
  }

  /// Reads `129.450.2.23`; nil for anything else.
  init?(printed: Substring) {
    let parts = printed.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 4 else { return nil }
    letters = parts[0]
    sum = parts[1]
    hyphens = parts[2]
    words = parts[3]
  }

  /// Whether two texts have the same letters, as far as can be told.
  func agrees(with other: CAFMeasure) -> Bool { letters == other.letters && sum == other.sum }
}
