import ControlModel
import Importers

/// The Machine learning principles as web pages, one for each principle and each part.
enum MLPrinciplesPages {
  /// How the measures stand on the page.
  enum Measures: CaseIterable, Sendable {
    case headings, boldLines
  }

  /// Pages of a document's entries.
  static func pages(of document: ImportedDocument, _ measures: Measures) -> [SitePage] {
    document.entries.filter { $0.kind == .section || $0.kind == .principle }.map { entry in
      entry.kind == .section
        ? part(entry) : principle(entry, in: document.entries, measures)
    }
  }

  private static func part(_ entry: ImportedEntry) -> SitePage {
    SitePage(
      collection: "Machine learning principles", heading: "Part \(entry.id): \(entry.title)",
      items: [("", "<p>\(SitePage.escaped(entry.statement))</p>")], version: "2.0")
  }

  private static func principle(
    _ entry: ImportedEntry, in entries: [ImportedEntry], _ measures: Measures
  ) -> SitePage {
    let goals = entries.filter { $0.kind == .goal && $0.parent == entry.id }
    var how = ""
    for measure in entries where measure.kind == .measure && measure.parent == entry.id {
      let title = SitePage.escaped(measure.title)
      how += measures == .headings ? "<h3>\(title)</h3>" : "<p><strong>\(title)</strong></p>"
      how += "<p>\(SitePage.escaped(measure.statement))</p>"
    }
    return SitePage(
      collection: "Machine learning principles",
      heading: SitePage.escaped("\(entry.id) \(entry.title)"),
      items: [
        (
          "Goals",
          "<ul>" + goals.map { "<li>\(SitePage.escaped($0.statement))</li>" }.joined() + "</ul>"
        ),
        ("Why is this principle important?", "<p>\(SitePage.escaped(entry.statement))</p>"),
        ("How could this principle be implemented?", how),
      ], version: "2.0")
  }

  /// A document in own words under the published titles, which ship in the catalog.
  static func ownWords() throws -> ImportedDocument {
    let catalog = try SiteReading.catalog("ncsc-ml-principles-2.0")
    let source = try SourceDocument.read(fileName: "x", bytes: Array("x".utf8))
    var document = ImportedDocument(of: source, by: MLPrinciplesImporter())
    for group in catalog.groups {
      document.entries.append(
        ImportedEntry(
          id: group.id.rawValue, kind: .section, title: group.title,
          statement: "The part \(group.id)."))
      for principle in catalog.controls where principle.parent == group.id.rawValue {
        let id = principle.id.rawValue
        document.entries.append(
          ImportedEntry(
            id: id, kind: .principle, parent: group.id.rawValue, title: principle.title,
            statement: "It matters, says \(id)."))
        for member in catalog.controls where member.parent == id {
          let isGoal = member.category == "goal"
          document.entries.append(
            ImportedEntry(
              id: member.id.rawValue, kind: isGoal ? .goal : .measure, parent: id,
              title: isGoal ? "" : "Do as \(member.id) says",
              statement: "Text of \(member.id) with <angles>."))
        }
      }
    }
    return document
  }
}
