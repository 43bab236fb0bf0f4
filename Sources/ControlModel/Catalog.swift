/// A standard in the unified control model: its structure, its controls, and how it says that it
/// is met.
public struct Catalog: Sendable, Hashable {
  /// Short and stable, with the edition.
  public var id: CatalogID
  /// As the publisher gives it.
  public var title: String
  /// As the publisher gives it.
  public var publisher: String
  /// As the publisher gives it.
  public var version: String
  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: as exactly as it is known.
  public var published: String
  /// Whether the publisher still stands by it.
  public var status: Status
  /// Language of the document, as a BCP 47 tag.
  public var language: String
  /// Terms under which the document is published.
  public var licence: String
  /// The line that has to be printed with it.
  public var attribution: String
  /// How this standard says that it is met. The scorer reads this and nothing else to choose its
  /// rule.
  public var conformance: Conformance
  /// The edition that this one replaces.
  public var supersedes: CatalogID?
  /// The edition that replaces this one.
  public var supersededBy: CatalogID?
  /// What the catalog was made from.
  public var source: Source
  /// What has to be said wherever a result by this catalog is shown.
  public var caveat: String
  /// What a user has to know about the document before he relies on the catalog.
  public var notes: [String]
  /// The levels in ascending order, where the standard has them.
  public var levels: [Level]
  /// The operational capacities of attackers in ascending order, where the standard has them.
  public var capacities: [Capacity]
  /// The groups in document order; a tree through `parent`.
  public var groups: [Group]
  /// The controls in document order; a tree through `parent`.
  public var controls: [Control]
  /// Where it was read.
  public var origin: Origin

  /// Makes a catalog; what is not given is empty.
  public init(
    id: CatalogID, title: String, publisher: String = "", version: String = "",
    published: String = "", status: Status = .published, language: String = "en",
    licence: String = "", attribution: String = "", conformance: Conformance,
    supersedes: CatalogID? = nil, supersededBy: CatalogID? = nil, source: Source = Source(),
    caveat: String = "", notes: [String] = [], levels: [Level] = [], capacities: [Capacity] = [],
    groups: [Group] = [],
    controls: [Control] = [], origin: Origin = Origin()
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.version = version
    self.published = published
    self.status = status
    self.language = language
    self.licence = licence
    self.attribution = attribution
    self.conformance = conformance
    self.supersedes = supersedes
    self.supersededBy = supersededBy
    self.source = source
    self.caveat = caveat
    self.notes = notes
    self.levels = levels
    self.capacities = capacities
    self.groups = groups
    self.controls = controls
    self.origin = origin
  }
}

extension Catalog {
  /// Whether there is something in it that gets a verdict.
  public var hasRequirements: Bool { controls.contains { $0.kind == .requirement } }

  /// Whether an assessment that names no catalogs is scored by this one: it has requirements, and
  /// no other edition has replaced it.
  public var isScoredUnasked: Bool { hasRequirements && status != .superseded }

  /// Whether the publisher still stands by a document.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Put out for comment.
    case draft
    /// In force.
    case published
    /// Replaced by another edition.
    case superseded
  }

  /// How a standard says that it is met (`docs/scoring.md`, section 5).
  public enum Conformance: String, Sendable, Hashable, CaseIterable {
    /// Every applicable `required` control is met (DSIT, ETSI).
    case modality
    /// Every measure of a level and of those below it is met, category by category (RAND).
    case levels
    /// Every indicator of an outcome's column is true (CAF).
    case outcomes
    /// No pass mark: counts and the mean of the bounds (NCSC guidelines and principles).
    case coverage
  }

  /// What a catalog was made from; what is not known is empty.
  public struct Source: Sendable, Hashable {
    /// Where the publisher offers the document.
    public var url: String
    /// Form of the document that was read.
    public var format: String
    /// SHA-256 of the exact bytes that were read, in lower-case hex.
    public var sha256: String
    /// The day it was read.
    public var retrieved: String
    /// The importer and its version, when one made it.
    public var importer: String
    /// The document itself as it was kept, for what this model has no place for: a path below the
    /// folder of the catalog's file.
    public var document: String
    /// SHA-256 of the kept document, in lower-case hex.
    public var documentSHA256: String

    /// Makes a source.
    public init(
      url: String = "", format: String = "", sha256: String = "", retrieved: String = "",
      importer: String = "", document: String = "", documentSHA256: String = ""
    ) {
      self.url = url
      self.format = format
      self.sha256 = sha256
      self.retrieved = retrieved
      self.importer = importer
      self.document = document
      self.documentSHA256 = documentSHA256
    }
  }
}

extension Catalog.Source {
  /// Whether the texts were read from the publisher's own document, and not from a table or from
  /// the library of another program, which may shorten them.
  public var isPublishers: Bool {
    format != "ciso-assistant-library" && !format.hasPrefix("table-")
  }
}
