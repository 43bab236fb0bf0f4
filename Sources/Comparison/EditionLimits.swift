public import ControlModel
public import Diagnostics

/// How much text of a catalog is compared with another edition's.
public enum EditionLimits {
  /// Bytes of titles, summaries and statements. SP 800-53 has some 1 MB of them; two catalogs of
  /// this length that differ in every sentence take five seconds.
  public static let textBytes = 3 << 20
  /// Words of them; SP 800-53 has some 150,000.
  public static let words = 400_000

  /// What is wrong with a catalog that is too long to be compared; nil: nothing.
  public static func problem(with catalog: Catalog) -> Diagnostic? {
    var bytes = 0
    var words = 0
    for control in catalog.controls {
      for text in [control.id.rawValue, control.title, control.summary, control.statement ?? ""] {
        bytes += text.utf8.count
        words += text.utf8.count { $0 <= 0x20 } + (text.isEmpty ? 0 : 1)
      }
    }
    guard bytes > textBytes || words > self.words else { return nil }
    return Diagnostic(
      .error, id: "edition-too-large",
      "the catalog '\(catalog.id)' has \(bytes) bytes of text in \(words) words; at most \(textBytes) "
        + "in \(self.words) are compared", at: catalog.origin.location,
      hints: ["is it the right file?", "split it into catalogs of its parts, if it is"])
  }
}
