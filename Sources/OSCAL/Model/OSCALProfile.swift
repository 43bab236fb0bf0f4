/// A selection of controls, and what is changed in them: a baseline.
public struct OSCALProfile: Sendable, Hashable {
  /// Changes whenever the content does.
  public var uuid: String
  /// About the document.
  public var metadata: OSCALMetadata
  /// Where the controls come from.
  public var imports: [OSCALImport]
  /// How the selected controls are put together.
  public var merge: OSCALMerge?
  /// What is changed in them.
  public var modify: OSCALModify?
  /// What the document refers to.
  public var backMatter: OSCALBackMatter?

  /// Makes one; what is not given is absent.
  public init(
    uuid: String, metadata: OSCALMetadata, imports: [OSCALImport] = [],
    merge: OSCALMerge? =
      nil, modify: OSCALModify? = nil, backMatter: OSCALBackMatter? = nil
  ) {
    self.uuid = uuid
    self.metadata = metadata
    self.imports = imports
    self.merge = merge
    self.modify = modify
    self.backMatter = backMatter
  }
}
