/// An entry of a catalog.
public struct Control: Sendable, Hashable {
  /// The number that the document prints, or ours (`idIsSynthetic`).
  public var id: ControlID
  /// Whether the id is ours because the document prints none.
  public var idIsSynthetic: Bool
  /// The id of the group or the control that holds it; empty at the top.
  public var parent: String
  /// What sort of entry it is.
  public var kind: Kind
  /// The publisher's heading, when it has one.
  public var title: String
  /// In our own words; ships with the product.
  public var summary: String
  /// The publisher's wording; present only after the user imported his own copy.
  public var statement: String?
  /// SHA-256 of the publisher's wording with white space folded, in lower-case hex.
  public var statementSHA256: String
  /// How binding it is, read from the sentence's main verb.
  public var modality: Modality?
  /// What further verbs of the sentence say.
  public var secondaryModality: [Modality]
  /// The id of its level.
  public var level: String
  /// What the publisher calls this sort of entry: `provision`, `goal`, `measure` …
  public var category: String
  /// Whom it obliges; empty when the document does not say.
  public var appliesTo: [Role]
  /// The stages of the life cycle that it belongs to.
  public var lifecycle: [Lifecycle]
  /// Set when it is assessed through its children: all of them, or any one.
  public var combination: Combination?
  /// Lower-level controls that meeting this one also meets.
  public var supersedes: [Supersession]
  /// Thresholds that the text prints.
  public var parameters: [Parameter]
  /// Named parts that together cover it without overlap.
  public var aspects: [Aspect]
  /// When it applies, where the document makes it conditional.
  public var condition: String
  /// What the document itself cites.
  public var references: [String]
  /// What the document itself relates it to.
  public var related: [String]
  /// What a user has to know about it.
  public var notes: [String]
  /// How many indicators it has in each column (CAF outcomes).
  public var indicators: IndicatorCounts?
  /// For a threat: score 1…5 by capacity id (RAND RR-A2849-1, table 5.2, pp. 15–17).
  public var feasibility: [String: Int]
  /// For a threat: the lowest level whose measures answer it.
  public var relevantLevel: String
  /// For a threat: whether the document flags its scores as likely to change soon.
  public var rapidlyChanging: Bool
  /// Where it stands in the document.
  public var locator: Locator
  /// Where it was read.
  public var origin: Origin

  /// Makes a control; what is not given is empty.
  public init(
    id: ControlID, idIsSynthetic: Bool = false, parent: String = "", kind: Kind = .requirement,
    title: String = "", summary: String = "", statement: String? = nil,
    statementSHA256: String = "", modality: Modality? = nil, secondaryModality: [Modality] = [],
    level: String = "", category: String = "", appliesTo: [Role] = [],
    lifecycle: [Lifecycle] = [], combination: Combination? = nil,
    supersedes: [Supersession] = [], parameters: [Parameter] = [], aspects: [Aspect] = [],
    condition: String = "", references: [String] = [], related: [String] = [],
    notes: [String] = [], indicators: IndicatorCounts? = nil, feasibility: [String: Int] = [:],
    relevantLevel: String = "", rapidlyChanging: Bool = false, locator: Locator = Locator(),
    origin: Origin = Origin()
  ) {
    self.id = id
    self.idIsSynthetic = idIsSynthetic
    self.parent = parent
    self.kind = kind
    self.title = title
    self.summary = summary
    self.statement = statement
    self.statementSHA256 = statementSHA256
    self.modality = modality
    self.secondaryModality = secondaryModality
    self.level = level
    self.category = category
    self.appliesTo = appliesTo
    self.lifecycle = lifecycle
    self.combination = combination
    self.supersedes = supersedes
    self.parameters = parameters
    self.aspects = aspects
    self.condition = condition
    self.references = references
    self.related = related
    self.notes = notes
    self.indicators = indicators
    self.feasibility = feasibility
    self.relevantLevel = relevantLevel
    self.rapidlyChanging = rapidlyChanging
    self.locator = locator
    self.origin = origin
  }

  /// The heading when the document has one, else our summary, else the publisher's wording.
  public var heading: String {
    !title.isEmpty ? title : !summary.isEmpty ? summary : statement ?? ""
  }
}

extension Control {
  /// What sort of entry a control is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A heading that holds others; it has no verdict of its own.
    case principle
    /// Has a verdict, and counts.
    case requirement
    /// One of several ways to meet its parent; it has a verdict but does not count by itself.
    case alternative
    /// A statement of a CAF outcome that is true or false.
    case indicator
    /// An attack vector.
    case threat

    /// Whether practices can be mapped to it.
    public var isAssessable: Bool { self != .principle && self != .threat }
  }

  /// How binding a control is.
  public enum Modality: String, Sendable, Hashable, CaseIterable {
    /// shall
    case required
    /// should
    case recommended
    /// may, can
    case permitted

    /// Whether it binds at least as strongly as `other`.
    public func isAtLeast(_ other: Modality) -> Bool {
      func strength(_ modality: Modality) -> Int {
        switch modality {
        case .required: 2
        case .recommended: 1
        case .permitted: 0
        }
      }
      return strength(self) >= strength(other)
    }
  }

  /// How a control is assessed through its children.
  public enum Combination: String, Sendable, Hashable, CaseIterable {
    /// Every child: the mean of their bounds for coverage, the weakest for the verdict.
    case all
    /// The best child.
    case any
  }

  /// A lower-level control that meeting another also meets.
  public struct Supersession: Sendable, Hashable {
    /// The lower-level control.
    public var id: ControlID
    /// Who says so.
    public var basis: Basis
    /// Why.
    public var note: String

    /// Makes a supersession.
    public init(id: ControlID, basis: Basis, note: String = "") {
      self.id = id
      self.basis = basis
      self.note = note
    }

    /// Who says that one control supersedes another.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
      /// The document itself.
      case publisher
      /// We read it so.
      case ownReading = "own-reading"
    }
  }

  /// A threshold that the text prints.
  public struct Parameter: Sendable, Hashable {
    /// Kebab-case.
    public var name: String
    /// As the document prints it.
    public var value: String
    /// Unit of the value, when it has one.
    public var unit: String
    /// False when the document gives it as an example.
    public var isFirm: Bool

    /// Makes a parameter.
    public init(name: String, value: String, unit: String = "", isFirm: Bool) {
      self.name = name
      self.value = value
      self.unit = unit
      self.isFirm = isFirm
    }
  }

  /// How many indicators of good practice a CAF outcome has in each column of its table.
  public struct IndicatorCounts: Sendable, Hashable {
    /// Any one of them true: not achieved.
    public var notAchieved: Int
    /// All of them true: partially achieved. 0 when the table has no such column.
    public var partiallyAchieved: Int
    /// All of them true: achieved.
    public var achieved: Int

    /// Makes counts.
    public init(notAchieved: Int, partiallyAchieved: Int, achieved: Int) {
      self.notAchieved = notAchieved
      self.partiallyAchieved = partiallyAchieved
      self.achieved = achieved
    }
  }
}

/// A named part of a requirement; the parts cover it without overlap.
public struct Aspect: Sendable, Hashable {
  /// Kebab-case.
  public var id: AspectID
  /// In own words.
  public var title: String
  /// Its share of the requirement before normalisation; greater than 0.
  public var weight: Double

  /// Makes an aspect.
  public init(id: AspectID, title: String = "", weight: Double = 1) {
    self.id = id
    self.title = title
    self.weight = weight
  }
}
