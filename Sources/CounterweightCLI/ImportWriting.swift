internal import ControlModel
internal import Diagnostics
internal import Importers
internal import NativeFormats
internal import Workspace

/// Writes what was imported, all of it or nothing.
enum ImportWriting {
  /// Writes the files and says what was written, a line each.
  ///
  /// - Throws: when two of the results have one id, or a file cannot be written.
  static func write(_ outcomes: [ImportOutcome], into directory: String) throws -> [String] {
    let catalogs = outcomes.flatMap(\.catalogs)
    let mappings = outcomes.flatMap(\.mappings)
    let names = catalogs.map(\.id.rawValue) + mappings.map(\.id.rawValue)
    if let twice = Dictionary(grouping: names, by: \.self).filter({ $1.count > 1 }).keys.min() {
      throw Refusal(
        "import-twice", "two of the files hold '\(twice)', and nothing was written",
        hints: ["import them apart, with --as ID for one of them"])
    }
    if let name = names.first(where: {
      $0.contains("/") || $0.hasPrefix(".") || $0.isEmpty || $0.count > 120
    }) {
      throw Refusal(
        "bad-id", "'\(name)' cannot be the id of a catalog or a mapping set",
        hints: [
          "files are named after it: it has 1 to 120 characters, no '/' among them, and does not "
            + "begin with a point", "give it another: --as ID",
        ])
    }
    let files =
      catalogs.map { ("\($0.id)", CatalogFormat.encode($0)) }
      + mappings.map { ("\($0.id)", MappingSetFormat.encode($0)) }
    let attachments = outcomes.flatMap(\.attachments)
    var made = try FileWriting.makeDirectory(directory)
    do {
      for folder in Set(attachments.compactMap { folder(of: $0.path) }).sorted() {
        made = try FileWriting.makeOwnDirectory("\(directory)/\(folder)") + made
      }
      try FileWriting.replaceAll(
        files.map { (path: "\(directory)/\($0.0).yaml", bytes: Array($0.1.utf8)) }
          + attachments.map { (path: "\(directory)/\($0.path)", bytes: $0.bytes) })
    } catch {
      FileWriting.removeDirectories(made)
      throw error
    }
    var lines = catalogs.map { catalog in
      let path = Console.clean("\(directory)/\(catalog.id).yaml")
      guard !catalog.controls.isEmpty else { return "wrote \(path), which holds no controls" }
      let statements = catalog.controls.count { $0.statement != nil }
      let text =
        statements == 0
        ? "\(TextLayout.counted(catalog.controls.count, "control")), none of them with a text"
        : catalog.source.isPublishers
          ? "the official text of \(TextLayout.counted(statements, "control"))"
          : "\(TextLayout.counted(catalog.controls.count, "control")), \(statements) of them with a "
            + "text"
      let gaps = outcomes.filter { $0.catalogs.contains { $0.id == catalog.id } }
        .map(\.shortfall).filter { !$0.isEmpty }.map { ", not complete: \($0)" }
      return "wrote \(path), with \(text)" + gaps.joined()
    }
    lines += mappings.map { set in
      "wrote \(Console.clean("\(directory)/\(set.id).yaml")), with "
        + TextLayout.counted(set.pairs.count, "pair")
    }
    lines += attachments.map { file in
      "kept \(Console.clean("\(directory)/\(file.path)")), the whole document in OSCAL"
    }
    if !mappings.isEmpty || catalogs.contains(where: { !$0.controls.isEmpty }) {
      lines.append("use it: counterweight assess DIR --catalogs \(Console.clean(directory))")
    }
    return lines
  }

  private static func folder(of path: String) -> String? {
    path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
