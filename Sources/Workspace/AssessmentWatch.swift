internal import ControlModel
internal import FoundationEssentials
internal import Glibc

/// Notices when a file of an assessment changes, by looking at the times and sizes of its files.
public struct AssessmentWatch: Sendable {
  private let path: String
  private let folders: [String]
  private var seen: [String: Stamp] = [:]

  /// Files and folders that are looked at.
  private static let limit = 10_000

  /// What changes with a file.
  private struct Stamp: Hashable, Sendable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let file: UInt
  }

  /// Watches an assessment.
  ///
  /// - Parameters:
  ///   - path: a directory, which is watched with all that is in it, or a file.
  ///   - folders: other directories whose files count.
  public init(_ path: String, folders: [String]) {
    self.path = path
    self.folders = folders
  }

  /// Looks again.
  ///
  /// - Parameter others: files besides, as evidence of an assessment that is one file.
  /// - Returns: whether anything is new, gone or changed; true the first time.
  public mutating func hasChanged(others: [String] = []) -> Bool {
    var found: [String: Stamp] = [:]
    for path in [path] + folders + others { Self.look(at: path, depth: 0, &found) }
    defer { seen = found }
    return found != seen
  }

  private static func look(at path: String, depth: Int, _ found: inout [String: Stamp]) {
    var info = Glibc.stat()
    guard found.count < limit, stat(path, &info) == 0 else { return }
    found[path] = Stamp(
      seconds: info.st_mtim.tv_sec, nanoseconds: info.st_mtim.tv_nsec, size: Int(info.st_size),
      file: UInt(info.st_ino))
    guard info.st_mode & S_IFMT == S_IFDIR, depth < 8 else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where !name.hasPrefix(".") {
      look(at: "\(path)/\(name)", depth: depth + 1, &found)
    }
  }
}
