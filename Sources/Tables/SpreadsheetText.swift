/// Makes text safe for spreadsheets, which run what looks like a formula and change what looks
/// like a number or a date.
public enum SpreadsheetText {
  /// `text`, with an apostrophe before it when a spreadsheet could run it.
  ///
  /// Dangerous is what starts with `=`, `+`, `-`, `@`, a tab or a carriage return, also after
  /// quotes, blanks and characters that do not show, and also in the wide forms of those
  /// characters. A signed number with a plain word after it (`-1 day`, `+5 %`) is honest text.
  public static func neutralised(_ text: String) -> String {
    isDangerous(text) ? "'" + text : text
  }

  /// `id`, with an apostrophe before it when a spreadsheet would read it as a number, a date or a
  /// truth value: `5.10` would become 5.1, and `1-2` the second of January.
  public static func identifier(_ id: String) -> String {
    looksLikeValue(id) ? "'" + id : neutralised(id)
  }

  /// `text` as it was before `neutralised` put an apostrophe before it; an apostrophe of the
  /// text's own stays.
  public static func original(_ text: String) -> String {
    guard text.unicodeScalars.first == "'" else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return neutralised(rest) == text ? rest : text
  }

  /// The same for an id, before which `identifier` put an apostrophe.
  public static func originalIdentifier(_ text: String) -> String {
    guard text.unicodeScalars.first == "'" else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return identifier(rest) == text ? rest : text
  }

  private static func isDangerous(_ text: String) -> Bool {
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      switch first {
      case "\t", "\r": return true
      case "=", "@", "＝", "＠", "＋", "－": return true
      case "+", "-", "−": return !isSignedQuantity(rest.dropFirst())
      case "\"", "'", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}": rest = rest.dropFirst()
      default:
        let category = first.properties.generalCategory
        let isInvisible =
          first.properties.isWhitespace || category == .control || category == .format
        guard isInvisible else { return false }
        rest = rest.dropFirst()
      }
    }
    return false
  }

  /// A number, and then at most words: nothing that a formula could be made of.
  private static func isSignedQuantity(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard let first = rest.first, isDigit(first) else { return false }
    let afterNumber = rest.drop { isDigit($0) || $0 == "." || $0 == "," }
    return afterNumber.allSatisfy { scalar in
      scalar == " " || scalar == "%" || scalar == "." || scalar.properties.isAlphabetic
    } && (afterNumber.isEmpty || afterNumber.first == " " || afterNumber.first == "%")
  }

  private static func looksLikeValue(_ id: String) -> Bool {
    let scalars = Array(id.unicodeScalars)
    guard let first = scalars.first else { return false }
    let lowered = id.lowercased()
    if lowered == "true" || lowered == "false" { return true }
    // `-1.10` is a number, `(5)` is a negative one, and `£5` an amount.
    let signs: Set<Unicode.Scalar> = ["+", "-", "−", "(", "$", "£", "€"]
    if signs.contains(first), scalars.contains(where: isDigit) {
      return looksLikeValue(String(id.unicodeScalars.dropFirst().filter { $0 != ")" }))
    }
    if isDigit(first) || first == "." {
      let numeric: Set<Unicode.Scalar> = [".", ",", "-", "/", ":", "e", "E", "+", " ", "%"]
      return scalars.allSatisfy { isDigit($0) || numeric.contains($0) } || hasMonth(lowered)
    }
    return hasMonth(lowered) && scalars.contains(where: isDigit)
  }

  /// Whether the only word in it is a month: `MAR-1`, `1 sept`.
  private static func hasMonth(_ lowered: String) -> Bool {
    let words = lowered.split { !$0.isLetter }
    guard words.count == 1, let word = words.first, word.count >= 3 else { return false }
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    return months.contains { $0.hasPrefix(word) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
