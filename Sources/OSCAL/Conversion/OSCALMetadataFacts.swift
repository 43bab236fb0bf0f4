/// What the unified model wants to know of a document's metadata; empty is what it does not say.
struct OSCALMetadataFacts {
  let title: String
  let publisher: String
  let published: String
  let language: String
  let licence: String
  let attribution: String
  let url: String

  init(_ metadata: OSCALMetadata, _ backMatter: OSCALBackMatter?) {
    title = metadata.title.folded.plainText
    publisher = Self.publisher(metadata)
    published = String((metadata.published ?? "").prefix { $0 != "T" })
    language = OSCALProperty.value("language", in: metadata.props) ?? "en"
    let licenceLink = metadata.links.first { ["license", "licence"].contains($0.rel) }
    let licenceProperty = metadata.props.first { ["license", "licence"].contains($0.name) }
    licence =
      licenceProperty?.value ?? licenceLink.map { $0.text?.folded.plainText ?? $0.href } ?? ""
    let name = [publisher, title].filter { !$0.isEmpty }.joined(separator: ", ")
    attribution = metadata.version.isEmpty ? name : "\(name), \(metadata.version)"
    url = Self.url(metadata, backMatter)
  }

  private static func publisher(_ metadata: OSCALMetadata) -> String {
    let roles = ["publisher", "creator", "author", "prepared-by"]
    let responsible = roles.lazy.compactMap { role in
      metadata.responsibleParties.first { $0.flag("role-id") == role }
    }.first
    let uuid = responsible?.children("party-uuid").first?.text
    let party = metadata.parties.first { $0.flag("uuid") == uuid } ?? metadata.parties.first
    return party?.children("name").first?.text ?? ""
  }

  private static func url(_ metadata: OSCALMetadata, _ backMatter: OSCALBackMatter?) -> String {
    let links = ["canonical", "alternate", "latest-version"].flatMap { relation in
      metadata.links.filter { $0.rel == relation }
    }
    let addresses = links.flatMap { link in
      guard link.href.hasPrefix("#") else { return [link.href] }
      let resource = backMatter?.resources.first { $0.uuid == link.href.dropFirst() }
      return resource?.rlinks.map(\.href) ?? []
    }
    return addresses.first { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? ""
  }
}
