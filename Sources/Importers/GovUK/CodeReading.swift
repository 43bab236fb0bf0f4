internal import Diagnostics

/// What a document says of the Code, draft or final.
struct CodeReading {
  private let blocks: [TextBlock]
  private let reader: CodeOfPracticeReader

  /// The reading of a document, made once for both editions; nil for a document that cannot be the
  /// Code.
  static func of(_ document: SourceDocument) -> CodeReading? {
    document.memo.value { CodeReading(document) }
  }

  private init?(_ document: SourceDocument) {
    guard let blocks = CodeText.blocks(of: document) else { return nil }
    self.blocks = blocks
    reader = CodeOfPracticeReader(blocks)
  }

  /// Whether there is enough of the Code's edition to be sure.
  func isCode(_ edition: CodeEdition) -> Bool {
    let kinds = reader.entries.map(\.kind)
    return kinds.count { $0 == .principle } >= 2 && kinds.count { $0 == .provision } >= 4
      && reader.entries.contains { $0.kind == .provision && $0.modality != nil }
      && !CodeEdition.isOther(blocks)
      && CodeEdition.told(by: reader.entries, blocks).edition == edition
  }

  /// What an importer of the Code gives.
  static func read(
    _ document: SourceDocument, by importer: any Importer
  ) throws(Refusal) -> ImportedDocument {
    guard let reading = of(document) else {
      throw Refusal(
        "import-form", "is \(document.form.label), expected \(importer.expects)",
        at: SourceLocation(file: document.fileName))
    }
    let reader = reading.reader
    var imported = ImportedDocument(of: document, by: importer)
    imported.entries = reader.entries
    imported.unplaced = reader.unplaced
    imported.surroundingBlocks = reader.surroundingBlocks
    imported.diagnostics = reader.notes.map {
      Diagnostic(
        .note, id: "import-reading", $0.text,
        at: SourceLocation(file: document.fileName, line: $0.line))
    }
    let strangers = CodeEdition.told(by: reader.entries, reading.blocks).strangers
    if !strangers.isEmpty {
      imported.diagnostics.append(
        Diagnostic(
          .warning, id: "import-editions",
          "has titles of the Code's other edition at \(strangers.joined(separator: ", "))",
          at: SourceLocation(file: document.fileName),
          hints: ["the draft of 2024 and the Code of 2025 have catalogs of their own"]))
    }
    return imported
  }
}
