internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Importers
internal import Workspace

struct CatalogImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings a standard in from your copy of it, in whatever form you have it.",
    usage: "counterweight catalog import <file> ... [<options>]",
    discussion: """
      The shipped catalogs have summaries in own words. This command reads the \
      publisher's document, recognises it by its content, and writes a copy of the \
      catalog with the official statements, under the same ids: mappings and answers \
      go on working. Use the copy with --catalogs DIR, or put it into the folder \
      'catalogs' of your assessment. Name all files of a document that comes in several.

      Tables and libraries of other tools bring catalogs and mapping sets of their own. \
      Name a mapping set together with the catalogs that it joins.

      It reads:
      \(known.map { "- \($0)" }.joined(separator: "\n"))
      """)

  private static var known: [String] {
    ImporterRegistry.all.map(\.expects) + FieldFormatRegistry.all.map(\.expects)
  }

  @Argument(help: ArgumentHelp("The document, or all of its files.", valueName: "file"))
  var files: [String]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Take a document for this catalog; give this id to the catalog of a table or library.",
      valueName: "id"))
  var catalog: String?

  @Option(help: ArgumentHelp("The directory to write into.", valueName: "dir"))
  var into = "official-catalogs"

  @Flag(help: "Only report; write nothing.")
  var dryRun = false

  @Flag(help: "Treat any difference from the shipped catalog as an error.")
  var strict = false

  @Flag(help: "Write also where an earlier import in the directory holds more.")
  var replace = false

  @OptionGroup var table: TableOptions

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if into.isEmpty { throw ValidationError("--into names no directory") }
    guard let catalog else { return }
    let isID = catalog.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && scalar != "/"
        && scalar.properties.generalCategory != .control
        && scalar.properties.generalCategory != .format
    }
    guard isID, !catalog.isEmpty, catalog.count <= 120, !catalog.hasPrefix(".") else {
      throw ValidationError(
        "--as: an id has at most 120 characters, no blanks and no '/', and begins with no point")
    }
  }

  func run() async throws {
    let cleaning = CleanEnd.afterInterruption()
    defer { withExtendedLifetime(cleaning) {} }
    let outcomes = try await outcomes()
    defer { MemoryAtEnd.leave(outcomes) }
    for outcome in outcomes {
      for line in outcome.lines { Console.print(line) }
      Console.show(outcome.diagnostics)
    }
    guard !outcomes.contains(where: \.isRefused) else {
      throw Refusal(
        "import-refused", "nothing was written",
        at: SourceLocation(file: files.joined(separator: ", ")),
        hints: ["the reasons stand above"])
    }
    guard outcomes.contains(where: \.bringsAnything) else {
      throw Refusal(
        "import-nothing", "none of the files holds a catalog or a mapping set",
        at: SourceLocation(file: files.joined(separator: ", ")))
    }
    guard outcomes.allSatisfy(\.isExact) || !strict else {
      Console.note("Nothing was written: with --strict, every difference is an error.")
      throw ExitStatus.no
    }
    let losses = replace ? [] : EarlierImport.losses(outcomes, in: into)
    guard losses.isEmpty else { throw Refusal(losses) }
    guard !dryRun else {
      Console.print("  dry run: nothing was written")
      return
    }
    let written = try ImportWriting.write(outcomes, into: into)
    for line in written { Console.print("  \(line)") }
  }

  /// Reads each file, and puts those of one document together.
  private func outcomes() async throws -> [ImportOutcome] {
    let today = try Console.today()
    let foreseen = ForeseenCatalogs(library)
    let atHand = CatalogsAtHand(library, besides: into)
    var outcomes: [ImportOutcome] = []
    var sources: [SourceDocument] = []
    var joining: [(FieldFile, any FieldFormat)] = []
    var refusals: [Diagnostic] = []
    for path in files {
      Progress.show("Reading \(path.split(separator: "/").last ?? "") …")
      do {
        let file = try DocumentReading.open(path: path)
        if let format = table.format(of: file) {
          if format.joinsCatalogs(file) {
            joining.append((file, format))
          } else {
            outcomes.append(try read(file, as: format, today: today, after: outcomes, atHand))
          }
          continue
        }
        sources.append(
          try await DocumentReading.read(file) { [foreseen] in foreseen.expect([$0]) })
      } catch let refusal as Refusal {
        refusals += refusal.diagnostics
      }
    }
    for (file, format) in joining where refusals.isEmpty {
      outcomes.append(try read(file, as: format, today: today, after: outcomes, atHand))
    }
    var importers: [any Importer] = []
    do throws(Refusal) {
      importers = try ImporterRegistry.importers(for: sources, as: catalog.map { CatalogID($0) })
    } catch {
      refusals += error.diagnostics
    }
    guard refusals.isEmpty else { throw Refusal(refusals + nothingWritten) }
    let documents = try zip(sources, importers).map { try $1.read($0) }
    guard !documents.isEmpty else { return outcomes }
    let library = try await foreseen.read(Set(documents.map(\.catalog)))
    Console.show(library.warnings)
    for parts in Dictionary(grouping: documents, by: \.catalog).values.sorted(by: Self.precede) {
      guard let document = ImportedDocument.joining(parts) else { continue }
      guard let catalog = library.catalogs.first(where: { $0.id == document.catalog }) else {
        throw AssessmentOptions.unknownCatalog(document.catalog.rawValue, library)
      }
      outcomes.append(
        ImportOutcome(CatalogFill.fill(catalog, from: document, retrieved: today), catalog))
    }
    return outcomes
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

  /// Reads a file of a field format; the catalogs of those before it are known to it.
  private func read(
    _ file: FieldFile, as format: any FieldFormat, today: CalendarDate,
    after outcomes: [ImportOutcome], _ atHand: CatalogsAtHand
  ) throws -> ImportOutcome {
    // The name is for the first; what is named with it keeps the name that it says itself.
    var request = FieldRequest(
      id: outcomes.isEmpty ? catalog : nil, today: today,
      companion: DocumentReading.companions(of: file.name, named: files))
    request.isOneOfSeveral = files.count > 1
    request.mappings = Set(outcomes.flatMap(\.mappings).map(\.id))
    request.taken = Set(outcomes.flatMap(\.catalogs).map(\.id))
    request.table = try table.request()
    let read = outcomes.flatMap(\.catalogs)
    request.catalogs = { read + atHand.all() }
    var result = try format.read(file, request)
    result.tellTurnedTexts(in: file.name)
    return ImportOutcome(result, from: file.name)
  }

  private static func precede(_ one: [ImportedDocument], _ other: [ImportedDocument]) -> Bool {
    (one.first?.catalog.rawValue ?? "") < (other.first?.catalog.rawValue ?? "")
  }
}
