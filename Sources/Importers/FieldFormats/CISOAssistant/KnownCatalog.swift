internal import ControlModel

/// A catalog that is there already, with what a library calls it and its controls.
struct KnownCatalog {
  let id: String
  let version: String
  /// The framework that it was made from; nil for a catalog of another source.
  let urn: LibraryURN?
  /// The ids of its controls by the URN of their nodes.
  let nodes: [LibraryURN: String]

  init(_ catalog: Catalog) {
    id = catalog.id.rawValue
    version = catalog.version
    let isLibrary = catalog.source.format == CISOAssistantFormat.formatName
    urn = isLibrary ? LibraryURN(catalog.source.url) : nil
    guard isLibrary else {
      nodes = [:]
      return
    }
    nodes = Dictionary(
      catalog.controls.compactMap { control in
        let anchor = control.locator.parts.first { $0.name == "anchor" }
        return anchor.map { (LibraryURN($0.value), control.id.rawValue) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
