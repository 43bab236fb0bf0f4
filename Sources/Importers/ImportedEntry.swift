public import ControlModel

/// One heading or clause of a document.
public struct ImportedEntry: Sendable, Hashable {
  /// The id that it has in the shipped catalog.
  public var id: String
  /// What sort of entry it is.
  public var kind: Kind
  /// The id of the entry that holds it; empty at the top.
  public var parent: String
  /// The heading; empty when it has none.
  public var title: String
  /// The publisher's wording without number and footnote markers, white space folded; empty when
  /// it is a heading only.
  public var statement: String
  /// The same with the footnote markers that were taken out.
  public var rawText: String
  /// The footnote markers that were taken out.
  public var footnoteMarkers: [String]
  /// How binding it is, read from the first `shall` or `should`.
  public var modality: Control.Modality?
  /// What further verbs of the text say.
  public var secondaryModality: [Control.Modality]
  /// The line that says whom it concerns, as printed; empty without one.
  public var roleLine: String
  /// The roles that the line names.
  public var roles: [Role]
  /// What the reference line cites.
  public var references: [String]
  /// Where it stands.
  public var locator: Locator
  /// What sort of control it becomes where the catalog does not have it yet; empty when its kind
  /// says enough.
  public var category: String
  /// The id of the level that it belongs to; empty without.
  public var level: String
  /// The heading under which its id counts, where the print has no ids: `SL1.WS.STO` for
  /// `SL1.WS.STO.2`. Its title is then the publisher's and need not be the catalog's.
  public var series: String
  /// For an attack vector: its scores by the id of the capacity.
  public var scores: [String: Int]
  /// What the user has to know about this entry.
  public var notes: [String]

  /// Makes an entry; what is not given is empty.
  public init(
    id: String, kind: Kind, parent: String = "", title: String = "", statement: String = "",
    rawText: String = "", footnoteMarkers: [String] = [], locator: Locator = Locator()
  ) {
    self.id = id
    self.kind = kind
    self.parent = parent
    self.title = title
    self.statement = statement
    self.rawText = rawText
    self.footnoteMarkers = footnoteMarkers
    modality = nil
    secondaryModality = []
    roleLine = ""
    roles = []
    references = []
    self.locator = locator
    category = ""
    level = ""
    series = ""
    scores = [:]
    notes = []
  }

  /// The sorts of entry.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A heading over other headings.
    case section
    /// A numbered principle.
    case principle
    /// A guideline under a section.
    case guideline
    /// What a principle wants to reach.
    case goal
    /// A way to get there.
    case measure
    /// One of several ways to meet the entry above it.
    case alternative
    /// A way of attack.
    case vector
    /// What has to be the case: an outcome of the CAF.
    case outcome
    /// A statement by which an outcome is judged.
    case indicator
    /// A numbered clause.
    case provision
    /// A statement of running text that has no number in print.
    case statement
    /// A point of a list.
    case bullet
  }
}
