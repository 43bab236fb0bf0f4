public import ControlModel
public import Diagnostics

/// Catalogs as YAML (`docs/formats.md`, `docs/schemas/catalog.schema.json`).
public enum CatalogFormat {
  static let keys = [
    "id", "title", "publisher", "version", "published", "status", "language", "licence",
    "attribution", "conformance", "supersedes", "supersededBy", "source", "caveat", "notes",
    "levels",
    "capacities", "groups", "controls",
  ]
  static let sourceKeys = [
    "url", "format", "sha256", "retrieved", "importer", "document", "documentSHA256",
  ]
  static let levelKeys = ["id", "title", "definition", "adversary", "locator"]
  static let capacityKeys = ["id", "title", "summary", "locator"]
  static let groupKeys = ["id", "kind", "title", "parent", "summary", "locator"]

  /// Reads a catalog.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  /// - Throws: every problem of the file at once. The structure (dangling parents, cycles) is
  ///   checked elsewhere.
  public static func decode(_ bytes: [UInt8], file: String) throws(Refusal) -> Catalog {
    try NativeFormat.catalog.read(bytes, file: file, keys: keys, catalog)
  }

  /// Reads what can be read of a catalog, for those who go on checking it.
  ///
  /// - Returns: the catalog, unless nothing can be made of the file; and every problem.
  public static func examine(
    _ bytes: [UInt8], file: String
  ) -> (catalog: Catalog?, problems: [Diagnostic]) {
    let reading = NativeFormat.catalog.examine(bytes, file: file, keys: keys, catalog)
    return (reading.value, reading.problems)
  }

  private static func catalog(_ fields: FieldReader) -> Catalog? {
    let id = fields.requiredID("id", CatalogID.self)
    let title = fields.requiredText("title")
    let conformance = fields.requiredWord("conformance", Catalog.Conformance.self)
    let groups = fields.items("groups", of: "group", keys: groupKeys, group)
    let controls = fields.items(
      "controls", of: "control", keys: ControlFormat.keys, ControlFormat.control)
    if let id, id.rawValue.contains("/") {
      fields.report(
        "bad-id", "'\(id)' cannot be the id of a catalog", at: "id",
        hints: ["files are named after it, so it has no '/' in it"])
    }
    guard let id else { return nil }
    return Catalog(
      id: id, title: title ?? "", publisher: fields.text("publisher"),
      version: fields.text("version"),
      published: fields.text("published"),
      status: fields.word("status", Catalog.Status.self) ?? .published,
      language: fields.optionalText("language") ?? "en", licence: fields.text("licence"),
      attribution: fields.text("attribution"), conformance: conformance ?? .coverage,
      supersedes: fields.optionalID("supersedes", CatalogID.self),
      supersededBy: fields.optionalID("supersededBy", CatalogID.self), source: source(fields),
      caveat: fields.text("caveat"),
      notes: fields.texts("notes"),
      levels: fields.items("levels", of: "level", keys: levelKeys, level),
      capacities: fields.items("capacities", of: "capacity", keys: capacityKeys, capacity),
      groups: groups, controls: controls, origin: fields.origin("id", "supersedes"))
  }

  private static func source(_ fields: FieldReader) -> Catalog.Source {
    guard let source = fields.child("source", of: "source", keys: sourceKeys) else {
      return Catalog.Source()
    }
    return Catalog.Source(
      url: source.text("url"), format: source.text("format"), sha256: source.text("sha256"),
      retrieved: source.text("retrieved"), importer: source.text("importer"),
      document: source.text("document"), documentSHA256: source.text("documentSHA256"))
  }

  private static func level(_ fields: FieldReader) -> Level? {
    fields.requiredText("id").map { id in
      Level(
        id: id, title: fields.text("title"), definition: fields.text("definition"),
        adversary: fields.text("adversary"), locator: ControlFormat.locator(fields))
    }
  }

  private static func capacity(_ fields: FieldReader) -> Capacity? {
    guard let id = fields.requiredText("id"), let title = fields.requiredText("title") else {
      return nil
    }
    return Capacity(
      id: id, title: title, summary: fields.text("summary"),
      locator: ControlFormat.locator(fields))
  }

  private static func group(_ fields: FieldReader) -> Group? {
    let id = fields.requiredID("id", GroupID.self)
    let title = fields.requiredText("title")
    guard let id else { return nil }
    return Group(
      id: id, kind: fields.optionalText("kind") ?? "section", title: title ?? "",
      parent: fields.optionalID("parent", GroupID.self), summary: fields.text("summary"),
      locator: ControlFormat.locator(fields), origin: fields.origin("id", "parent"))
  }
}
