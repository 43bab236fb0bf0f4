/// Estimates how wide a line of text is in print, to tell whether it was broken because it was full
/// or because something ends there.
enum LineWidth {
  /// The width in letters of middling width.
  static func of(_ text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The room that is left at the end of a line when the first word of the next line is put there:
  /// clearly above 0, the line was not broken for want of room.
  static func room(after line: Double, before next: some StringProtocol, in width: Double) -> Double
  {
    width - line - of(" ") - of(next.prefix { $0 != " " })
  }

  private static func width(of letter: Unicode.Scalar) -> Double {
    switch letter {
    case "i", "l", "j", "I", ".", ",", ";", ":", "'", "’", "‘", "!", "|": 0.5
    case "t", "f", "r", "(", ")", "[", "]", "-", "/", " ": 0.65
    case "m", "w", "M", "W": 1.5
    case "A"..."Z": 1.25
    default: 1.05
    }
  }
}
