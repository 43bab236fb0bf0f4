internal import ControlModel
public import Diagnostics
internal import Digests
internal import Dispatch
internal import OSCAL
internal import Synchronization

/// Catalogs of OSCAL 1.0 to 1.2, in XML, JSON or YAML.
///
/// The document is kept beside the catalog as it was read, in UTF-8, so that nothing of it is lost:
/// `catalog export` gives it back in any of the three forms.
public struct OSCALCatalogFormat: FieldFormat {
  /// Makes the format.
  public init() {}

  public var id: String { "oscal-catalog" }
  public var version: String { "1" }
  public var expects: String { "a catalog in OSCAL (XML, JSON or YAML)" }

  public func recognises(_ file: FieldFile) -> Bool {
    guard let found = OSCALDetection(file.text) else { return false }
    // Profiles and mapping collections have formats of their own; other models end in a message.
    return found.root != "profile" && found.root != "mapping-collection"
  }

  public func read(_ file: FieldFile, _ request: FieldRequest) throws(Refusal) -> FieldImport {
    Self.rest.withLock { $0 = nil }
    let (made, rest) = try convert(file, request)
    Self.rest.withLock { $0 = rest }
    return made
  }

  /// What is not needed any more once a document is converted. Its tens of thousands of pieces take
  /// as long to free as to convert: that is left until the next document comes, or the end.
  private struct Rest: Sendable {
    let reading: OSCALReader.Reading
    let conversion: OSCALCatalogConversion
  }

  private static let rest = Mutex<Rest?>(nil)

  private func convert(
    _ file: FieldFile, _ request: FieldRequest
  ) throws(Refusal) -> (FieldImport, Rest) {
    let (reading, digest) = try Self.readAndDigest(file)
    guard case .catalog(let original) = reading.document else {
      throw Refusal(
        "oscal-other-model", "holds no catalog", at: SourceLocation(file: file.name),
        hints: ["expected \(expects)"])
    }
    var source = Catalog.Source(
      format: "OSCAL \(original.metadata.oscalVersion), \(reading.form.name)", sha256: digest,
      retrieved: request.today.description, importer: "\(id) \(version)")
    source.documentSHA256 = file.text == file.bytes ? digest : SHA256.hex(of: file.text)
    let conversion = OSCALCatalogConversion(
      original, id: request.id, source: source, file: file.name, statements: reading.statements)
    var catalog = conversion.catalog
    catalog.source.document = "oscal/\(catalog.id).\(reading.form.rawValue)"
    var diagnostics =
      reading.diagnostics + OSCALVersions.check(original.metadata, file: file.name)
      + conversion.diagnostics
    if let problem = Self.foreign(reading, file: file.name) { diagnostics.append(problem) }
    if let problem = OSCALFile.danglingLinks(in: original, file: file.name) {
      diagnostics.append(problem)
    }
    let made = FieldImport(
      catalogs: [catalog],
      attachments: [
        FieldImport.Attachment(path: catalog.source.document, bytes: file.text)
      ], counts: Self.counts(original), diagnostics: diagnostics)
    return (made, Rest(reading: reading, conversion: conversion))
  }

  /// Reads the file, and makes its digest meanwhile on another processor.
  private static func readAndDigest(
    _ file: FieldFile
  ) throws(Refusal) -> (OSCALReader.Reading, sha256: String) {
    let digest = Mutex("")
    let done = DispatchGroup()
    DispatchQueue.global().async(group: done) {
      let made = SHA256.hex(of: file.bytes)
      digest.withLock { $0 = made }
    }
    let reading = try OSCALFile.read(file, statements: true)
    done.wait()
    return (reading, digest.withLock { $0 })
  }

  private static func counts(_ original: OSCALCatalog) -> [FieldImport.Count] {
    let counts = OSCALCatalogCounts(original)
    return [
      FieldImport.Count("controls", counts.controls),
      FieldImport.Count("of them withdrawn", counts.withdrawn),
      FieldImport.Count("groups", counts.groups),
      FieldImport.Count("parameters", counts.parameters), FieldImport.Count("parts", counts.parts),
      FieldImport.Count("resources", counts.resources),
    ]
  }

  private static func foreign(_ reading: OSCALReader.Reading, file: String) -> Diagnostic? {
    guard reading.foreignElements > 0 else { return nil }
    return Diagnostic(
      .note, id: "oscal-foreign",
      "\(reading.foreignElements) elements of other namespaces are kept with the document only",
      at: SourceLocation(file: file))
  }
}
