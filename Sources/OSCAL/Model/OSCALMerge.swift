/// How selected controls are put together.
public struct OSCALMerge: Sendable, Hashable {
  /// What happens to a control that is there twice.
  public var combine: OSCALCombine?
  /// What groups the result has; nil: it is flat.
  public var structure: OSCALMergeStructure?

  /// Makes one; what is not given is absent.
  public init(
    combine: OSCALCombine? = nil, structure: OSCALMergeStructure? = nil
  ) {
    self.combine = combine
    self.structure = structure
  }
}
