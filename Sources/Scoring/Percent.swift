/// Shares for people.
public enum Percent {
  /// `67 %`. Rounded down, except that only a true 0 shows as `0 %`: what is not whole never
  /// shows as `100 %`, and what is there never shows as nothing.
  public static func text(_ share: Double) -> String {
    let percent = Int((share * 100 + 1e-9).rounded(.down))
    if percent == 0, share > 0 { return "<1 %" }
    return "\(percent) %"
  }

  /// `54–67 %`, or one number where both bounds show the same.
  public static func text(_ bounds: Bounds) -> String {
    let lower = text(bounds.lower)
    let upper = text(bounds.upper)
    return lower == upper ? lower : "\(lower.dropLast(2))–\(upper)"
  }
}
