public import ControlModel
public import Diagnostics

/// Every importer there is, by name.
public enum ImporterRegistry {
  /// All importers, sorted by id.
  public static let all: [any Importer] = [
    SecuringAIImporter(),
    CodeOfPracticeImporter(),
    DraftCodeImporter(),
    CAFImporter(.v32),
    CAFImporter(.v40),
    MLPrinciplesImporter(),
    SecureAIGuidelinesImporter(),
    ModelWeightsImporter(),
  ]

  /// Finds the importer of each document by its content.
  ///
  /// A page of a whole may fit several editions; then the other pages decide.
  ///
  /// - Parameters:
  ///   - documents: what was read.
  ///   - catalog: the catalog that the user named, if he did.
  /// - Throws: what is wrong with each document that has no importer.
  public static func importers(
    for documents: [SourceDocument], as catalog: CatalogID? = nil
  ) throws(Refusal) -> [any Importer] {
    guard !documents.isEmpty else { return [] }
    try checkName(catalog)
    let candidates = documents.map { document in all.filter { $0.recognises(document) } }
    let certain = Set(candidates.filter { $0.count == 1 }.map { $0[0].catalog })
    var chosen: [any Importer] = []
    var problems: [Diagnostic] = []
    for (document, candidates) in zip(documents, candidates) {
      let likely = candidates.filter { certain.contains($0.catalog) }
      do throws(Refusal) {
        chosen.append(
          try choose(
            for: document, among: likely.count == 1 && catalog == nil ? likely : candidates,
            as: catalog))
      } catch {
        problems += error.diagnostics
      }
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    return chosen
  }

  /// Finds the importer of a document by its content.
  ///
  /// - Parameters:
  ///   - document: what was read.
  ///   - catalog: the catalog that the user named, if he did.
  public static func importer(
    for document: SourceDocument, as catalog: CatalogID? = nil
  ) throws(Refusal) -> any Importer {
    try checkName(catalog)
    return try choose(for: document, among: all.filter { $0.recognises(document) }, as: catalog)
  }

  private static func checkName(_ catalog: CatalogID?) throws(Refusal) {
    guard let catalog, !all.contains(where: { $0.catalog == catalog }) else { return }
    throw Refusal(
      "import-unknown-catalog", "no importer fills the catalog '\(catalog)'",
      hints: NearestMatch.hints(catalog.rawValue, in: all.map(\.catalog.rawValue))
        + ["known: " + all.map(\.catalog.rawValue).joined(separator: ", ")])
  }

  private static func choose(
    for document: SourceDocument, among candidates: [any Importer], as catalog: CatalogID?
  ) throws(Refusal) -> any Importer {
    guard let first = candidates.first else {
      throw unrecognised(document, as: catalog)
    }
    guard let catalog else {
      if candidates.count == 1 { return first }
      throw Refusal(
        "import-ambiguous", "fits more than one document or edition, and does not say which it is",
        at: SourceLocation(file: document.fileName),
        hints: [
          "name one with --as: " + candidates.map(\.catalog.rawValue).joined(separator: ", "),
          "or give the other pages of its document with it",
        ])
    }
    if let named = candidates.first(where: { $0.catalog == catalog }) { return named }
    throw Refusal(
      "import-wrong-document", "reads as '\(first.catalog)', not as '\(catalog)'",
      at: SourceLocation(file: document.fileName),
      hints: ["leave --as out, or name the file of '\(catalog)'"])
  }

  /// What would be read: what the user named, else what the document names, else all.
  private static func expectations(
    of document: SourceDocument, as catalog: CatalogID?
  ) -> [String] {
    (document.endsEarly ? [document.form.earlyEnd] : []) + expected(of: document, as: catalog)
  }

  private static func expected(
    of document: SourceDocument, as catalog: CatalogID?
  ) -> [String] {
    if let named = all.first(where: { $0.catalog == catalog }) {
      return ["expected \(named.expects)"]
    }
    if let named = DocumentTitles.catalog(in: document),
      let importer = all.first(where: { $0.catalog == named })
    {
      var isText = false
      if case .lines = document.content { isText = true }
      return [
        "it names a document that is known, but holds too little of it to be taken for it: is "
          + "the file whole, with its headings and numbers?"
          + (isText
            ? " Of a PDF, import the PDF itself, or what 'pdftohtml -xml -i FILE.pdf' makes of it"
            : ""),
        "expected \(importer.expects)",
      ]
    }
    return [
      "expected a standard of DSIT, ETSI, NCSC or RAND that a catalog ships for, an OSCAL file, a "
        + "CISO Assistant library, or a table (CSV, XLSX)",
      "the documents and their forms: counterweight catalog import --help",
    ]
  }

  private static func unrecognised(_ document: SourceDocument, as catalog: CatalogID?) -> Refusal {
    let location = SourceLocation(file: document.fileName)
    let expected = expectations(of: document, as: catalog)
    func refusal(_ id: String, _ summary: String, _ hints: [String]) -> Refusal {
      Refusal(id, summary, at: location, hints: hints)
    }
    switch document.content {
    case .lines(let lines) where ServerAnswer.isError(lines: lines):
      return ServerAnswer.refusal(fileName: document.fileName)
    case .layout(let layout) where layout.blocks.isEmpty:
      return refusal(
        "import-no-text",
        "is \(document.form.label) without text: its pages are pictures (a scan?)",
        [
          "get the document from its publisher: there it has text",
          "or have the text recognised first: ocrmypdf FILE.pdf TEXT.pdf",
        ])
    default: break
    }
    guard let kind = document.pageKind else {
      return refusal(
        "import-unrecognised", "is no document that an importer knows: \(document.outline)",
        expected)
    }
    switch kind {
    case .challenge:
      return refusal(
        "import-challenge-page",
        "is a page by which a site checks its visitors, not the document itself",
        ["open the page in a browser, wait until the document shows, and save it"])
    case .login:
      return refusal(
        "import-login-page", "asks for a name and a password, and does not hold the document",
        ["sign in with a browser, and save the page that shows the document's text"])
    case .error:
      return refusal(
        "import-error-page", "is a site's error message, not the document: \(document.outline)",
        ["look for the document at its publisher, and save the page that shows its text"])
    case .search:
      return refusal(
        "import-search-page", "is a list of search results, not the document: \(document.outline)",
        ["open the document from the list, and save its own page"])
    case .shell:
      return refusal(
        "import-empty-page",
        "is the frame of a page without its text: a browser fills it by a program",
        [
          "open it in a browser, wait until the text shows, and save it as 'Web page, complete'",
          "or import the publisher's PDF",
        ])
    case .landing(let links):
      return refusal(
        "import-landing-page",
        "leads to documents but holds none that an importer knows: \(document.outline)",
        ["take one of these:"] + links)
    case .other:
      return refusal(
        "import-unrecognised", "is no document that an importer knows: \(document.outline)",
        expected)
    }
  }
}
