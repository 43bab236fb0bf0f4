public import ControlModel

/// What is different between two editions of a catalog.
public struct EditionDifference: Sendable, Hashable {
  /// The old edition.
  public var old: Catalog
  /// The new edition.
  public var new: Catalog
  /// Controls that both editions have, in the order of the new one.
  public var counterparts: [Counterpart]
  /// Controls of the new edition that were found nowhere in the old one.
  public var added: [Unpaired]
  /// Controls of the old edition that were found nowhere in the new one.
  public var removed: [Unpaired]
  /// Controls of the old edition that became several.
  public var splits: [Division]
  /// Controls of the new edition that were several.
  public var merges: [Division]
  /// The groups (phases, sections, objectives) that both have, as entries of kind `principle`.
  public var groups: [Counterpart]
  /// Groups of the new edition alone.
  public var addedGroups: [Unpaired]
  /// Groups of the old edition alone.
  public var removedGroups: [Unpaired]

  /// Compares two editions.
  public init(from old: Catalog, to new: Catalog) {
    self.old = old
    self.new = new
    let headings = Edition(old.groups.map(Self.entry), new.groups.map(Self.entry), below: nil)
    let entries = Edition(old.controls, new.controls, below: headings)
    counterparts = entries.counterparts
    added = entries.added
    removed = entries.removed
    splits = entries.splits
    merges = entries.merges
    groups = headings.counterparts
    addedGroups = headings.added
    removedGroups = headings.removed
  }

  private static func entry(_ group: Group) -> Control {
    Control(
      id: ControlID(group.id.rawValue), parent: group.parent?.rawValue ?? "", kind: .principle,
      title: group.title, summary: group.summary)
  }

  /// Controls that both have and that differ in nothing that is compared.
  public var unchanged: [Counterpart] { counterparts.filter { $0.changes.isEmpty } }

  /// Whether nothing is different.
  public var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && addedGroups.isEmpty && removedGroups.isEmpty
      && counterparts.allSatisfy(\.changes.isEmpty) && groups.allSatisfy(\.changes.isEmpty)
  }

  /// How many controls that both have differ in this.
  public func count(_ change: Counterpart.Change) -> Int {
    counterparts.count { $0.changes.contains(change) }
  }

  /// How many controls were compared by this text; nil: they have no text in common.
  public func count(by basis: TextBasis?) -> Int { counterparts.count { $0.basis == basis } }
}
