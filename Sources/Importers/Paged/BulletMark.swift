/// The glyph that opens a point of a list. Converters and fonts change it; its family says how deep
/// the point stands only together with the other points of the document.
enum BulletMark: Hashable {
  /// Dots: `•` and its kin.
  case dot
  /// Dashes and rings, and what a font's dash turns into.
  case dash
  /// Squares.
  case square
  /// A glyph that the converter did not know.
  case other(Character)

  /// Splits a folded line into its bullet and the text beside it, which may be empty; or nil.
  static func split(_ text: String) -> (mark: BulletMark, rest: String)? {
    guard let first = text.first, let mark = mark(first) else { return nil }
    let after = text.dropFirst()
    guard let next = after.first else { return (mark, "") }
    if next != " " {
      // `•Text` has lost its blank; `-5` and `*note` are no points.
      guard "•●■▪□◦○\u{F0B7}\u{F0A7}".contains(first), next.isLetter || next.isNumber else {
        return nil
      }
    }
    return (mark, FoldedText.fold(after))
  }

  private static func mark(_ glyph: Character) -> BulletMark? {
    switch glyph {
    case "•", "●", "·", "∙", "⦁", "‣", "\u{F0B7}": .dot
    case "–", "-", "−", "‐", "‑", "‒", "o", "◦", "○", "Ȥ", "Ƞ", "\u{F02D}": .dash
    case "■", "▪", "□", "▫", "◼", "◾", "\u{F0A7}", "\u{F06E}": .square
    case "?", "*", "»", "➢", "✓", "✔", "\u{FFFD}", "§": .other(glyph)
    default:
      glyph.unicodeScalars.allSatisfy { (0xE000...0xF8FF).contains($0.value) }
        ? .other(glyph) : nil
    }
  }
}
