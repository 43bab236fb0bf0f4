/// How a document is written.
public enum OSCALForm: String, Sendable, Hashable, CaseIterable {
  /// XML, by NIST's XML schemas.
  case xml
  /// JSON, by NIST's JSON schemas.
  case json
  /// YAML, by the same JSON schemas.
  case yaml

  /// What people call it.
  public var name: String { rawValue.uppercased() }
}
