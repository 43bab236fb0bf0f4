/// A condition of a relation.
public struct OSCALMappingQualifier: Sendable, Hashable {
  /// What has it.
  public var subject: String
  /// What it is.
  public var predicate: String
  /// Its kind.
  public var category: String
  /// In words.
  public var description: OSCALMarkupMultiline?
  /// Commentary on the object that holds it.
  public var remarks: OSCALMarkupMultiline?

  /// Makes one; what is not given is absent.
  public init(
    subject: String, predicate: String, category: String,
    description: OSCALMarkupMultiline? =
      nil, remarks: OSCALMarkupMultiline? = nil
  ) {
    self.subject = subject
    self.predicate = predicate
    self.category = category
    self.description = description
    self.remarks = remarks
  }
}
