internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Exporters
internal import Validation
internal import Workspace

struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "Lists, shows, checks, imports and exports the catalogs.",
    subcommands: [
      CatalogListCommand.self, CatalogShowCommand.self, CatalogLintCommand.self,
      CatalogImportCommand.self, CatalogExportCommand.self, CatalogDiffCommand.self,
    ])
}

struct CatalogListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the catalogs with their counts.",
    usage: "counterweight catalog list [<options>]")

  @OptionGroup var library: LibraryOptions

  @Flag(help: "Print the list as JSON.")
  var json = false

  func run() throws {
    let catalogs = try library.load(.catalogs).catalogs
    if json {
      Console.print(bytes: try JSONValue.list(catalogs.map(CatalogJSON.summary)).document())
      return
    }
    for catalog in catalogs {
      let requirements = catalog.controls.count { $0.kind == .requirement }
      let threats = catalog.controls.count { $0.kind == .threat }
      let official = catalog.controls.count { $0.statement != nil }
      var facts = ["\(requirements) requirements"]
      if threats > 0 { facts.append("\(threats) attack vectors") }
      let indicators = catalog.controls.count { $0.kind == .indicator }
      if indicators > 0 { facts.append("\(indicators) indicators") }
      facts.append("rule: \(catalog.conformance.rawValue)")
      if catalog.status != .published { facts.append(catalog.status.rawValue) }
      if official > 0 {
        facts.append(
          "\(official) with \(catalog.source.isPublishers ? "the official" : "a") text")
      }
      let made = [catalog.publisher, catalog.published].filter { !$0.isEmpty }
        .joined(separator: ", ")
      Console.print(Paint.output(catalog.id.rawValue, .bold))
      Console.print(
        TextLayout.folded(
          "\(catalog.title)\(made.isEmpty ? "" : "; \(made)")", first: "  ", indent: 2))
      Console.print("  \(facts.joined(separator: "; "))")
    }
  }
}

struct CatalogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a catalog, one of its controls, or one of its groups.",
    usage: "counterweight catalog show <catalog> [<id>] [<options>]")

  @Argument(
    help: ArgumentHelp(
      "The catalog: its id, or one of \(CatalogName.shortNames.joined(separator: ", ")).",
      valueName: "catalog"))
  var catalog: String

  @Argument(help: ArgumentHelp("A control or a group of it.", valueName: "id"))
  var control: String?

  @OptionGroup var library: LibraryOptions

  @Flag(help: "Print as JSON.")
  var json = false

  func run() throws {
    let library = try library.load(.catalogs)
    let found = try CatalogName.catalog(catalog, in: library.catalogs)
    var shown = found
    if let control {
      shown.controls = CatalogPart.controls(of: control, in: found)
      guard !shown.controls.isEmpty else {
        let known = found.controls.map(\.id.rawValue) + found.groups.map(\.id.rawValue)
        throw Refusal(
          "unknown-control", "\(catalog) has no control '\(control)'",
          hints: NearestMatch.hints(control, in: known)
            + ["'counterweight catalog show \(catalog)' lists them"])
      }
    }
    if json {
      Console.print(bytes: try CatalogJSON.whole(shown).document())
    } else {
      Console.print(CatalogText.text(shown, whole: control == nil))
    }
  }
}

struct CatalogLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks catalogs for mistakes; exit code 1 when there are errors.",
    usage: "counterweight catalog lint [<catalog> ...] [<options>]",
    discussion: "With --strict, warnings count as errors.")

  @Argument(help: ArgumentHelp("The catalogs; without any, all of them.", valueName: "catalog"))
  var catalogs: [String] = []

  @OptionGroup var library: LibraryOptions

  @OptionGroup var lint: LintOptions

  func run() throws {
    let (library, findings) = try library.examine(.catalogs)
    guard let library else {
      return try lint.finish(findings, "catalogs", category: "catalog-lint")
    }
    let named = Set(try catalogs.map { try CatalogName.catalog($0, in: library.catalogs).id })
    let chosen = library.catalogs.filter { named.isEmpty || named.contains($0.id) }
    try lint.finish(
      findings + chosen.flatMap(CatalogRules.lint), "\(chosen.count) catalogs",
      category: "catalog-lint")
  }
}
