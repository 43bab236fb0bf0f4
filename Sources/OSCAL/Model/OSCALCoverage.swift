/// How much of the target is covered.
public struct OSCALCoverage: Sendable, Hashable {
  /// How the number was found.
  public var generationMethod: String?
  /// A decimal number, as it is written.
  public var targetCoverage: String

  /// Makes one; what is not given is absent.
  public init(
    generationMethod: String? = nil, targetCoverage: String
  ) {
    self.generationMethod = generationMethod
    self.targetCoverage = targetCoverage
  }
}
