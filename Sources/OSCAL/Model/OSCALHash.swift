/// A digest.
public struct OSCALHash: Sendable, Hashable {
  /// `SHA-256` and others.
  public var algorithm: String
  /// As it is written.
  public var value: String

  /// Makes one; what is not given is absent.
  public init(
    algorithm: String, value: String
  ) {
    self.algorithm = algorithm
    self.value = value
  }
}
