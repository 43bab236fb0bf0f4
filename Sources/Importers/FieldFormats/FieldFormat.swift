public import ControlModel
public import Diagnostics

/// Reads one of the formats that security teams exchange catalogs and mappings in: OSCAL, tables,
/// libraries of other tools.
///
/// An `Importer` fills a catalog that ships; a field format brings one of its own. It is as pure:
/// bytes in, values out, told from the content and never from the file's name.
public protocol FieldFormat: Sendable {
  /// A short, stable name in kebab case; the registry is sorted by it.
  var id: String { get }
  /// Goes up when the same file gives other values.
  var version: String { get }
  /// What it reads, as a phrase that completes "expected …".
  var expects: String { get }

  /// Whether the content is of this format, whole or in part; looks at no more than it needs.
  func recognises(_ file: FieldFile) -> Bool

  /// Whether the file refers to catalogs, so that those of the same command are read before it.
  func joinsCatalogs(_ file: FieldFile) -> Bool

  /// Reads a file that it recognises.
  ///
  /// - Throws: every problem of the file at once.
  func read(_ file: FieldFile, _ request: FieldRequest) throws(Refusal) -> FieldImport
}

extension FieldFormat {
  /// Most files stand for themselves.
  public func joinsCatalogs(_ file: FieldFile) -> Bool { false }
}

/// A file as it was opened.
public struct FieldFile: Sendable {
  /// The file as the user named it; only for messages.
  public let name: String
  /// What is in it.
  public let bytes: [UInt8]
  /// The same in UTF-8, when it is a text in UTF-16: what formats of text read.
  public let text: [UInt8]

  /// Makes a file out of its bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    text = TextDecoding.utf8(ofUTF16: bytes) ?? bytes
  }
}

/// What the user asked for beside the file.
public struct FieldRequest: Sendable {
  /// The id that the catalog or the set shall have; nil: the one that the file says.
  public var id: String?
  /// The day of the import.
  public var today: CalendarDate
  /// Gives the bytes of a file that this one refers to, named relative to it. Only files beside or
  /// below it are given, and never anything from a network.
  public var companion: @Sendable (_ reference: String) throws(Refusal) -> [UInt8]

  /// Gives the catalogs that are there: those that ship, the user's own, and those that the same
  /// command has read already. Reading them takes time: ask only when they are needed.
  public var catalogs: @Sendable () -> [Catalog] = { [] }
  /// Whether other files are read with this one. A file that brings nothing is then told and passed
  /// over; alone it is refused.
  public var isOneOfSeveral = false
  /// The mapping sets that the same command has read already.
  public var mappings: Set<MappingSetID> = []
  /// The catalogs that the same command has read already, each to be a file of its own.
  public var taken: Set<CatalogID> = []
  /// The language of the texts, of a library that holds several; nil: the one that it is written in.
  public var language: String?
  /// How to read a table; only tables ask.
  public var table = TableRequest()

  /// Makes a request.
  public init(
    id: String? = nil, today: CalendarDate,
    companion: @escaping @Sendable (_ reference: String) throws(Refusal) -> [UInt8] = {
      (reference) throws(Refusal) -> [UInt8] in
      throw Refusal("no-companion", "refers to '\(reference)', which is not at hand")
    }
  ) {
    self.id = id
    self.today = today
    self.companion = companion
  }
}

/// What a file of a field format holds.
public struct FieldImport: Sendable {
  /// The catalogs, complete with their source.
  public var catalogs: [Catalog]
  /// The mapping sets.
  public var mappings: [MappingSet]
  /// Files that the catalogs refer to, to be written beside them.
  public var attachments: [Attachment]
  /// What was found, in the words of the format: `controls` 1,196.
  public var counts: [Count]
  /// What the user has to know; a warning counts as a difference under `--strict`.
  public var diagnostics: [Diagnostic]
  /// What was read and how, a line each, for a person to compare with the file.
  public var details: [String]

  /// A number of things of one sort.
  public struct Count: Sendable, Hashable {
    /// The plural, as the format calls them.
    public var name: String
    /// How many.
    public var number: Int

    /// Makes a count.
    public init(_ name: String, _ number: Int) {
      self.name = name
      self.number = number
    }
  }

  /// A file that a catalog refers to.
  public struct Attachment: Sendable, Hashable {
    /// Relative to the folder of the catalog, and below it.
    public var path: String
    /// What is in it.
    public var bytes: [UInt8]

    /// Makes a file.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Makes a result.
  public init(
    catalogs: [Catalog] = [], mappings: [MappingSet] = [], attachments: [Attachment] = [],
    counts: [Count] = [], diagnostics: [Diagnostic] = [], details: [String] = []
  ) {
    self.catalogs = catalogs
    self.mappings = mappings
    self.attachments = attachments
    self.counts = counts
    self.diagnostics = diagnostics
    self.details = details
  }
}
