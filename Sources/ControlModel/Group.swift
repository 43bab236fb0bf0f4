/// A heading that orders a catalog: phase, section, category, objective, family.
public struct Group: Sendable, Hashable {
  /// As the document prints it, or ours.
  public var id: GroupID
  /// What the publisher calls this sort of heading: `phase`, `category`, `subcategory` …
  public var kind: String
  /// As the publisher gives it.
  public var title: String
  /// The group that holds it.
  public var parent: GroupID?
  /// In own words.
  public var summary: String
  /// Where it stands in the document.
  public var locator: Locator
  /// Where it was read.
  public var origin: Origin

  /// Makes a group.
  public init(
    id: GroupID, kind: String = "section", title: String, parent: GroupID? = nil,
    summary: String = "", locator: Locator = Locator(), origin: Origin = Origin()
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.parent = parent
    self.summary = summary
    self.locator = locator
    self.origin = origin
  }
}
