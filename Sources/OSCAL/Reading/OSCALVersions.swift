public import Diagnostics

/// Which versions of OSCAL are read.
public enum OSCALVersions {
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
