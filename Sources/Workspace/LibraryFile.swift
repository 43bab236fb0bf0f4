internal import ControlModel
internal import Diagnostics
internal import Dispatch
internal import FoundationEssentials
internal import NativeFormats
internal import Synchronization

/// What one file of the library holds.
enum LibraryFile: Sendable {
  /// A catalog as far as it can be read, and what is wrong with it.
  case catalog(Catalog, problems: [Diagnostic])
  case practices(PracticeLibrary)
  case mapping(MappingSet)

  /// The YAML files of a directory, in the order of their names; one that has none was surely not
  /// meant.
  static func paths(
    in directory: String, holding noun: String, _ sink: inout DiagnosticSink
  ) -> [String] {
    do {
      let paths = try FileManager.default.contentsOfDirectory(atPath: directory)
        .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        .filter { !$0.hasPrefix(".") }.sorted().map { "\(directory)/\($0)" }
      if paths.isEmpty {
        sink.error(
          "empty-library", "the directory holds no \(noun)", at: SourceLocation(file: directory),
          hints: ["one is a file that ends in .yaml"])
      }
      return paths
    } catch {
      let isThere = FileManager.default.fileExists(atPath: directory)
      sink.error(
        "no-such-directory",
        isThere ? "the directory cannot be read" : "there is no such directory",
        at: SourceLocation(file: directory))
      return []
    }
  }

  /// The files of some catalogs. A shipped one has the name of its catalog; where one has not, in a
  /// library of somebody's own, all have to be looked at.
  static func paths(_ paths: [String], named ids: Set<CatalogID>) -> [String] {
    let files = ids.flatMap { id in [".yaml", ".yml"].map { "/\(id)\($0)" } }
    let found = paths.filter { path in files.contains { path.hasSuffix($0) } }
    return found.count == ids.count ? found : paths
  }

  /// Reads files on all processors; the results stand in the order of the paths.
  static func read(catalogs: [String], mappings: [String]) -> [Result<LibraryFile, Refusal>] {
    let paths = catalogs + mappings
    let results = Mutex<[Int: Result<LibraryFile, Refusal>]>([:])
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let result = Result { () throws(Refusal) in
        try index < catalogs.count ? catalog(paths[index]) : mapping(paths[index])
      }
      results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0 }
    return paths.indices.compactMap { all[$0] }
  }

  private static func catalog(_ path: String) throws(Refusal) -> LibraryFile {
    let bytes = try FileReading.bytes(of: path)
    // An import may bring mapping sets into the folder of the user's own catalogs.
    if NativeFormat.named(in: bytes) == .mappingSet {
      return .mapping(try MappingSetFormat.decode(bytes, file: path))
    }
    let reading = CatalogFormat.examine(bytes, file: path)
    guard let catalog = reading.catalog else { throw Refusal(reading.problems) }
    return .catalog(catalog, problems: reading.problems)
  }

  private static func mapping(_ path: String) throws(Refusal) -> LibraryFile {
    let bytes = try FileReading.bytes(of: path)
    guard NativeFormat.named(in: bytes) == .practiceLibrary else {
      return .mapping(try MappingSetFormat.decode(bytes, file: path))
    }
    return .practices(try PracticeLibraryFormat.decode(bytes, file: path))
  }
}
