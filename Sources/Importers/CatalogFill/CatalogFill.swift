public import ControlModel
internal import Digests

/// Puts the wording of a publisher's document into a shipped catalog, keyed to the same ids.
public enum CatalogFill {
  /// Fills a catalog; what ships in own words stays.
  ///
  /// - Parameters:
  ///   - catalog: the shipped catalog.
  ///   - document: what an importer read.
  ///   - retrieved: the day on which the document was taken from the publisher.
  public static func fill(
    _ catalog: Catalog, from document: ImportedDocument, retrieved: CalendarDate
  ) -> FilledCatalog {
    let document = TornProof(document, by: catalog).document
    var filled = catalog
    filled.source.format = document.form.rawValue
    filled.source.sha256 = document.sha256
    filled.source.retrieved = retrieved.description
    filled.source.importer = "\(document.importer) \(document.importerVersion)"
    var report = ImportReport(catalog: catalog.id, document: document)
    report.compare(catalog, with: document)
    if let edition = document.otherEdition {
      filled.version += ", with the wording of \(edition.name)"
      filled.notes.insert("The statements are those of \(edition.name). \(edition.note)", at: 0)
    }
    if let note = report.shortfallNote { filled.notes.insert(note, at: 0) }

    var entries: [String: ImportedEntry] = [:]
    for entry in document.entries
    where entries[entry.id] == nil && report.misaligned[entry.series] == nil {
      entries[entry.id] = entry
    }
    for index in filled.controls.indices {
      guard let entry = entries[filled.controls[index].id.rawValue] else { continue }
      fill(&filled.controls[index], from: entry)
    }
    add(report.added.compactMap { entries[$0] }, to: &filled)
    addClauses(report.addedClauses.compactMap { entries[$0] }, to: &filled)
    for index in filled.groups.indices {
      guard let entry = entries[filled.groups[index].id.rawValue] else { continue }
      if filled.groups[index].title.isEmpty { filled.groups[index].title = entry.title }
      extend(&filled.groups[index].locator, by: entry.locator)
    }
    return FilledCatalog(catalog: filled, report: report)
  }

  /// Puts indicators behind the outcome that they belong to.
  private static func add(_ indicators: [ImportedEntry], to catalog: inout Catalog) {
    let members = Dictionary(grouping: indicators, by: \.parent)
    guard !members.isEmpty else { return }
    catalog.controls = catalog.controls.flatMap { outcome in
      [outcome]
        + (members[outcome.id.rawValue] ?? []).map { entry in
          var indicator = Control(
            id: ControlID(entry.id), idIsSynthetic: true, parent: entry.parent, kind: .indicator,
            category: entry.category)
          fill(&indicator, from: entry)
          return indicator
        }
    }
  }

  /// Puts clauses behind the principle that they belong to, in the document's order.
  private static func addClauses(_ clauses: [ImportedEntry], to catalog: inout Catalog) {
    guard !clauses.isEmpty else { return }
    var principles: [String: String] = [:]
    var members: [String: [Control]] = [:]
    for clause in clauses {
      let principle = principles[clause.parent] ?? clause.parent
      principles[clause.id] = principle
      var control = Control(
        id: ControlID(clause.id), parent: clause.parent, kind: .requirement, category: "provision")
      fill(&control, from: clause)
      members[principle, default: []].append(control)
    }
    catalog.controls = catalog.controls.flatMap { [$0] + (members[$0.id.rawValue] ?? []) }
  }

  private static func fill(_ control: inout Control, from entry: ImportedEntry) {
    if !entry.statement.isEmpty {
      control.statement = entry.statement
      control.statementSHA256 = SHA256.hex(of: entry.statement)
    }
    if control.title.isEmpty { control.title = entry.title }
    if control.modality == nil { control.modality = entry.modality }
    if control.appliesTo.isEmpty { control.appliesTo = entry.roles }
    if control.references.isEmpty { control.references = entry.references }
    for note in entry.notes where !control.notes.contains(note) { control.notes.append(note) }
    extend(&control.locator, by: entry.locator)
  }

  /// Keeps what ships and adds what it does not say.
  private static func extend(_ locator: inout Locator, by other: Locator) {
    for var part in other.parts where !locator.parts.contains(where: { $0.name == part.name }) {
      // The folder of a file is the user's own affair.
      if part.name == "document" {
        part.value = part.value.split(separator: "/").last.map(String.init) ?? part.value
      }
      locator.parts.append(part)
    }
  }
}

/// A catalog with the publisher's wording, and how the document compares with what ships.
public struct FilledCatalog: Sendable, Hashable {
  /// The catalog.
  public var catalog: Catalog
  /// The comparison.
  public var report: ImportReport

  /// Makes a pair.
  public init(catalog: Catalog, report: ImportReport) {
    self.catalog = catalog
    self.report = report
  }
}
