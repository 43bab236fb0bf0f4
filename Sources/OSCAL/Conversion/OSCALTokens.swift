/// Ids that OSCAL accepts (tokens: a letter first, then letters, digits, `.`, `-`, `_`), for ids of
/// any form: `5.1.1-1` becomes `c5.1.1-1`.
struct OSCALTokens {
  private var tokens: [String: String] = [:]
  private var taken: Set<String> = []

  /// Makes a token for an id.
  mutating func add(_ id: String) {
    guard tokens[id] == nil else { return }
    var token = Self.token(id)
    let plain = token
    var number = 2
    while !taken.insert(token).inserted {
      token = "\(plain)_\(number)"
      number += 1
    }
    tokens[id] = token
  }

  /// The token of an id.
  subscript(_ id: String) -> String { tokens[id] ?? Self.token(id) }

  /// Whether the id was added.
  func has(_ id: String) -> Bool { tokens[id] != nil }

  static func token(_ id: String) -> String {
    var token = ""
    for scalar in id.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic && scalar.properties.numericType == nil
      let isDigit = scalar.properties.numericType != nil
      if isLetter || isDigit || [".", "-", "_"].contains(scalar) {
        token.unicodeScalars.append(scalar)
      } else {
        token += "_"
      }
    }
    guard let first = token.unicodeScalars.first else { return "_" }
    let startsWell = first == "_" || first.properties.isAlphabetic
    return startsWell ? token : "c" + token
  }

  /// A text on one line without blanks at its ends, as OSCAL's strings are.
  static func line(_ text: String, or other: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.isEmpty ? other : line
  }
}
