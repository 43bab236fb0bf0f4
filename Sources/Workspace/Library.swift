public import ControlModel
public import Diagnostics
internal import FoundationEssentials
internal import NativeFormats
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
  /// - Throws: every problem of every file at once.
  public static func load(
    from location: LibraryLocation, overlays: [String] = [], parts: Parts = .all
  ) throws(Refusal) -> Library {
    var sink = DiagnosticSink()
    var library = Library(catalogs: [], libraries: [], mappings: [], warnings: [])
    if parts.contains(.catalogs) {
      library.catalogs = readCatalogs([location.catalogs] + overlays, &sink)
    }
    if parts.contains(.mappings) {
      readMappings(location.mappings, into: &library, &sink)
    }
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

  private static func readCatalogs(
    _ directories: [String], _ sink: inout DiagnosticSink
  ) -> [Catalog] {
    var byID: [CatalogID: Catalog] = [:]
    for directory in directories {
      var here: [CatalogID: String] = [:]
      for path in yamlFiles(in: directory) {
        let catalog = read(path, &sink) { bytes throws(Refusal) in
          try CatalogFormat.decode(bytes, file: path)
        }
        guard let catalog else { continue }
        if let other = here[catalog.id] {
          sink.error(
            "duplicate-id", "the catalog '\(catalog.id)' stands in two files",
            at: SourceLocation(file: path), hints: ["the other one is \(other)"])
        }
        here[catalog.id] = path
        for problem in CatalogRules.structure(of: catalog) { sink.add(problem) }
        byID[catalog.id] = catalog
      }
    }
    return byID.values.sorted { $0.id < $1.id }
  }

  private static func readMappings(
    _ directory: String, into library: inout Library, _ sink: inout DiagnosticSink
  ) {
    for path in yamlFiles(in: directory) {
      guard let bytes = read(path, &sink, { bytes throws(Refusal) in bytes }) else { continue }
      if NativeFormat.named(in: bytes) == .practiceLibrary {
        let practices = read(path, &sink) { bytes throws(Refusal) in
          try PracticeLibraryFormat.decode(bytes, file: path)
        }
        guard let practices else { continue }
        for problem in PracticeRules.check(practices.practices, besides: library.practices) {
          sink.add(problem)
        }
        library.libraries.append(practices)
      } else {
        let set = read(path, &sink) { bytes throws(Refusal) in
          try MappingSetFormat.decode(bytes, file: path)
        }
        guard let set else { continue }
        if let first = library.mappings.first(where: { $0.id == set.id }) {
          sink.error(
            "duplicate-id", "the mapping set '\(set.id)' stands twice",
            at: set.origin.location(of: "id"),
            hints: first.origin.location(of: "id").map { ["the first one is at \($0)"] } ?? [])
        }
        library.mappings.append(set)
      }
    }
    library.mappings.sort { $0.id < $1.id }
  }

  private static func read<Value>(
    _ path: String, _ sink: inout DiagnosticSink, _ decode: ([UInt8]) throws(Refusal) -> Value
  ) -> Value? {
    do throws(Refusal) {
      return try decode(try FileReading.bytes(of: path))
    } catch {
      for problem in error.diagnostics { sink.add(problem) }
      return nil
    }
  }

  private static func yamlFiles(in directory: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .filter { !$0.hasPrefix(".") }.sorted().map { "\(directory)/\($0)" }
  }
}
