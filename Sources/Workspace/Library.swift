public import ControlModel
public import Diagnostics
internal import Validation

/// The catalogs, practices and mapping sets that the program works with.
public struct Library: Sendable {
  /// The catalogs in the order of their ids; the user's own copy stands in for the shipped one.
  public var catalogs: [Catalog]
  /// The practice libraries.
  public var libraries: [PracticeLibrary]
  /// The mapping sets in the order of their ids.
  public var mappings: [MappingSet]
  /// Suspicious things that do not stop the work.
  public var warnings: [Diagnostic]

  /// All practices of the libraries.
  public var practices: [Practice] { libraries.flatMap(\.practices) }

  /// Which parts a command needs; what is not needed is not read.
  public struct Parts: OptionSet, Sendable {
    /// One bit for each part.
    public let rawValue: Int
    /// Makes parts.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// `catalogs/*.yaml`
    public static let catalogs = Parts(rawValue: 1)
    /// Practice libraries and mapping sets of `mappings/*.yaml`.
    public static let mappings = Parts(rawValue: 2)
    /// Everything.
    public static let all: Parts = [.catalogs, .mappings]
  }

  /// Reads the library.
  ///
  /// - Parameters:
  ///   - location: the directory that holds `catalogs` and `mappings`.
  ///   - overlays: directories with the user's own copies of catalogs; later ones win.
  ///   - parts: what is needed.
  ///   - wanted: of the shipped catalogs, those that are needed; nil: all.
  /// - Throws: every problem of every file at once.
  public static func load(
    from location: LibraryLocation, overlays: [String] = [], parts: Parts = .all,
    only wanted: Set<CatalogID>? = nil
  ) throws(Refusal) -> Library {
    var sink = DiagnosticSink()
    var library = Library(catalogs: [], libraries: [], mappings: [], warnings: [])
    let folders = parts.contains(.catalogs) ? [location.catalogs] + overlays : []
    var catalogs = folders.map { LibraryFile.paths(in: $0, holding: "catalog", &sink) }
    if let wanted, let shipped = catalogs.first {
      catalogs[0] = LibraryFile.paths(shipped, named: wanted)
    }
    let mappings =
      parts.contains(.mappings)
      ? LibraryFile.paths(in: location.mappings, holding: "mapping set", &sink) : []
    let files = LibraryFile.read(catalogs: catalogs.flatMap(\.self), mappings: mappings)
    for file in files { if case .failure(let refusal) = file { sink.add(refusal) } }
    var rest = files[...]
    var byID: [CatalogID: Catalog] = [:]
    for folder in catalogs {
      byID.merge(readCatalogs(zip(folder, rest.prefix(folder.count)), &sink)) { $1 }
      rest = rest.dropFirst(folder.count)
    }
    library.catalogs = byID.values.sorted { $0.id < $1.id }
    for file in rest { add(file, to: &library, &sink) }
    if parts.contains(.mappings) {
      for case .success(.mapping(let set)) in files.dropLast(rest.count) {
        add(.success(.mapping(set)), to: &library, &sink)
      }
    }
    library.mappings.sort { $0.id < $1.id }
    if parts.contains(.all) { library.mappings = library.mappings.map { $0.joined(to: byID) } }
    if parts.contains(.all), !sink.hasErrors {
      let rules = MappingRules(libraries: library.libraries, catalogs: library.catalogs)
      for problem in library.mappings.flatMap(rules.errors)
        + MappingRules.compositions(in: library.mappings)
      {
        sink.add(problem)
      }
    }
    guard !sink.hasErrors else { throw Refusal(sink.diagnostics) }
    library.warnings = sink.diagnostics
    return library
  }

  /// The catalogs of one directory; the same id in two of its files is a problem.
  private static func readCatalogs(
    _ files: some Sequence<(String, Result<LibraryFile, Refusal>)>, _ sink: inout DiagnosticSink
  ) -> [CatalogID: Catalog] {
    var byID: [CatalogID: Catalog] = [:]
    var paths: [CatalogID: String] = [:]
    for case (let path, .success(.catalog(let catalog, let problems))) in files {
      for problem in problems { sink.add(problem) }
      if let other = paths[catalog.id] {
        sink.error(
          "duplicate-id", "the catalog '\(catalog.id)' stands in two files",
          at: SourceLocation(file: path), hints: ["the other one is \(other)"])
      }
      paths[catalog.id] = path
      for problem in CatalogRules.structure(of: catalog) { sink.add(problem) }
      byID[catalog.id] = catalog
    }
    return byID
  }

  private static func add(
    _ file: Result<LibraryFile, Refusal>, to library: inout Library, _ sink: inout DiagnosticSink
  ) {
    switch file {
    case .success(.practices(let practices)):
      for problem in PracticeRules.check(practices.practices, besides: library.practices) {
        sink.add(problem)
      }
      library.libraries.append(practices)
    case .success(.mapping(let set)):
      if let first = library.mappings.first(where: { $0.id == set.id }) {
        sink.error(
          "duplicate-id", "the mapping set '\(set.id)' stands twice",
          at: set.origin.location(of: "id"),
          hints: first.origin.location(of: "id").map { ["the first one is at \($0)"] } ?? [])
      }
      library.mappings.append(set)
    case .success(.catalog), .failure: break
    }
  }
}
