/// White space as standards compare it: every run of it is one blank, none at the ends.
public enum FoldedText {
  /// Folds white space of every kind (no-break spaces and tabs too), and drops the characters that
  /// only help with line breaks: soft hyphens, zero-width spaces and joiners of words.
  public static func fold(_ text: String) -> String {
    var result = ""
    var isPending = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B, 0x2060, 0xFEFF:
        continue
      default:
        if scalar.properties.isWhitespace {
          isPending = true
        } else {
          if isPending, !result.isEmpty { result.unicodeScalars.append(" ") }
          isPending = false
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// Whether `text` holds characters that turn the direction of writing, by which a text can be
  /// made to look like another.
  static func turnsDirection(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
  }

  /// The form in which titles are compared: folded, quotes straight, no full stop at the end.
  static func comparable(_ text: String) -> String {
    var result = ""
    for character in fold(text) {
      switch character {
      case "’", "‘": result.append("'")
      case "“", "”": result.append("\"")
      case "–", "‑": result.append("-")
      default: result.append(character)
      }
    }
    while result.last == "." { result.removeLast() }
    return result
  }
}
