/// What is changed in a control.
public struct OSCALAlter: Sendable, Hashable {
  /// The control.
  public var controlID: String
  /// What is taken away.
  public var removes: [OSCALRemove]
  /// What is put in.
  public var adds: [OSCALAdd]
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    controlID: String, removes: [OSCALRemove] = [], adds: [OSCALAdd] = [],
    origin: OSCALOrigin =
      OSCALOrigin()
  ) {
    self.controlID = controlID
    self.removes = removes
    self.adds = adds
    self.origin = origin
  }
}
