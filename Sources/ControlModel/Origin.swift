public import Diagnostics

/// Where a value was read, so that a problem found later can still be shown in its file.
///
/// Two values are equal when they say the same, wherever they were read: an origin equals every
/// other origin.
public struct Origin: Sendable, Hashable {
  /// Where the entry starts.
  public var location: SourceLocation?
  /// Where its references stand, by field name (`practice`, `evidence[0]`).
  public var fields: [String: SourceLocation]

  /// Makes an origin; without arguments, that of a value made in memory.
  public init(location: SourceLocation? = nil, fields: [String: SourceLocation] = [:]) {
    self.location = location
    self.fields = fields
  }

  /// Where the value of `field` stands, or else where the entry starts.
  public func location(of field: String) -> SourceLocation? { fields[field] ?? location }

  /// Always true: see the type.
  public static func == (left: Origin, right: Origin) -> Bool { true }

  /// Hashes nothing: see the type.
  public func hash(into hasher: inout Hasher) {}
}
