public import ControlModel
public import Diagnostics

/// How much text of a catalog is compared with another edition's.
public enum EditionLimits {
  /// Bytes of titles, summaries and statements. SP 800-53 has some 1 MB of them; two catalogs of
  /// this length that differ in every sentence take five seconds.
  public static let textBytes = 3 << 20

  /// What is wrong with a catalog that is too long to be compared; nil: nothing.
  public static func problem(with catalog: Catalog) -> Diagnostic? {
    let bytes = catalog.controls.reduce(0) { sum, control in
      sum + control.id.rawValue.utf8.count + control.title.utf8.count + control.summary.utf8.count
        + (control.statement ?? "").utf8.count
    }
    guard bytes > textBytes else { return nil }
    return Diagnostic(
      .error, id: "edition-too-large",
      "the catalog '\(catalog.id)' has \(bytes) bytes of text, and at most \(textBytes) are compared",
      at: catalog.origin.location,
      hints: ["is it the right file?", "split it into catalogs of its parts, if it is"])
  }
}
