/// What a document refers to.
public struct OSCALBackMatter: Sendable, Hashable {
  /// In document order.
  public var resources: [OSCALResource]

  /// Makes one; what is not given is absent.
  public init(
    resources: [OSCALResource] = []
  ) {
    self.resources = resources
  }
}
