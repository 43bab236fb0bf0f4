/// A pattern of ids.
public struct OSCALMatching: Sendable, Hashable {
  /// A glob: `*` and `?`.
  public var pattern: String?
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?

  /// Makes one; what is not given is absent.
  public init(
    pattern: String? = nil, remarks: OSCALMarkupMultiline? = nil
  ) {
    self.pattern = pattern
    self.remarks = remarks
  }
}
