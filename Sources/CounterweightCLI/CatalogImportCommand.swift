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

  @Option(
    help: ArgumentHelp(
      "Of a library that is translated: the language of the texts, such as fr.", valueName: "code"))
  var language: String?

  @OptionGroup var table: TableOptions

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if into.isEmpty { throw ValidationError("--into names no directory") }
    if let language { try Self.check(language: language) }
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

  private static func check(language: String) throws {
    let isCode = language.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard isCode, (2...20).contains(language.utf8.count) else {
      throw ValidationError("--language: a language is named by its code, such as fr or pt-br")
    }
  }

  func run() async throws {
    let cleaning = CleanEnd.afterInterruption()
    defer { withExtendedLifetime(cleaning) {} }
    var reading = ImportReading(
      files: files, catalog: catalog, language: language, table: table, library: library,
      folder: into, today: try Console.today())
    let outcomes = try await reading.outcomes()
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
}
