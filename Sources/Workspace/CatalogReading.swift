public import ControlModel
public import Diagnostics
internal import FoundationEssentials
internal import NativeFormats
internal import Validation

/// Reads a catalog that a user names: by id, or as a file of its own.
public enum CatalogReading {
  /// Whether a name means a file rather than a catalog of the library.
  public static func isFile(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// Reads a catalog file.
  ///
  /// - Throws: every problem of the file at once.
  public static func catalog(at path: String) throws(Refusal) -> Catalog {
    let reading = CatalogFormat.examine(try FileReading.bytes(of: path), file: path)
    let structure = reading.catalog.map(CatalogRules.structure) ?? []
    let problems = reading.problems + structure
    guard let catalog = reading.catalog, !problems.contains(where: { $0.severity == .error })
    else { throw Refusal(problems) }
    return catalog
  }

  /// The catalog that an earlier import wrote, from another document or by another importer; nil:
  /// there is no file of that name, or the same came of it.
  ///
  /// - Parameter source: what is imported now.
  /// - Throws: when a file is there that is no catalog.
  public static func earlier(
    at path: String, otherThan source: Catalog.Source
  ) throws(Refusal) -> Catalog? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let bytes = try FileReading.bytes(of: path)
    // The source stands before the controls: reading all of them takes longer than many an import.
    let head = String(decoding: bytes.prefix(16_384), as: UTF8.self)
    // A digest that begins with a letter stands without quotes.
    let isSame = ["\(source.sha256)\n", "\"\(source.sha256)\"\n"].contains {
      head.contains("  sha256: \($0)")
    }
    if !source.sha256.isEmpty, isSame, head.contains("  importer: \(source.importer)\n") {
      return nil
    }
    return try CatalogFormat.decode(bytes, file: path)
  }

  /// The mapping set that an earlier import wrote; nil: there is no file of that name.
  ///
  /// - Throws: when a file is there that is no mapping set.
  public static func earlierMapping(at path: String) throws(Refusal) -> MappingSet? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try MappingSetFormat.decode(try FileReading.bytes(of: path), file: path)
  }
}
