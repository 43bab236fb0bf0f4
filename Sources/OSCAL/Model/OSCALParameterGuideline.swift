/// Advice on choosing a value of a parameter.
public struct OSCALParameterGuideline: Sendable, Hashable {
  /// In words.
  public var prose: OSCALMarkupMultiline?

  /// Makes one; what is not given is absent.
  public init(
    prose: OSCALMarkupMultiline? = nil
  ) {
    self.prose = prose
  }
}
