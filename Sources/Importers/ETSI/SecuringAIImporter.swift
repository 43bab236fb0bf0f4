public import ControlModel
public import Diagnostics

/// Reads ETSI EN 304 223 (2025), *Baseline Cyber Security Requirements for AI Models and Systems*,
/// and its earlier form TS 104 223: the PDF, or the text or page that was made of it.
///
/// Both editions have the same clauses. The catalog is that of the EN; with the wording of another
/// edition it says so in its version, its notes and the report.
public struct SecuringAIImporter: Importer {
  /// Makes the importer.
  public init() {}

  /// See `Importer`.
  public var id: String { "etsi-securing-ai" }
  /// See `Importer`.
  public var version: String { "4" }
  /// See `Importer`.
  public var catalog: CatalogID { "etsi-en-304-223-2.1.1" }
  /// See `Importer`.
  public var expects: String {
    "ETSI EN 304 223 (or TS 104 223, its earlier edition) as PDF, or what a converter made of it: "
      + "plain text, Markdown, HTML, ODT, DOCX, the XML of pdftohtml"
  }

  private static let numbers = ["EN 304 223", "TS 104 223"]

  /// Clauses of the form `Provision 5.1.1-1`, in a document that is no other of ETSI's; the guide
  /// and the conformance test for it have to be told by their names.
  public func recognises(_ document: SourceDocument) -> Bool {
    guard document.mentions(Self.signs) else { return false }
    guard let reading = Self.reading(of: document) else { return false }
    if let designation = reading.designation {
      guard Self.isStandard(designation) else { return Self.isRelative(designation) }
      // A page about the standard has its number for a heading.
      if case .page = document.content {} else { return true }
    }
    return reading.reader.entries.count { $0.kind == .provision } >= 4
  }

  private static let signs = [
    "rovision 5.", "rovision\u{A0}5.", "5.1.1-1", "5.1.1\u{2011}1", "5.1.1\u{2013}1", "304 223",
    "104 223", "304\u{A0}223", "104\u{A0}223",
  ]

  private struct Reading: Sendable {
    let reader: ProvisionReader
    let designation: ETSIDesignation?
  }

  /// What recognising and reading share; nil for a form that the standard does not come in.
  private static func reading(of document: SourceDocument) -> Reading? {
    document.memo.value {
      PagedText(document, signs: ProvisionReader.signs).map {
        Reading(reader: ProvisionReader($0), designation: designation(of: $0))
      }
    }
  }

  /// See `Importer`.
  public func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument {
    let location = SourceLocation(file: document.fileName)
    guard !PagedText.isTooLong(document) else {
      throw Refusal(
        "import-too-many-lines",
        "has more than \(PagedText.lineLimit) lines, and the standard some 1000", at: location,
        hints: ["is this the standard as published?"])
    }
    guard let reading = Self.reading(of: document) else {
      throw Refusal("import-form", "is \(document.form.label), expected \(expects)", at: location)
    }
    let (reader, designation) = (reading.reader, reading.designation)
    if let designation, !Self.isStandard(designation) {
      throw Refusal(
        "import-other-document", "is \(designation.name), not the standard itself", at: location,
        hints: ["expected \(expects)"])
    }
    guard reader.entries.contains(where: { $0.kind == .provision }) else {
      throw Refusal(
        "import-no-provisions",
        "names \(designation?.name ?? "the standard") but holds no provision of clause 5",
        at: location, hints: ["a provision opens with its number: 'Provision 5.1.1-1'"])
    }
    var imported = ImportedDocument(of: document, by: self)
    imported.entries = reader.entries
    imported.unplaced = reader.unplaced
    imported.surroundingBlocks = reader.surroundingBlocks
    imported.otherEdition = designation.flatMap(Self.otherEdition)
    var notes = reader.notes
    notes.insert((Self.told(designation), nil), at: 0)
    imported.diagnostics = notes.map { note in
      Diagnostic(
        .note, id: "import-reading", note.text,
        at: SourceLocation(file: document.fileName, line: note.line ?? 0))
    }
    return imported
  }

  private static func told(_ designation: ETSIDesignation?) -> String {
    guard let designation else {
      return "its edition is not printed: taken for EN 304 223, by the numbers of its provisions"
    }
    return "read as \(designation.name)"
  }

  private static func otherEdition(_ designation: ETSIDesignation) -> ImportedDocument.Edition? {
    if designation.type == "EN", designation.version.isEmpty || designation.version == "V2.1.1" {
      return nil
    }
    return ImportedDocument.Edition(
      name: designation.name,
      note: "Its clauses have the numbers of EN 304 223 V2.1.1; summaries, modality and the rest "
        + "of the catalog are those of the EN, and the wording of the EN may differ.")
  }

  /// The number that has a line of the first pages to itself, with its version if it has one. Other
  /// documents cite the standard in their text, and it cites others.
  private static func designation(of text: PagedText) -> ETSIDesignation? {
    let found = text.lines.prefix(400).map(\.text).filter(ETSIDesignation.isFurniture).compactMap {
      ETSIDesignation.find(in: $0)
    }
    return found.first { !$0.version.isEmpty } ?? found.first
  }

  private static func isStandard(_ designation: ETSIDesignation) -> Bool {
    numbers.contains("\(designation.type) \(designation.number)")
  }

  /// The guide TR 104 128 and the conformance test TS 104 216.
  private static func isRelative(_ designation: ETSIDesignation) -> Bool {
    ["TR 104 128", "TS 104 216"].contains("\(designation.type) \(designation.number)")
  }
}
