/// What is known of a share between 0 and 1: it lies between two bounds.
public struct Bounds: Sendable, Hashable {
  /// 0…1, at most `upper`.
  public let lower: Double
  /// 0…1, at least `lower`.
  public let upper: Double

  /// Makes bounds; values that differ from 0 or 1 by less than a billionth are that value, so
  /// that sums such as 0.1 + 0.2 + 0.7 are what a person makes of them.
  public init(_ lower: Double, _ upper: Double) {
    self.lower = Self.snapped(lower)
    self.upper = Self.snapped(max(lower, upper))
  }

  /// Exactly 0.
  public static let zero = Bounds(0, 0)
  /// Exactly 1.
  public static let one = Bounds(1, 1)
  /// Anything.
  public static let unknown = Bounds(0, 1)

  /// Whether it is certainly the whole.
  public var isWhole: Bool { lower == 1 }
  /// Whether it may be the whole.
  public var mayBeWhole: Bool { upper == 1 }

  /// Both bounds multiplied.
  public static func * (left: Bounds, right: Bounds) -> Bounds {
    Bounds(left.lower * right.lower, left.upper * right.upper)
  }

  /// The larger of both lower and of both upper bounds.
  public static func larger(_ left: Bounds, _ right: Bounds) -> Bounds {
    Bounds(max(left.lower, right.lower), max(left.upper, right.upper))
  }

  /// The smaller of both lower and of both upper bounds.
  public static func smaller(_ left: Bounds, _ right: Bounds) -> Bounds {
    Bounds(min(left.lower, right.lower), min(left.upper, right.upper))
  }

  /// The Fréchet bounds of a union of shares whose overlap is not known: at least the largest, at
  /// most the sum (`docs/scoring.md`, section 2). The union of nothing is 0.
  public static func union(_ shares: [Bounds]) -> Bounds {
    union(lower: shares.map(\.lower).max() ?? 0, uppers: shares.map(\.upper))
  }

  /// The same, when the largest lower bound is known.
  static func union(lower: Double, uppers: [Double]) -> Bounds {
    // Sorted, so that the rounding of the sum does not depend on the order of rows.
    Bounds(lower, min(1, uppers.sorted().reduce(0, +)))
  }

  /// The mean of both bounds, or nil for nothing.
  public static func mean(_ all: [Bounds]) -> Bounds? {
    guard !all.isEmpty else { return nil }
    let count = Double(all.count)
    return Bounds(
      all.map(\.lower).sorted().reduce(0, +) / count,
      all.map(\.upper).sorted().reduce(0, +) / count)
  }

  private static func snapped(_ value: Double) -> Double {
    if value > 1 - 1e-9 { return 1 }
    return value < 1e-9 ? 0 : value
  }
}
