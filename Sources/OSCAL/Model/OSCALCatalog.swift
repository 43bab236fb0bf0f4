/// A collection of controls, with all that the document says.
public struct OSCALCatalog: Sendable, Hashable {
  /// Changes whenever the content does.
  public var uuid: String
  /// About the document.
  public var metadata: OSCALMetadata
  /// Parameters that stand outside of any group.
  public var params: [OSCALParameter]
  /// Controls that stand outside of any group.
  public var controls: [OSCALControl]
  /// The groups in document order.
  public var groups: [OSCALGroup]
  /// What the document refers to.
  public var backMatter: OSCALBackMatter?

  /// Makes one; what is not given is absent.
  public init(
    uuid: String, metadata: OSCALMetadata, params: [OSCALParameter] = [],
    controls:
      [OSCALControl] = [], groups: [OSCALGroup] = [], backMatter: OSCALBackMatter? = nil
  ) {
    self.uuid = uuid
    self.metadata = metadata
    self.params = params
    self.controls = controls
    self.groups = groups
    self.backMatter = backMatter
  }
}
