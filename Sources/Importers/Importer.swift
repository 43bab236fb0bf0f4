public import ControlModel
public import Diagnostics

/// Turns one publisher's document into entries that are keyed to the ids of a shipped catalog.
///
/// An importer is a pure function of the document: it reads no file, asks no clock, and never
/// looks at the document's name. How to add one: `docs/add-an-importer.md`.
public protocol Importer: Sendable {
  /// A short, stable name in kebab case; the registry is sorted by it.
  var id: String { get }
  /// Goes up when the same document gives other entries.
  var version: String { get }
  /// The catalog that it fills.
  var catalog: CatalogID { get }
  /// What it reads, as a phrase that completes "expected …".
  var expects: String { get }

  /// Whether the content is this importer's document, whole or in part.
  func recognises(_ document: SourceDocument) -> Bool

  /// Reads a document that it recognises.
  func read(_ document: SourceDocument) throws(Refusal) -> ImportedDocument
}
