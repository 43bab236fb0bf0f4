internal import Markup

/// How one level of a list numbers its points.
struct OfficeListLevel: Hashable {
  /// `1`, `a`, `I`; empty for a level without a number.
  var format = ""
  /// What stands before the number.
  var prefix = ""
  /// What stands after it.
  var suffix = ""
  /// How many levels show, this one included.
  var shownLevels = 1
  /// The number of the first point.
  var start = 1
  /// The whole label with `%1%` for the number of level 1, where a program wrote it so.
  var pattern: String?
  /// Whether its label has all numbers in digits, also those of levels that count in Roman ones.
  var isLegal = false

  /// Reads a level of an OpenDocument list or outline style.
  init(_ element: MarkupElement) {
    guard element.name != "list-level-style-bullet", element.name != "list-level-style-image" else {
      return
    }
    format = element.attribute("num-format") ?? ""
    prefix = Self.short(element.attribute("num-prefix"))
    suffix = Self.short(element.attribute("num-suffix"))
    shownLevels = max(1, Self.number(element.attribute("display-levels")) ?? 1)
    start = Self.number(element.attribute("start-value")) ?? 1
    pattern = element.attribute("num-list-format").map { Self.short($0) }
  }

  /// Reads a level of a DOCX list.
  init(word element: MarkupElement) {
    format =
      switch element.child("numFmt")?.attribute("val") {
      case "decimal", "decimalZero": "1"
      case "lowerLetter": "a"
      case "upperLetter": "A"
      case "lowerRoman": "i"
      case "upperRoman": "I"
      default: ""
      }
    isLegal = WordStyles.isOn("isLgl", element) == true
    start = Self.number(element.child("start")?.attribute("val")) ?? 1
    pattern = element.child("lvlText")?.attribute("val").map { Self.closed(Self.short($0)) }
  }

  /// `%1%.%2%` for `%1.%2`.
  private static func closed(_ text: String) -> String {
    var closed = ""
    for letter in text {
      closed.append(letter)
      if letter.isNumber, closed.dropLast().last == "%" { closed.append("%") }
    }
    return closed
  }

  /// A number that a list may reach; nil for anything else.
  static func number(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0..<100_000).contains($0) ? $0 : nil }
  }

  /// It is written before each point: without a bound, a short file would become a long text.
  private static func short(_ text: String?) -> String { String((text ?? "").prefix(60)) }

  /// Whether its points count in digits, so that a clause's number may follow from them.
  var countsInDigits: Bool { format == "1" }

  /// A number as the level writes it.
  func written(_ number: Int) -> String {
    switch format {
    case "1": String(number)
    case "a": Self.letters(number)
    case "A": Self.letters(number).uppercased()
    case "i": Self.roman(number)
    case "I": Self.roman(number).uppercased()
    default: ""
    }
  }

  private static func letters(_ number: Int) -> String {
    guard (1...702).contains(number) else { return String(number) }
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(alphabet[(number - 1) % 26])
    return number > 26 ? String(alphabet[(number - 1) / 26 - 1]) + last : last
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let signs: [(Int, String)] = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
