internal import ControlModel
public import Diagnostics
internal import Digests
internal import OSCAL

/// Profiles of OSCAL 1.0 to 1.2, resolved: what they select, from catalogs and profiles that lie
/// beside them or are named in the same command, becomes a catalog.
public struct OSCALProfileFormat: FieldFormat {
  /// Makes the format.
  public init() {}

  public var id: String { "oscal-profile" }
  public var version: String { "1" }
  public var expects: String {
    "a profile in OSCAL, with the catalogs and profiles that it imports beside it"
  }

  public func recognises(_ file: FieldFile) -> Bool {
    OSCALDetection(file.text)?.root == "profile"
  }

  public func read(_ file: FieldFile, _ request: FieldRequest) throws(Refusal) -> FieldImport {
    let reading = try OSCALFile.read(file)
    guard case .profile(let profile) = reading.document else {
      throw Refusal(
        "oscal-other-model", "holds no profile", at: SourceLocation(file: file.name),
        hints: ["expected \(expects)"])
    }
    let companion = request.companion
    let name = Self.lastComponent(of: file.name)
    var resolution = ProfileResolver.resolve(profile, path: name) {
      (path) throws(Refusal) -> OSCALDocument in
      let file = FieldFile(name: path, bytes: try companion(path))
      return try OSCALReader.read(file.text, file: path).document
    }
    // What it imports is named as it names it; the profile itself, as the user did.
    for index in resolution.diagnostics.indices
    where resolution.diagnostics[index].location?.file == name {
      resolution.diagnostics[index].location?.file = file.name
    }
    return try result(reading, resolution, file, request)
  }

  /// NIST's examples have it that a profile which selects nothing is an empty catalog; whoever
  /// imports it hardly wants that.
  private static func empty(_ counts: OSCALCatalogCounts, file: FieldFile) -> [Diagnostic] {
    guard counts.controls == 0 else { return [] }
    return [
      Diagnostic(
        .warning, id: "profile-empty", "selects no control: the catalog is empty",
        at: SourceLocation(file: file.name),
        hints: [
          "is what it imports beside it, or named in the same command?",
          "do the ids and patterns fit the ids of the controls? patterns are globs: 'ac-*'",
        ])
    ]
  }

  private func result(
    _ reading: OSCALReader.Reading, _ resolution: ProfileResolution, _ file: FieldFile,
    _ request: FieldRequest
  ) throws(Refusal) -> FieldImport {
    let counts = OSCALCatalogCounts(resolution.catalog)
    // What is kept is the resolved catalog: the profile alone would not give it back.
    let bytes = OSCALWriter.bytes(.catalog(resolution.catalog), form: reading.form)
    var source = Catalog.Source(
      format: "OSCAL \(resolution.catalog.metadata.oscalVersion) profile, \(reading.form.name)",
      sha256: SHA256.hex(of: file.bytes), retrieved: request.today.description,
      importer: "\(id) \(version)")
    source.documentSHA256 = SHA256.hex(of: bytes)
    let conversion = OSCALCatalogConversion(
      resolution.catalog, id: request.id, source: source, file: file.name, keepsDoubles: true)
    var catalog = conversion.catalog
    catalog.source.document = "oscal/\(catalog.id).\(reading.form.rawValue)"
    return FieldImport(
      catalogs: [catalog],
      attachments: [FieldImport.Attachment(path: catalog.source.document, bytes: bytes)],
      counts: [
        FieldImport.Count("controls", counts.controls), FieldImport.Count("groups", counts.groups),
        FieldImport.Count("parameters", counts.parameters),
        FieldImport.Count("parts", counts.parts),
        FieldImport.Count("resources", counts.resources),
      ],
      diagnostics: reading.diagnostics
        + OSCALVersions.check(resolution.catalog.metadata, file: file.name)
        + resolution.diagnostics + Self.empty(counts, file: file) + conversion.diagnostics)
  }

  private static func lastComponent(of name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }
}
