/// How far a finding of a comparison can be trusted.
public enum Confidence: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Somebody has to look before anybody relies on it.
  case review = "to-review"
  /// Probably so.
  case likely
  /// As good as certain; `assessment migrate` relies on these alone.
  case sure

  /// Orders from the weakest to the strongest.
  public static func < (left: Confidence, right: Confidence) -> Bool {
    rank(left) < rank(right)
  }

  private static func rank(_ confidence: Confidence) -> Int {
    switch confidence {
    case .review: 0
    case .likely: 1
    case .sure: 2
    }
  }
}
