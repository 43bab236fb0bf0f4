internal import ControlModel

/// Tells which of the known documents a text names in its first lines: for messages, and to have
/// its catalog at hand in time. Recognising it is the importers' work.
enum DocumentTitles {
  /// Titles in lower case; the more particular ones come first.
  private static let titles: [(sign: String, catalog: CatalogID)] = [
    ("en 304 223", "etsi-en-304-223-2.1.1"), ("ts 104 223", "etsi-en-304-223-2.1.1"),
    ("call for views on the cyber security of ai", "dsit-ai-cop-draft-2024"),
    ("code of practice for the cyber security of ai", "dsit-ai-cop-2025"),
    ("cyber assessment framework", "ncsc-caf-4.0"),
    ("machine learning principles", "ncsc-ml-principles-2.0"),
    ("secure ai system development", "ncsc-secure-ai-2023"),
    ("securing ai model weights", "rand-model-weights-2024"),
  ]

  /// Lines of a document that has no headings of its own, among which its title is looked for.
  static let lineCount = 60

  /// The catalog of the document that is named; nil when none is.
  static func catalog(in document: SourceDocument) -> CatalogID? {
    let opening: [String]
    if case .page = document.content {
      opening = (document.ncscPage?.titles ?? []).prefix(20).map { String($0.prefix(400)) }
    } else {
      opening = document.firstLines(lineCount)
    }
    return catalog(namedIn: opening)
  }

  /// The catalog of the document that its first lines name; nil when they name none.
  static func catalog(namedIn opening: [String]) -> CatalogID? {
    let text = opening.joined(separator: " ").lowercased()
    return titles.first { text.contains($0.sign) }?.catalog
  }
}
