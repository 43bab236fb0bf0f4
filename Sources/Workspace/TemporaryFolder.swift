internal import FoundationEssentials
internal import Synchronization

/// A private folder for the time of some work. What lies in it may be confidential, so that it goes
/// also when the program is interrupted (`removeAll`).
public struct TemporaryFolder: Sendable {
  /// Its path.
  let path: String

  private static let open = Mutex<Set<String>>([])

  /// Makes one that only its owner can read.
  init() throws {
    path =
      FileManager.default.temporaryDirectory.appending(path: "counterweight-\(UUID().uuidString)")
      .path
    let path = path
    Self.open.withLock { _ = $0.insert(path) }
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  /// Removes it with all that is in it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    Self.open.withLock { _ = $0.remove(path) }
  }

  /// Removes all that there are. For a program that is about to end: whoever still writes into one
  /// of them may make it anew, so that it is looked for several times.
  public static func removeAll() {
    let paths = open.withLock { $0 }
    for _ in 0..<10 {
      let left = paths.filter { FileManager.default.fileExists(atPath: $0) }
      guard !left.isEmpty else { return }
      for path in left { try? FileManager.default.removeItem(atPath: path) }
    }
  }
}
