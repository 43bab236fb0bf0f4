internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import OSCAL
internal import Workspace

struct CatalogExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a catalog as OSCAL.",
    usage: "counterweight catalog export <catalog> --format <format> [<options>]",
    discussion: """
      A catalog that was imported from OSCAL is given back whole, in any of the three \
      formats; in the one it came in, byte for byte. Any other catalog is written as a \
      catalog of OSCAL: groups, controls, summaries, and the official text when it was \
      imported; level, modality and the like become properties in the namespace \
      '\(OSCALCatalogExport.namespace)'.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case xml = "oscal-xml"
    case json = "oscal-json"
    case yaml = "oscal-yaml"

    var form: OSCALForm {
      switch self {
      case .xml: .xml
      case .json: .json
      case .yaml: .yaml
      }
    }
  }

  @Argument(help: ArgumentHelp("The catalog.", valueName: "catalog"))
  var catalog: String

  @Option(help: "The format of the file.")
  var format: Format

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp("The file to write; without it: standard output.", valueName: "file"))
  var out: String?

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if out?.isEmpty == true { throw ValidationError("--out names no file") }
  }

  func run() throws {
    let library = try library.load(.catalogs)
    let found = try CatalogName.catalog(catalog, in: library.catalogs)
    let exported = try OSCALExporting.export(found, as: format.form, today: Console.today())
    Console.show(exported.diagnostics)
    guard let out else {
      Console.print(bytes: exported.bytes)
      return
    }
    try FileWriting.replace(out, with: exported.bytes)
    Console.print("Wrote \(Console.clean(out)): \(exported.summary)")
  }
}
