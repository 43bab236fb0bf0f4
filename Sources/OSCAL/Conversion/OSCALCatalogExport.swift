public import ControlModel
internal import Digests

/// Makes a catalog of OSCAL out of one of the unified model that was not made from OSCAL.
///
/// What OSCAL has a place for goes there; the rest becomes properties and parts in a namespace of its
/// own, so that nothing is lost.
public enum OSCALCatalogExport {
  /// The namespace of properties and parts that OSCAL does not name.
  public static let namespace = "urn:counterweight:oscal:1"
  /// The version of OSCAL that is written.
  public static let oscalVersion = "1.2.0"

  /// Converts a catalog.
  ///
  /// - Parameters:
  ///   - catalog: the catalog.
  ///   - today: the day that the document says it was changed.
  public static func convert(_ catalog: Catalog, today: CalendarDate) -> OSCALCatalog {
    var names = OSCALTokens()
    for group in catalog.groups { names.add(group.id.rawValue) }
    for control in catalog.controls { names.add(control.id.rawValue) }
    let controls = Dictionary(grouping: catalog.controls, by: \.parent)
    let groups = Dictionary(grouping: catalog.groups) { $0.parent?.rawValue ?? "" }
    let content = OSCALExportContent(names: names, controls: controls, groups: groups)
    let seed = SHA256.hex(of: "\(catalog.id) \(catalog.version) \(catalog.source.sha256) \(today)")
    return OSCALCatalog(
      uuid: uuid(seed), metadata: metadata(catalog, today: today, seed: seed),
      controls: content.controls(in: ""), groups: content.groups(in: ""),
      backMatter: backMatter(catalog))
  }

  /// A uuid (RFC 4122, made from a name) out of a digest in hexadecimal.
  static func uuid(_ digest: String) -> String {
    let digits = Array(digest.prefix(32))
    guard digits.count == 32 else { return "" }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return "\(part(0..<8))-\(part(8..<12))-5\(part(13..<16))-a\(part(17..<20))-\(part(20..<32))"
  }

  private static func metadata(
    _ catalog: Catalog, today: CalendarDate, seed: String
  ) -> OSCALMetadata {
    var metadata = OSCALMetadata(
      title: OSCALMarkupLine(text: catalog.title.isEmpty ? catalog.id.rawValue : catalog.title),
      lastModified: "\(today)T00:00:00Z", version: OSCALTokens.line(catalog.version, or: "unknown"),
      oscalVersion: oscalVersion)
    if catalog.published.count == 10 { metadata.published = "\(catalog.published)T00:00:00Z" }
    metadata.props = OSCALExportContent.properties([
      ("catalog-id", catalog.id.rawValue), ("status", catalog.status.rawValue),
      ("published", catalog.published), ("language", catalog.language),
      ("licence", catalog.licence), ("attribution", catalog.attribution),
      ("conformance", catalog.conformance.rawValue),
      ("supersedes", catalog.supersedes?.rawValue ?? ""),
      ("superseded-by", catalog.supersededBy?.rawValue ?? ""),
      ("source-format", catalog.source.format), ("source-sha256", catalog.source.sha256),
      ("source-retrieved", catalog.source.retrieved),
      ("source-importer", catalog.source.importer), ("caveat", catalog.caveat),
    ])
    metadata.props += catalog.notes.compactMap { OSCALExportContent.property("note", $0) }
    metadata.props += catalog.levels.compactMap { level in
      var property = OSCALExportContent.property("level", level.id)
      let about = [level.title, level.definition, level.adversary].filter { !$0.isEmpty }
      if !about.isEmpty {
        property?.remarks = OSCALMarkupMultiline(about.map { .paragraph([.text($0)]) })
      }
      return property
    }
    metadata.props += catalog.capacities.compactMap { capacity in
      var property = OSCALExportContent.property("capacity", capacity.id)
      let about = [capacity.title, capacity.summary].filter { !$0.isEmpty }
      if !about.isEmpty {
        property?.remarks = OSCALMarkupMultiline(about.map { .paragraph([.text($0)]) })
      }
      return property
    }
    addPublisher(catalog, seed: seed, to: &metadata)
    return metadata
  }

  private static func addPublisher(
    _ catalog: Catalog, seed: String, to metadata: inout OSCALMetadata
  ) {
    let name = OSCALTokens.line(catalog.publisher, or: "")
    guard !name.isEmpty else { return }
    let uuid = uuid(SHA256.hex(of: "\(seed) publisher"))
    metadata.roles = [
      OSCALNode(
        "role", flags: [.init("id", "publisher")],
        children: [OSCALNode("title", content: .line(OSCALMarkupLine(text: "Publisher")))])
    ]
    metadata.parties = [
      OSCALNode(
        "party", flags: [.init("uuid", uuid), .init("type", "organization")],
        children: [OSCALNode("name", content: .text(name))])
    ]
    metadata.responsibleParties = [
      OSCALNode(
        "responsible-party", flags: [.init("role-id", "publisher")],
        children: [OSCALNode("party-uuid", content: .text(uuid))])
    ]
  }

  private static func backMatter(_ catalog: Catalog) -> OSCALBackMatter? {
    guard !catalog.source.url.isEmpty else { return nil }
    return OSCALBackMatter(resources: [
      OSCALResource(
        uuid: uuid(SHA256.hex(of: catalog.source.url)),
        title: OSCALMarkupLine(text: catalog.title),
        rlinks: [OSCALResourceLink(href: catalog.source.url)])
    ])
  }
}
