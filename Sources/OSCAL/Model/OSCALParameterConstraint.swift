/// What values of a parameter are allowed.
public struct OSCALParameterConstraint: Sendable, Hashable {
  /// In words.
  public var description: OSCALMarkupMultiline?
  /// In expressions that a program can evaluate.
  public var tests: [OSCALConstraintTest]

  /// Makes one; what is not given is absent.
  public init(
    description: OSCALMarkupMultiline? = nil, tests: [OSCALConstraintTest] = []
  ) {
    self.description = description
    self.tests = tests
  }
}
