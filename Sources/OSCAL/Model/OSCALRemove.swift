/// What is taken away from a control; all that is given has to fit.
public struct OSCALRemove: Sendable, Hashable {
  /// Name of a property or part.
  public var byName: String?
  /// Class of what is removed.
  public var byClass: String?
  /// Id of what is removed.
  public var byID: String?
  /// Sort of object: `param`, `prop`, `link`, `part`.
  public var byItemName: String?
  /// Namespace of a property or part.
  public var byNs: String?
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    byName: String? = nil, byClass: String? = nil, byID: String? = nil,
    byItemName: String? =
      nil, byNs: String? = nil, remarks: OSCALMarkupMultiline? = nil,
    origin: OSCALOrigin =
      OSCALOrigin()
  ) {
    self.byName = byName
    self.byClass = byClass
    self.byID = byID
    self.byItemName = byItemName
    self.byNs = byNs
    self.remarks = remarks
    self.origin = origin
  }
}
