/// The choices of a parameter.
public struct OSCALParameterSelection: Sendable, Hashable {
  /// `one` or `one-or-more`; nil: one.
  public var howMany: String?
  /// In document order; they may insert other parameters.
  public var choices: [OSCALMarkupLine]

  /// Makes one; what is not given is absent.
  public init(
    howMany: String? = nil, choices: [OSCALMarkupLine] = []
  ) {
    self.howMany = howMany
    self.choices = choices
  }
}
