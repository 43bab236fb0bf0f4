internal import ArgumentParser
internal import Comparison
internal import ControlModel
internal import Diagnostics
internal import Workspace

/// Between which editions something is carried over.
struct MigrationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The new edition: a catalog, or a catalog file.", valueName: "catalog"))
  var to: String

  @Option(
    help: ArgumentHelp(
      "The old edition.",
      discussion:
        "Without it: the one that the new edition says it supersedes, else the only other "
        + "catalog that is named, or the only one with a mapping set to the new edition.",
      valueName: "catalog"))
  var from: String?

  @Flag(help: "Only report; write nothing.")
  var dryRun = false

  /// Compares the editions.
  ///
  /// - Parameters:
  ///   - library: the whole library.
  ///   - named: the catalogs that the thing to be carried names.
  func map(_ library: Library, named: [String]) throws -> EditionMap {
    let new = try catalog(to, library)
    let old = try catalog(oldName(new, library, named), library)
    guard old.id != new.id else {
      throw Refusal(
        "same-edition", "'\(new.id)' is both the old edition and the new one",
        hints: ["--from names the old edition"])
    }
    let problems = [old, new].compactMap { EditionLimits.problem(with: $0) }
    guard problems.isEmpty else { throw Refusal(problems) }
    return EditionMap(EditionDifference(from: old, to: new), sets: library.mappings)
  }

  private func oldName(_ new: Catalog, _ library: Library, _ named: [String]) throws -> String {
    if let from { return from }
    if let before = new.supersedes?.rawValue, named.contains(before) { return before }
    let others = named.filter { $0 != new.id.rawValue }
    if others.count == 1 { return others[0] }
    let joined = others.filter { old in
      library.mappings.contains { Self.joins($0, old, new.id.rawValue) }
    }
    if joined.count == 1 { return joined[0] }
    if let before = new.supersedes?.rawValue { return before }
    let known = others.isEmpty ? "no other catalog is named" : others.joined(separator: ", ")
    throw Refusal(
      "no-old-edition", "it is not clear which edition is the old one",
      hints: ["--from names it", "named are: \(known)"])
  }

  private static func joins(_ set: MappingSet, _ old: String, _ new: String) -> Bool {
    set.source.kind == .catalog && set.source.id == old && set.target.id == new
  }

  private func catalog(_ name: String, _ library: Library) throws -> Catalog {
    if CatalogReading.isFile(name) { return try CatalogReading.catalog(at: name) }
    return try CatalogName.catalog(name, in: library.catalogs)
  }
}
