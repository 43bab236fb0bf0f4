internal import ControlModel
internal import Diagnostics
internal import Importers
internal import Workspace

/// Reads the files of one import, and puts those of one document together.
struct ImportReading {
  private let files: [String]
  private let catalog: String?
  private let language: String?
  private let table: TableOptions
  private let today: CalendarDate
  private let foreseen: ForeseenCatalogs
  private let atHand: CatalogsAtHand

  private var read: [ImportOutcome] = []
  private var documents: [SourceDocument] = []
  /// Files that join catalogs, which come from the other files, perhaps.
  private var joining: [(file: FieldFile, format: any FieldFormat)] = []
  private var problems: [Diagnostic] = []

  /// - Parameters:
  ///   - files: the files as the user named them.
  ///   - catalog: the id that he named.
  ///   - language: that of the texts, which he named.
  ///   - table: what he said of tables.
  ///   - library: where the catalogs are that may be filled or joined.
  ///   - folder: where earlier imports lie.
  ///   - today: the day of the import.
  init(
    files: [String], catalog: String?, language: String?, table: TableOptions,
    library: LibraryOptions, folder: String, today: CalendarDate
  ) {
    self.files = files
    self.catalog = catalog
    self.language = language
    self.table = table
    self.today = today
    foreseen = ForeseenCatalogs(library)
    atHand = CatalogsAtHand(library, besides: folder)
  }

  /// What each file or document holds.
  ///
  /// - Throws: every problem of every file that cannot be read.
  mutating func outcomes() async throws -> [ImportOutcome] {
    for path in files {
      do {
        try await open(path)
      } catch let refusal as Refusal {
        problems += refusal.diagnostics
      }
    }
    for (file, format) in joining where problems.isEmpty { try read(file, as: format) }
    let importers = importers()
    guard problems.isEmpty else { throw Refusal(problems + nothingWritten) }
    try await fill(try zip(documents, importers).map { try $1.read($0) })
    return read
  }

  private mutating func open(_ path: String) async throws {
    Progress.show("Reading \(path.split(separator: "/").last ?? "") …")
    let file = try DocumentReading.open(path: path)
    guard let format = table.format(of: file) else {
      try checkLanguage(of: path, nil)
      documents.append(
        try await DocumentReading.read(file) { [foreseen] in foreseen.expect([$0]) })
      return
    }
    try checkLanguage(of: path, format)
    if format.joinsCatalogs(file) {
      joining.append((file, format))
    } else {
      try read(file, as: format)
    }
  }

  /// Other formats have their texts in one language, and would leave the wish aside in silence.
  private func checkLanguage(of path: String, _ format: (any FieldFormat)?) throws(Refusal) {
    guard language != nil, !(format is CISOAssistantFormat) else { return }
    throw Refusal(
      "import-language", "--language is for libraries of CISO Assistant, which this is not",
      at: SourceLocation(file: path), hints: ["import it without, in a command of its own"])
  }

  /// Reads a file of a field format; the catalogs of those before it are known to it.
  private mutating func read(_ file: FieldFile, as format: any FieldFormat) throws {
    // The name is for the first; what is named with it keeps the name that it says itself.
    var request = FieldRequest(
      id: read.isEmpty ? catalog : nil, today: today,
      companion: DocumentReading.companions(of: file.name, named: files))
    let catalogs = read.flatMap(\.catalogs)
    request.isOneOfSeveral = files.count > 1
    request.mappings = Set(read.flatMap(\.mappings).map(\.id))
    request.taken = Set(catalogs.map(\.id))
    request.language = language
    request.table = try table.request()
    request.catalogs = { [atHand] in catalogs + atHand.all() }
    var result = try format.read(file, request)
    result.tellTurnedTexts(in: file.name)
    read.append(ImportOutcome(result, from: file.name))
  }

  /// The importers of the documents, one for each, unless there are problems.
  private mutating func importers() -> [any Importer] {
    do throws(Refusal) {
      return try ImporterRegistry.importers(
        for: documents,
        as: catalog.map { CatalogID(CatalogName.id($0)) })
    } catch {
      problems += error.diagnostics
      return []
    }
  }

  /// Fills a catalog from each document, which may have come in several files.
  private mutating func fill(_ documents: [ImportedDocument]) async throws {
    guard !documents.isEmpty else { return }
    let library = try await foreseen.read(Set(documents.map(\.catalog)))
    Console.show(library.warnings)
    let byCatalog = Dictionary(grouping: documents, by: \.catalog)
    for (id, parts) in byCatalog.sorted(by: { $0.key < $1.key }) {
      guard let document = ImportedDocument.joining(parts) else { continue }
      let catalog = try CatalogName.catalog(id.rawValue, in: library.catalogs)
      read.append(
        ImportOutcome(CatalogFill.fill(catalog, from: document, retrieved: today), catalog))
    }
  }

  /// What to say beside the problems of some of several files.
  private var nothingWritten: [Diagnostic] {
    files.count < 2
      ? []
      : [
        Diagnostic(
          .note, id: "import-refused",
          "nothing was written: the \(files.count) files of one command are imported together or "
            + "not at all")
      ]
  }
}
