import ControlModel
import Importers

/// The Guidelines as web pages, one for each section.
enum GuidelinesPages {
  /// Pages of a document's entries.
  static func pages(of document: ImportedDocument) -> [SitePage] {
    document.entries.filter { $0.kind == .section }.map { section in
      let guidelines = document.entries.filter {
        $0.kind == .guideline && $0.parent == section.id
      }
      return SitePage(
        collection: "Guidelines for secure AI system development", heading: section.title,
        items: [("", "<p>\(SitePage.escaped(section.statement))</p>")]
          + guidelines.map {
            (SitePage.escaped($0.title), html(of: $0, in: document.entries))
          })
    }
  }

  /// The text, and the points with the points below them.
  static func html(of guideline: ImportedEntry, in entries: [ImportedEntry]) -> String {
    "<p>\(SitePage.escaped(guideline.statement))</p>" + list(below: guideline.id, in: entries)
  }

  private static func list(below id: String, in entries: [ImportedEntry]) -> String {
    let points = entries.filter { $0.kind == .bullet && $0.parent == id }
    guard !points.isEmpty else { return "" }
    let items = points.map {
      "<li>\(SitePage.escaped($0.statement))\(list(below: $0.id, in: entries))</li>\n"
    }
    return "<ul>\n\(items.joined())</ul>"
  }

  /// A document in own words under the published titles, which ship in the catalog.
  static func ownWords() throws -> ImportedDocument {
    let catalog = try SiteReading.catalog("ncsc-secure-ai-2023")
    let source = try SourceDocument.read(fileName: "x", bytes: Array("x".utf8))
    var document = ImportedDocument(of: source, by: SecureAIGuidelinesImporter())
    for group in catalog.groups {
      document.entries.append(
        ImportedEntry(
          id: group.id.rawValue, kind: .section, title: group.title,
          statement: "What to do about \(group.id)."))
      for guideline in catalog.controls where guideline.parent == group.id.rawValue {
        let id = guideline.id.rawValue
        document.entries.append(
          ImportedEntry(
            id: id, kind: .guideline, parent: group.id.rawValue, title: guideline.title,
            statement: "They do \(id) & think of AI. They do it “well”."))
        for bullet in catalog.controls where bullet.category.hasPrefix("bullet") {
          let own = bullet.id.rawValue
          guard own.hasPrefix(id + ".") else { continue }
          document.entries.append(
            ImportedEntry(
              id: own, kind: .bullet, parent: bullet.parent, statement: "a point, namely \(own)"))
        }
      }
    }
    return document
  }
}
