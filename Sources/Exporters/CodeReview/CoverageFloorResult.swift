public import ControlModel

/// The lowest coverage that a check asks of a catalog, and what it found.
public struct CoverageFloorResult: Sendable, Hashable {
  /// The catalog.
  public var catalog: CatalogID
  /// What was found, in a sentence.
  public var message: String
  /// Whether the coverage is high enough.
  public var isMet: Bool

  /// Makes a result.
  public init(catalog: CatalogID, message: String, isMet: Bool) {
    self.catalog = catalog
    self.message = message
    self.isMet = isMet
  }
}
