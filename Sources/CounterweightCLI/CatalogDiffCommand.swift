internal import ArgumentParser
internal import Comparison
internal import ControlModel
internal import Diagnostics
internal import Exporters
internal import Workspace

struct CatalogDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Shows what is different between two editions of a catalog.",
    usage: "counterweight catalog diff <old> <new> [<options>]",
    discussion: """
      Tells what was added, removed, renumbered, reworded, moved, split or merged, and \
      where an obligation, heading or level changed. Controls are found again by their \
      text, not by their id alone. The publisher's statements are compared where both \
      editions have them ('catalog import' brings them in), else our own summaries, \
      else the headings; the output says which. docs/editions.md explains how, and what \
      'sure', 'likely' and 'to-review' mean.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv, html }

  @Argument(help: ArgumentHelp("The old edition: a catalog, or a catalog file.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The new edition.", valueName: "new"))
  var new: String

  @Option(help: "The format of the output.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp("Write into this file, which only you can read.", valueName: "file"))
  var out: String?

  @Flag(help: "With csv: mark the file as UTF-8 in the way that Excel needs.")
  var excel = false

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if out?.isEmpty == true { throw ValidationError("--out names no file") }
    if excel, format != .csv { throw ValidationError("--excel goes with --format csv") }
  }

  func run() throws {
    let editions = try library.catalogs(named: [old, new])
    let difference = EditionDifference(from: editions[0], to: editions[1])
    let paint = out == nil ? Paint.output : nil
    let bytes: [UInt8] =
      switch format {
      case .text: Array((DifferenceText(difference, paint).text() + "\n").utf8)
      case .json: try DifferenceJSON.value(difference).document()
      case .csv: DifferenceTable(difference).encoded(forExcel: excel)
      case .html: DifferencePage(difference).encoded()
      }
    guard let out else { return Console.print(bytes: bytes) }
    try FileWriting.replace(out, with: bytes)
    Console.print("Wrote \(Console.clean(out)).")
  }
}

extension LibraryOptions {
  /// The catalogs that a user names, each by its id or as a file; none that is too long to be
  /// compared, and none after it.
  func catalogs(named names: [String]) throws -> [Catalog] {
    // Files alone need no library.
    let library = names.allSatisfy(CatalogReading.isFile) ? nil : try load(.catalogs)
    return try names.map { name in
      if CatalogReading.isFile(name) {
        let catalog = try CatalogReading.catalog(at: name)
        if let problem = EditionLimits.problem(with: catalog) { throw Refusal([problem]) }
        return catalog
      }
      guard let library else { throw Refusal("no-library", "there is no library") }
      return try CatalogName.catalog(name, in: library.catalogs)
    }
  }
}
