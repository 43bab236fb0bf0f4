public import ControlModel
public import Diagnostics

/// Every importer there is, by name.
public enum ImporterRegistry {
  /// All importers, sorted by id.
  public static let all: [any Importer] = [
    SecuringAIImporter(),
    CodeOfPracticeImporter(),
    CAFImporter(),
    MLPrinciplesImporter(),
    SecureAIGuidelinesImporter(),
    ModelWeightsImporter(),
  ]

  /// Finds the importer of a document by its content.
  ///
  /// - Parameters:
  ///   - document: what was read.
  ///   - catalog: the catalog that the user named, if he did.
  public static func importer(
    for document: SourceDocument, as catalog: CatalogID? = nil
  ) throws(Refusal) -> any Importer {
    if let catalog, !all.contains(where: { $0.catalog == catalog }) {
      throw Refusal(
        "import-unknown-catalog", "no importer fills the catalog '\(catalog)'",
        hints: NearestMatch.hints(catalog.rawValue, in: all.map(\.catalog.rawValue))
          + ["known: " + all.map(\.catalog.rawValue).joined(separator: ", ")])
    }
    let candidates = all.filter { $0.recognises(document) }
    guard let first = candidates.first else {
      throw unrecognised(document, as: catalog)
    }
    guard let catalog else {
      if candidates.count == 1 { return first }
      throw Refusal(
        "import-ambiguous", "reads as more than one document",
        at: SourceLocation(file: document.fileName),
        hints: [
          "name one with --as: " + candidates.map(\.catalog.rawValue).joined(separator: ", ")
        ])
    }
    if let named = candidates.first(where: { $0.catalog == catalog }) { return named }
    throw Refusal(
      "import-wrong-document", "reads as '\(first.catalog)', not as '\(catalog)'",
      at: SourceLocation(file: document.fileName),
      hints: ["leave --as out, or name the file of '\(catalog)'"])
  }

  private static func unrecognised(_ document: SourceDocument, as catalog: CatalogID?) -> Refusal {
    let location = SourceLocation(file: document.fileName)
    if document.isChallengePage {
      return Refusal(
        "import-challenge-page",
        "is a page by which a site checks its visitors, not the document itself", at: location,
        hints: ["open the page in a browser, wait until the document shows, and save it"])
    }
    let expected = all.filter { catalog == nil || $0.catalog == catalog }.map(\.expects)
    return Refusal(
      "import-unrecognised", "is no document that an importer knows: \(document.outline)",
      at: location, hints: expected.map { "expected \($0)" })
  }
}
