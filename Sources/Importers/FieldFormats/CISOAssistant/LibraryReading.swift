internal import ControlModel
internal import Diagnostics
internal import Digests
internal import YAMLEvents

/// One reading of one library.
struct LibraryReading {
  private let library: LibraryFields
  private let objects: LibraryFields
  private let file: FieldFile
  private let request: FieldRequest
  private let importer: String
  private var result = FieldImport()
  private var leftOut = LeftOut()
  private var nodes = 0
  var sink = DiagnosticSink()

  private static let libraryKeys: Set<String> = [
    "urn", "locale", "ref_id", "name", "description", "copyright", "version", "publication_date",
    "provider", "packager", "dependencies", "objects", "translations", "convert_library_version",
    "annotation", "builtin", "labels",
  ]
  private static let frameworkKeys = ["framework", "frameworks"]
  private static let mappingKeys = ["requirement_mapping_set", "requirement_mapping_sets"]

  init(
    _ library: LibraryFields, _ objects: LibraryFields, _ file: FieldFile,
    _ request: FieldRequest, importer: String
  ) {
    self.library = library
    self.objects = objects
    self.file = file
    self.request = request
    self.importer = importer
  }

  mutating func read() throws(Refusal) -> FieldImport {
    let frameworks = Self.frameworkKeys.flatMap(objects.items)
    let mappings = Self.mappingKeys.flatMap(objects.items)
    tellStrangers()
    if frameworks.isEmpty, mappings.isEmpty, request.isOneOfSeveral {
      result.diagnostics = sink.diagnostics + [nothing(.warning)]
      return result
    }
    try checkRequest(frameworks.count, mappings.count)
    try checkNumber("frameworks", frameworks.count, Self.frameworkLimit)
    try checkNumber("mapping sets", mappings.count, Self.mappingSetLimit)
    for framework in frameworks { readFramework(framework) }
    if !mappings.isEmpty { readMappings(mappings) }
    countOthers()
    for note in leftOut.diagnostics(file: file.name) { sink.add(note) }
    guard !sink.hasErrors else { throw Refusal(sink.diagnostics) }
    result.diagnostics = sink.diagnostics
    return result
  }

  /// What is told of a library that brings nothing.
  private func nothing(_ severity: Severity) -> Diagnostic {
    let held = objects.mapping.entries.map { entry in
      let number = LibraryFields.number(of: entry.value)
      return number == 0 ? "\(entry.key) with nothing in it" : "\(entry.key) \(number)"
    }
    return Diagnostic(
      severity, id: "library-nothing",
      "is a CISO Assistant library without a framework or a mapping set",
      at: SourceLocation(file: file.name),
      hints: [
        held.isEmpty ? "it holds nothing" : "it holds: \(held.joined(separator: ", "))",
        "only frameworks become catalogs, and mapping sets ours",
      ])
  }

  /// What stands in the place of a framework or a mapping set and is none.
  private mutating func tellStrangers() {
    for key in Self.frameworkKeys + Self.mappingKeys {
      for location in objects.strangers(key) {
        sink.warning(
          "library-stranger", "an item of '\(key)' is no mapping, and is left out", at: location)
      }
    }
  }

  private func checkRequest(_ frameworks: Int, _ mappings: Int) throws(Refusal) {
    let place = SourceLocation(file: file.name)
    guard frameworks + mappings > 0 else {
      throw Refusal(sink.diagnostics + [nothing(.error)])
    }
    if request.id != nil, frameworks + mappings > 1 {
      throw Refusal(
        "library-several",
        "holds \(frameworks) frameworks and \(mappings) mapping sets, so --as could mean any",
        at: place, hints: ["leave --as out: each is named after its URN"])
    }
  }

  /// Libraries have one framework, or one or two mapping sets. Each is compared with each.
  private static let frameworkLimit = 100
  private static let mappingSetLimit = 30

  private func checkNumber(_ name: String, _ number: Int, _ limit: Int) throws(Refusal) {
    guard number > limit else { return }
    throw Refusal(
      "library-too-large", "holds \(number) \(name), more than \(limit)",
      at: SourceLocation(file: file.name), hints: ["split it into libraries of their own"])
  }

  private mutating func readFramework(_ framework: LibraryFields) {
    let urn = LibraryURN(framework.text("urn"))
    if urn.text.isEmpty {
      sink.error("library-node", "the framework has no 'urn'", at: framework.location)
      return
    }
    // A library may hold several frameworks.
    let proper = LibraryURN.catalogID(
      of: urn, in: FrameworkReading.language(library, framework),
      besides: (request.catalogs() + result.catalogs).map(KnownCatalog.init))
    let named = untaken(proper)
    if request.id == nil, named != proper {
      sink.warning(
        "library-twice",
        "the framework '\(urn.text)' was read already, and this one becomes '\(named)'",
        at: framework.location(of: "urn"),
        hints: ["mappings go to '\(proper)'", "name one of the two files only"])
    }
    let plain = LibraryURN.plainID(of: urn)
    let shipped = request.catalogs().filter { $0.source.format != CISOAssistantFormat.formatName }
    if let id = request.id, shipped.contains(where: { $0.id.rawValue == id }) {
      sink.warning(
        "library-clash", "the catalog will stand in for '\(id)', which has other controls",
        at: framework.location(of: "urn"),
        hints: ["mappings to '\(id)' may not fit it: give it an id of its own"])
    }
    if request.id == nil, proper != plain, named == proper {
      sink.add(
        Diagnostic(
          .note, id: "library-clash",
          "another catalog has the id '\(plain)', so this one is '\(named)'",
          at: framework.location(of: "urn"), hints: ["name it as you like with --as ID"]))
    }
    var reading = FrameworkReading(
      framework, of: library, file: file.name, catalogID: request.id ?? named,
      source: Catalog.Source(
        url: urn.text, format: CISOAssistantFormat.formatName,
        sha256: SHA256.hex(of: file.bytes), retrieved: request.today.description,
        importer: importer), isAlone: !request.isOneOfSeveral)
    let catalog = reading.catalog()
    sink.add(contentsOf: reading.sink)
    leftOut.add(reading.leftOut)
    result.catalogs.append(catalog)
    let assessable = catalog.controls.count { $0.kind == .requirement }
    let several = Self.frameworkKeys.flatMap(objects.items).count > 1
    result.counts += [
      .init((several ? "in \(catalog.id): " : "") + "requirement nodes", catalog.controls.count),
      .init("of them assessable", assessable),
      .init("with a description", catalog.controls.count { $0.statement != nil }),
    ]
    let own = catalog.controls.count(where: \.idIsSynthetic)
    if own > 0 { result.counts.append(.init("without a number of their own", own)) }
  }

  /// `id`, or the next one that no catalog of this command has.
  private func untaken(_ id: String) -> String {
    let taken = request.taken.union(result.catalogs.map(\.id))
    var named = id
    var number = 1
    while taken.contains(CatalogID(named)) {
      number += 1
      named = LibraryURN.numbered(id, number)
    }
    return named
  }

  private mutating func readMappings(_ mappings: [LibraryFields]) {
    // A set may join frameworks of its own file.
    let known = (request.catalogs() + result.catalogs).map(KnownCatalog.init)
    var readings: [MappingSetReading] = []
    var names = request.mappings
    for fields in mappings {
      var reading = MappingSetReading(fields, of: library, known: known)
      var set = reading.mappingSet()
      sink.add(contentsOf: reading.sink)
      leftOut.add(reading.leftOut)
      if let id = request.id { set.id = MappingSetID(id) }
      let plain = set.id
      var number = 1
      while !names.insert(set.id).inserted {
        number += 1
        set.id = MappingSetID(LibraryURN.numbered(plain.rawValue, number))
      }
      if set.id != plain {
        sink.add(
          Diagnostic(
            .note, id: "library-clash",
            "another mapping set has the id '\(plain)', so this one is '\(set.id)'",
            at: fields.location(of: "urn"), hints: ["they join the same catalogs"]))
      }
      readings.append(reading)
      result.mappings.append(set)
      result.counts += [
        .init(
          (mappings.count > 1 ? "in \(set.id): " : "") + "rows",
          fields.items("requirement_mappings").count),
        .init("pairs", set.pairs.count),
        .init("pairs of unknown share", set.pairs.count { !$0.isShareKnown }),
      ]
    }
    for problem in RevertCheck.problems(readings) { sink.add(problem) }
  }

  private mutating func countOthers() {
    let read = Set(Self.frameworkKeys + Self.mappingKeys)
    for entry in objects.mapping.entries where !read.contains(entry.key) {
      let name = entry.key.split(separator: "_").joined(separator: " ")
      leftOut.add(name, LibraryFields.number(of: entry.value))
    }
    leftOut.add(
      "translations of the library", library.otherLanguages.count)
    for (key, number) in library.others(besides: Self.libraryKeys) {
      leftOut.add("library \(key)", number)
    }
  }
}
