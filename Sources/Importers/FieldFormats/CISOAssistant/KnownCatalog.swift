internal import ControlModel

/// A catalog that is there already, with what a library calls it.
struct KnownCatalog {
  let id: String
  let version: String
  /// The framework that it was made from; nil for a catalog of another source.
  let urn: LibraryURN?
  /// The language of its texts.
  let language: String
  private let controls: [Control]

  init(_ catalog: Catalog) {
    id = catalog.id.rawValue
    version = catalog.version
    language = catalog.language
    controls = catalog.controls
    let isLibrary = catalog.source.format == CISOAssistantFormat.formatName
    urn = isLibrary ? LibraryURN(catalog.source.url) : nil
  }

  /// Its controls by the URN of their nodes.
  func nodes() -> KnownNodes {
    KnownNodes(
      ids: Dictionary(
        (urn == nil ? [] : controls).compactMap { control in
          let anchor = control.locator.parts.first { $0.name == "anchor" }
          return anchor.map { (LibraryURN($0.value), control.id.rawValue) }
        }, uniquingKeysWith: { first, _ in first }))
  }
}
