internal import ControlModel
public import Diagnostics
internal import OSCAL

/// Mapping collections of OSCAL 1.2, and of its drafts.
///
/// Where the catalogs that it joins lie beside it, or are named in the same command, every id is
/// looked up in them.
public struct OSCALMappingFormat: FieldFormat {
  /// Makes the format.
  public init() {}

  public var id: String { "oscal-mapping" }
  public var version: String { "2" }
  public var expects: String { "a mapping collection in OSCAL (XML, JSON or YAML)" }

  public func recognises(_ file: FieldFile) -> Bool {
    OSCALDetection(file.text)?.root == "mapping-collection"
  }

  public func read(_ file: FieldFile, _ request: FieldRequest) throws(Refusal) -> FieldImport {
    let reading = try OSCALFile.read(file)
    guard case .mappingCollection(let collection) = reading.document else {
      throw Refusal(
        "oscal-other-model", "holds no mapping collection", at: SourceLocation(file: file.name),
        hints: ["expected \(expects)"])
    }
    var catalogs: [String: OSCALCatalog] = [:]
    for mapping in collection.mappings {
      for href in [mapping.sourceResource.href, mapping.targetResource.href] {
        catalogs[href] = Self.catalog(href, of: collection, request)
      }
    }
    let conversion = OSCALMappingConversion(
      collection, id: request.id, catalogs: catalogs, file: file.name)
    var diagnostics =
      reading.diagnostics + OSCALVersions.check(collection.metadata, file: file.name)
      + conversion.diagnostics
    let absent = Set(
      collection.mappings.flatMap { mapping in
        [mapping.sourceResource.href, mapping.targetResource.href]
      }
    ).filter { catalogs[$0] == nil }
    if !absent.isEmpty {
      diagnostics.append(
        Diagnostic(
          .note, id: "mapping-unchecked",
          "\(absent.count) of the catalogs that it joins are not at hand: their ids are not checked",
          at: SourceLocation(file: file.name),
          hints: ["name their files in the same command"]))
    }
    return FieldImport(
      mappings: conversion.sets,
      counts: [
        FieldImport.Count("mappings", conversion.sets.count),
        FieldImport.Count("maps", conversion.maps),
        FieldImport.Count("pairs", conversion.sets.reduce(0) { $0 + $1.pairs.count }),
      ], diagnostics: diagnostics)
  }

  private static func catalog(
    _ href: String, of collection: OSCALMappingCollection, _ request: FieldRequest
  ) -> OSCALCatalog? {
    for path in OSCALMappingConversion.paths(of: href, in: collection) {
      guard let bytes = try? request.companion(path),
        case .catalog(let catalog)? = try? OSCALReader.read(
          FieldFile(name: path, bytes: bytes).text, file: path
        )
        .document
      else { continue }
      return catalog
    }
    return nil
  }
}
