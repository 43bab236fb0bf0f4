public import Diagnostics
internal import Digests
internal import FoundationEssentials
internal import SystemPackage

/// Reads files, with bounds that are checked before anything is read.
public enum FileReading {
  /// Bytes of the largest file of our own formats that is read.
  public static let nativeLimit = 32 << 20

  /// The bytes of a regular file.
  ///
  /// - Throws: a message that names the file when it is not there, is no file, is too large or
  ///   cannot be read.
  public static func bytes(of path: String, limit: Int = nativeLimit) throws(Refusal) -> [UInt8] {
    let size = try size(of: path)
    guard size <= limit else {
      throw Refusal(
        "file-too-large", "the file has \(size) bytes, and at most \(limit) are read",
        at: SourceLocation(file: path),
        hints: ["is it the right file?", "split it, if it is"])
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    try forEachChunk(of: path) { chunk in
      bytes.append(contentsOf: chunk)
      return bytes.count <= limit
    }
    guard bytes.count <= limit else {
      throw Refusal(
        "file-too-large", "the file grows while it is read, beyond \(limit) bytes",
        at: SourceLocation(file: path))
    }
    return bytes
  }

  /// The SHA-256 of a regular file, in lower-case hex; the file may be larger than memory.
  static func sha256(of path: String) throws(Refusal) -> String {
    _ = try size(of: path)
    var digest = SHA256()
    try forEachChunk(of: path) { chunk in
      digest.update(Array(chunk))
      return true
    }
    return digest.finish()
  }

  /// Bytes of a regular file.
  private static func size(of path: String) throws(Refusal) -> Int {
    let location = SourceLocation(file: path)
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path)) else {
      throw Refusal("no-such-file", "there is no such file", at: location, hints: near(path))
    }
    let type = attributes[.type] as? FileAttributeType
    guard type == .typeRegular else {
      let what = type == .typeDirectory ? "this is a directory" : "this is not a regular file"
      throw Refusal("not-a-file", what, at: location, hints: ["name a file"])
    }
    return (attributes[.size] as? Int) ?? (attributes[.size] as? UInt64).map(Int.init) ?? 0
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }

  /// The file of the same directory whose name is nearest.
  private static func near(_ path: String) -> [String] {
    let url = URL(filePath: path)
    let parent = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    return NearestMatch.hints(url.lastPathComponent, in: names.sorted())
  }

  private static func forEachChunk(
    of path: String, _ body: (ArraySlice<UInt8>) -> Bool
  ) throws(Refusal) {
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
      defer { try? file.close() }
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
        guard count > 0, body(buffer[..<count]) else { return }
      }
    } catch {
      throw Refusal(
        "cannot-read", "the file cannot be read: \(error)", at: SourceLocation(file: path))
    }
  }
}
