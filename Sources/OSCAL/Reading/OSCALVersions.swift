public import Diagnostics

/// Which versions of OSCAL are read.
public enum OSCALVersions {
  /// The newest version that this program knows.
  private static let known = "1.2.0"

  /// The version of what a profile resolves to: the newest of its own and of what it imports, but
  /// none that is newer than what is known here.
  static func newest(_ version: String, _ imported: [String]) -> String {
    var newest = version
    for other in imported where precedes(newest, other) { newest = other }
    let numbers = numbers(of: newest)
    return numbers.prefix(2).lexicographicallyPrecedes([1, 3]) ? newest : known
  }

  /// A version that is no number precedes all others.
  private static func precedes(_ one: String, _ other: String) -> Bool {
    let (left, right) = (numbers(of: one), numbers(of: other))
    if left != right { return left.lexicographicallyPrecedes(right) }
    // `1.0.0-rc2` comes before `1.0.0`.
    let (first, second) = (preview(of: one), preview(of: other))
    guard !first.isEmpty, first != second else { return false }
    return second.isEmpty || NaturalOrder.precedes(first, second)
  }

  private static func numbers(of version: String) -> [Int] {
    let core = version.drop { $0 == "v" || $0 == "V" }.prefix { $0 != "-" && $0 != "+" }
    let parts = core.split(separator: ".").map { Int($0) }
    guard !parts.isEmpty, !parts.contains(nil) else { return [] }
    let numbers = parts.compactMap(\.self)
    return numbers + Array(repeating: 0, count: max(0, 3 - numbers.count))
  }

  private static func preview(of version: String) -> String {
    String(version.prefix { $0 != "+" }.drop { $0 != "-" }.dropFirst())
  }

  /// Warns of a document that says it is of another version; what is there was read all the same.
  public static func check(_ metadata: OSCALMetadata, file: String) -> [Diagnostic] {
    // NIST's own catalogs of 2026 say `v1.2.2`.
    let version = metadata.oscalVersion.drop { $0 == "v" || $0 == "V" }
    let parts = version.split(separator: ".").map { Int($0) }
    let isKnown = parts.count >= 2 && parts[0] == 1 && (0...2).contains(parts[1] ?? -1)
    guard !isKnown else { return [] }
    return [
      Diagnostic(
        .warning, id: "oscal-version",
        "is of OSCAL '\(metadata.oscalVersion)', and 1.0 to 1.2 are known",
        at: SourceLocation(file: file),
        hints: ["it was read as 1.2; what that does not know is told"])
    ]
  }
}
