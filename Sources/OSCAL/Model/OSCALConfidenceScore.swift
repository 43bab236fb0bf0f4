/// How sure the makers of a mapping are.
public struct OSCALConfidenceScore: Sendable, Hashable {
  /// In words.
  public var category: String?
  /// A decimal number, as it is written.
  public var percentage: String?

  /// Makes one; what is not given is absent.
  public init(
    category: String? = nil, percentage: String? = nil
  ) {
    self.category = category
    self.percentage = percentage
  }
}
