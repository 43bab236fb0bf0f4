internal import ControlModel
internal import Diagnostics
internal import Dispatch
internal import FoundationEssentials
internal import NativeFormats
internal import Synchronization

/// What one file of the library holds.
enum LibraryFile: Sendable {
  case catalog(Catalog)
  case practices(PracticeLibrary)
  case mapping(MappingSet)

  /// The YAML files of a directory, in the order of their names.
  static func paths(in directory: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .filter { !$0.hasPrefix(".") }.sorted().map { "\(directory)/\($0)" }
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
    .catalog(try CatalogFormat.decode(try FileReading.bytes(of: path), file: path))
  }

  private static func mapping(_ path: String) throws(Refusal) -> LibraryFile {
    let bytes = try FileReading.bytes(of: path)
    guard NativeFormat.named(in: bytes) == .practiceLibrary else {
      return .mapping(try MappingSetFormat.decode(bytes, file: path))
    }
    return .practices(try PracticeLibraryFormat.decode(bytes, file: path))
  }
}
