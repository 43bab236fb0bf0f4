/// What is changed in selected controls.
public struct OSCALModify: Sendable, Hashable {
  /// Parameters that are set.
  public var setParameters: [OSCALSetParameter]
  /// Controls that are changed.
  public var alters: [OSCALAlter]

  /// Makes one; what is not given is absent.
  public init(
    setParameters: [OSCALSetParameter] = [], alters: [OSCALAlter] = []
  ) {
    self.setParameters = setParameters
    self.alters = alters
  }
}
