public import ControlModel
public import Diagnostics

/// What an importer found in a document, in the document's order.
public struct ImportedDocument: Sendable, Hashable {
  /// The catalog that the entries belong to.
  public var catalog: CatalogID
  /// The importer's id.
  public var importer: String
  /// The importer's version.
  public var importerVersion: String
  /// The file as the user named it.
  public var fileName: String
  /// Form of the bytes that were read.
  public var form: DocumentForm
  /// SHA-256 of the exact bytes that were read.
  public var sha256: String
  /// What was found, in document order.
  public var entries: [ImportedEntry]
  /// Ids whose wording is a part of another entry's text that the print does not set apart.
  public var partsOfOthers: [ControlID: ControlID]
  /// Headings under which ids count, and why their entries cannot be counted.
  public var doubtfulSeries: [String: String]
  /// Text of entries that may not be theirs.
  public var doubtfulTexts: [DoubtfulText]
  /// The edition, where it is another one than the catalog's.
  public var otherEdition: Edition?
  /// Text inside the standard's body that belongs to no entry.
  public var unplaced: [UnplacedText]
  /// Text of entries whose lines have lost their order.
  public var torn: [TornText]
  /// Whether its text stands in another order than the print, so that what belongs to an entry is
  /// taken only where a digest proves it.
  public var needsProof: Bool
  /// How many blocks of text stand before and after the body (contents, introduction, annexes).
  public var surroundingBlocks: Int
  /// What tells that a file ends before the document does; empty: nothing does.
  public var earlyEnd = ""
  /// What the user has to know about the reading.
  public var diagnostics: [Diagnostic]

  /// Makes a document without entries.
  public init(of document: SourceDocument, by importer: any Importer) {
    catalog = importer.catalog
    self.importer = importer.id
    importerVersion = importer.version
    fileName = document.fileName
    form = document.form
    sha256 = document.sha256
    entries = []
    partsOfOthers = [:]
    doubtfulSeries = [:]
    doubtfulTexts = []
    otherEdition = nil
    unplaced = []
    torn = []
    needsProof = false
    surroundingBlocks = 0
    diagnostics = []
    if document.endsEarly { earlyEnd = document.form.earlyEnd }
  }

  /// An edition of a standard under another number or version.
  public struct Edition: Sendable, Hashable {
    /// As the document prints it: `ETSI TS 104 223 V1.1.1 (2025-04)`.
    public var name: String
    /// What has to be known of its wording.
    public var note: String

    /// Makes an edition.
    public init(name: String, note: String) {
      self.name = name
      self.note = note
    }
  }

  /// The entry of an id, or nil.
  public func entry(_ id: String) -> ImportedEntry? { entries.first { $0.id == id } }
}

/// Text inside the standard's body that an importer could not place.
public struct UnplacedText: Sendable, Hashable {
  /// The text, white space folded.
  public var text: String
  /// What stands before it: `after 2.7`.
  public var position: String
  /// Where it stands.
  public var locator: Locator

  /// Makes a piece of text.
  public init(text: String, position: String, locator: Locator) {
    self.text = text
    self.position = position
    self.locator = locator
  }
}
