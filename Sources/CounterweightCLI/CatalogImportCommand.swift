internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Importers
internal import NativeFormats
internal import Workspace

struct CatalogImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Fills the official wording from your copy of a standard into a catalog.",
    usage: "counterweight catalog import <file> [<options>]",
    discussion: """
      The shipped catalogs have summaries in own words. This command reads the \
      publisher's document, recognises it by its content, and writes a copy of the \
      catalog with the official statements, under the same ids: mappings and answers \
      go on working. Use the copy with --catalogs DIR, or put it into the folder \
      'catalogs' of your assessment.

      It reads:
      \(ImporterRegistry.all.map { "- \($0.expects)" }.joined(separator: "\n"))
      """)

  @Argument(help: ArgumentHelp("The publisher's document.", valueName: "file"))
  var file: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Take it for this catalog, whatever it looks like.", valueName: "id"))
  var catalog: String?

  @Option(help: ArgumentHelp("The directory to write into.", valueName: "dir"))
  var into = "official-catalogs"

  @Flag(help: "Only report; write nothing.")
  var dryRun = false

  @Flag(help: "Treat any difference from the shipped catalog as an error.")
  var strict = false

  @OptionGroup var library: LibraryOptions

  func run() async throws {
    // The catalogs are read while a PDF is converted.
    let options = library
    async let catalogs = options.load(.catalogs)
    let document = try await DocumentReading.read(path: file)
    let importer = try ImporterRegistry.importer(
      for: document, as: catalog.map { CatalogID($0) })
    let imported = try importer.read(document)
    let library = try await catalogs
    guard let shipped = library.catalogs.first(where: { $0.id == imported.catalog }) else {
      throw AssessmentOptions.unknownCatalog(imported.catalog.rawValue, library)
    }
    let filled = CatalogFill.fill(shipped, from: imported, retrieved: try Console.today())
    show(filled.report, of: shipped)
    try finish(filled)
  }

  private func show(_ report: ImportReport, of shipped: Catalog) {
    Console.print(
      TextLayout.folded("\(Console.clean(file)): \(shipped.title) (\(shipped.id))", indent: 2))
    let counts = report.counts.map { "\($0.kind.rawValue)s \($0.number)" }
    Console.print(TextLayout.folded(counts.joined(separator: ", "), first: "  found: ", indent: 9))
    let expected = report.found.count + report.missing.count
    Console.print(
      "  of the \(expected) ids that the catalog expects: \(report.found.count) found, "
        + "\(report.missing.count) not found")
    if !report.added.isEmpty {
      Console.print(
        "  of the \(report.expectedIndicators) indicators that the catalog counts: "
          + "\(report.added.count) added")
    }
    Console.show(report.diagnostics)
  }

  private func finish(_ filled: FilledCatalog) throws {
    let report = filled.report
    guard !report.diagnostics.contains(where: { $0.severity == .error }) else {
      throw Refusal(
        "import-refused", "nothing was written",
        at: SourceLocation(file: file), hints: ["the reasons stand above"])
    }
    guard report.isExact || !strict else {
      Console.note("Nothing was written: with --strict, every difference is an error.")
      throw ExitStatus.no
    }
    guard !dryRun else {
      Console.print("  dry run: nothing was written")
      return
    }
    try FileWriting.makeDirectory(into)
    let path = "\(into)/\(filled.catalog.id).yaml"
    try FileWriting.replace(path, with: Array(CatalogFormat.encode(filled.catalog).utf8))
    let statements = filled.catalog.controls.count { $0.statement != nil }
    Console.print(
      "  wrote \(Console.clean(path)), with the official text of \(statements) controls")
    Console.print("  use it: counterweight assess DIR --catalogs \(Console.clean(into))")
  }
}
