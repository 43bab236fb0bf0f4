/// A name with a value.
public struct OSCALProperty: Sendable, Hashable {
  /// What is said.
  public var name: String
  /// Identifies the property.
  public var uuid: String?
  /// The vocabulary that the name is of; nil: that of OSCAL.
  public var ns: String?
  /// What it is said to be.
  public var value: String
  /// A textual label for a sub-type.
  public var `class`: String?
  /// Properties that belong together have the same.
  public var group: String?
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?

  /// Makes one; what is not given is absent.
  public init(
    name: String, uuid: String? = nil, ns: String? = nil, value: String, `class`: String? = nil,
    group: String? = nil, remarks: OSCALMarkupMultiline? = nil
  ) {
    self.name = name
    self.uuid = uuid
    self.ns = ns
    self.value = value
    self.class = `class`
    self.group = group
    self.remarks = remarks
  }
}
