public import ControlModel

/// Lines of a document of which it is known to what they belong together, but not in what order:
/// converters write the bullets of a list above or between its points, and the first lines of the
/// points before the others.
///
/// An importer hands them over as they stand. `CatalogFill` puts them into an order that the digests
/// of the catalog prove, or leaves their entries without text.
public struct TornText: Sendable, Hashable {
  /// The entries whose text they hold, in the order of the print.
  public var ids: [String]
  /// What sort of entries these are.
  public var kind: ImportedEntry.Kind
  /// The lines, in the order of the document.
  public var lines: [Line]

  /// Makes a text.
  public init(ids: [String], kind: ImportedEntry.Kind, lines: [Line]) {
    self.ids = ids
    self.kind = kind
    self.lines = lines
  }

  /// A line.
  public struct Line: Sendable, Hashable {
    /// The text beside its bullet, white space folded.
    public var text: String
    /// Whether a bullet stands right before it: then it may stand too early, before lines of other
    /// points.
    public var hasBullet: Bool
    /// Where it stands.
    public var locator: Locator

    /// Makes a line.
    public init(text: String, hasBullet: Bool, locator: Locator) {
      self.text = text
      self.hasBullet = hasBullet
      self.locator = locator
    }
  }
}
