/// What happens to a control that is there twice.
public struct OSCALCombine: Sendable, Hashable {
  /// `use-first`, `merge` (deprecated) or `keep`; nil: `keep`.
  public var method: String?

  /// Makes one; what is not given is absent.
  public init(
    method: String? = nil
  ) {
    self.method = method
  }
}
