/// Shares for people.
public enum Percent {
  /// `67 %`. Rounded down, except that only a true 0 shows as `0 %`: what is not whole never
  /// shows as `100 %`, and what is there never shows as nothing.
  public static func text(_ share: Double) -> String {
    let percent = Int((share * 100 + 1e-9).rounded(.down))
    if percent == 0, share > 0 { return "<1 %" }
    return "\(percent) %"
  }

  /// `54–67 %`: at least the first, at most the second, so the second is rounded up; one number
  /// where the bounds are the same.
  public static func text(_ bounds: Bounds) -> String {
    guard bounds.lower < bounds.upper else { return text(bounds.lower) }
    let upper = min(100, Int((bounds.upper * 100 - 1e-9).rounded(.up)))
    return "\(text(bounds.lower).dropLast(2))–\(upper) %"
  }
}
