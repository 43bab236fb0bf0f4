internal import FoundationEssentials

/// Files of the package and, where it is there, of the material beside it.
public enum PackageFiles {
  /// The package's root, with a slash at its end.
  public static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/"
  }()

  /// The bytes of a file of the package, or nil when it is not there.
  public static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: root + path).map(Array.init)
  }

  /// The names of the files in a directory of the package, sorted.
  public static func names(in directory: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root + directory)) ?? []).sorted()
  }

  /// The bytes of a file of `../shared`, or nil where it is not there. A test that needs one skips.
  ///
  /// `COUNTERWEIGHT_SHARED` names another directory.
  public static func shared(_ path: String) -> [UInt8]? {
    let directory =
      ProcessInfo.processInfo.environment["COUNTERWEIGHT_SHARED"] ?? root + "../shared"
    return FileManager.default.contents(atPath: "\(directory)/\(path)").map(Array.init)
  }

  /// Whether a file of `../shared` is there.
  public static func hasShared(_ path: String) -> Bool { shared(path) != nil }
}
