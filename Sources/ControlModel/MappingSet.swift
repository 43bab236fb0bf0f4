/// Pairs between the practice library and a catalog, or between two catalogs.
public struct MappingSet: Sendable, Hashable {
  /// Kebab-case.
  public var id: MappingSetID
  /// A short name.
  public var title: String
  /// How finished it is.
  public var status: String
  /// What the pairs start from.
  public var source: Endpoint
  /// The catalog that the pairs lead to.
  public var target: Endpoint
  /// How the pairs were found.
  public var method: Method
  /// Who made it; a pair may say otherwise.
  public var provenance: Provenance
  /// Set when the pairs are not written out but follow from two other sets.
  public var composition: Composition?
  /// The pairs.
  public var pairs: [MappingPair]
  /// Where it was read.
  public var origin: Origin

  /// Makes a mapping set.
  public init(
    id: MappingSetID, title: String = "", status: String = "draft", source: Endpoint,
    target: Endpoint, method: Method = .human, provenance: Provenance = Provenance(),
    composition: Composition? = nil, pairs: [MappingPair], origin: Origin = Origin()
  ) {
    self.id = id
    self.title = title
    self.status = status
    self.source = source
    self.target = target
    self.method = method
    self.provenance = provenance
    self.composition = composition
    self.pairs = pairs
    self.origin = origin
  }

  /// One side of a mapping set.
  public struct Endpoint: Sendable, Hashable {
    /// Whether it is a practice library or a catalog.
    public var kind: Kind
    /// The id of the library or the catalog.
    public var id: String
    /// The exact version that the pairs were made for.
    public var version: String

    /// Makes an endpoint.
    public init(_ kind: Kind, id: String, version: String = "") {
      self.kind = kind
      self.id = id
      self.version = version
    }

    /// What a side of a mapping set is.
    public enum Kind: String, Sendable, Hashable { case practices, catalog }
  }

  /// How pairs were found.
  public enum Method: String, Sendable, Hashable, CaseIterable { case human, automation, hybrid }

  /// Pairs practice → A, carried over A → B. Composed pairs are leads; the set that names them is
  /// the act of accepting them, and only along the relations that it lists.
  public struct Composition: Sendable, Hashable {
    /// The set practice → A.
    public var first: MappingSetID
    /// The set A → B.
    public var second: MappingSetID
    /// The relations A → B that may be followed.
    public var along: [Relation]

    /// Makes a composition.
    public init(first: MappingSetID, second: MappingSetID, along: [Relation]) {
      self.first = first
      self.second = second
      self.along = along
    }
  }
}

/// One pair of a mapping set.
public struct MappingPair: Sendable, Hashable {
  /// The practice or the control that it starts from.
  public var source: String
  /// The control that it leads to.
  public var target: ControlID
  /// Read source-to-target: "the source is a superset of the target".
  public var relation: Relation
  /// 0 < share ≤ 1: how much of the target a fully working source meets; 0 when nobody said.
  public var share: Double
  /// False when nobody said how much of the target the source meets: any share is possible.
  public var isShareKnown: Bool
  /// The named part of the target that it meets.
  public var aspect: AspectID?
  /// On which values of the practice's parameter it holds.
  public var when: Condition?
  /// Why, in one sentence.
  public var rationale: String
  /// How sure its author is.
  public var confidence: Confidence
  /// Who made it, when it is not the set's author.
  public var provenance: Provenance?
  /// The path, when the pair was composed out of others: `5.4.1 → 5.2.1-4.1`.
  public var path: String
  /// Where it was read.
  public var origin: Origin

  /// Makes a pair; the share is 1 when it is not given, and unknown when it is nil.
  public init(
    source: String, target: ControlID, relation: Relation, share: Double? = 1,
    aspect: AspectID? = nil, when: Condition? = nil, rationale: String = "",
    confidence: Confidence = .medium, provenance: Provenance? = nil, path: String = "",
    origin: Origin = Origin()
  ) {
    self.source = source
    self.target = target
    self.relation = relation
    self.share = share ?? 0
    isShareKnown = share != nil
    self.aspect = aspect
    self.when = when
    self.rationale = rationale
    self.confidence = confidence
    self.provenance = provenance
    self.path = path
    self.origin = origin
  }

  /// How sure an author is of his pair.
  public enum Confidence: String, Sendable, Hashable, CaseIterable { case high, medium, low }
}

/// How the source of a pair stands to its target (NIST IR 8477, OSCAL mapping model 1.2).
public enum Relation: String, Sendable, Hashable, CaseIterable {
  /// The same words.
  case equal
  /// The same meaning in other words.
  case equivalent
  /// The source contains the target.
  case superset
  /// The target contains the source.
  case subset
  /// Each has something that the other lacks.
  case intersects
  /// They have nothing in common; said to record that somebody looked.
  case none

  /// Whether a working source meets the whole target.
  public var meetsWhole: Bool { self == .equal || self == .equivalent || self == .superset }

  /// The relation read target-to-source.
  public var inverse: Relation {
    switch self {
    case .superset: .subset
    case .subset: .superset
    default: self
    }
  }
}
