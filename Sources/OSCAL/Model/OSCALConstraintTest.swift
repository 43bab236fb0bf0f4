/// An expression that tells whether a value is allowed.
public struct OSCALConstraintTest: Sendable, Hashable {
  /// In a language that the document does not name.
  public var expression: String
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?

  /// Makes one; what is not given is absent.
  public init(
    expression: String, remarks: OSCALMarkupMultiline? = nil
  ) {
    self.expression = expression
    self.remarks = remarks
  }
}
