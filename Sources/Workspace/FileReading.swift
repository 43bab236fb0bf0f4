public import Diagnostics
internal import Digests
internal import FoundationEssentials
internal import Glibc
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
    guard size <= limit else { throw tooLarge(path, size, limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    try forEachChunk(of: path) { chunk throws(Refusal) in
      // A file may grow while it is read.
      guard bytes.count + chunk.count <= limit else {
        throw tooLarge(path, bytes.count + chunk.count, limit)
      }
      bytes.append(contentsOf: chunk)
    }
    return bytes
  }

  /// The SHA-256 of a regular file, in lower-case hex; the file may be larger than memory.
  static func sha256(of path: String) throws(Refusal) -> String {
    _ = try size(of: path)
    var digest = SHA256()
    try forEachChunk(of: path) { chunk throws(Refusal) in digest.update(Array(chunk)) }
    return digest.finish()
  }

  /// Bytes of a regular file. Nothing else is opened: a pipe would wait for ever, and a device
  /// need not end.
  private static func size(of path: String) throws(Refusal) -> Int {
    var info = Glibc.stat()
    guard stat(path, &info) == 0 else { throw cannotRead(path, Errno(rawValue: errno)) }
    guard info.st_mode & S_IFMT == S_IFREG else {
      let isDirectory = info.st_mode & S_IFMT == S_IFDIR
      throw Refusal(
        "not-a-file", isDirectory ? "this is a directory" : "this is not a regular file",
        at: SourceLocation(file: path),
        hints: [
          isDirectory ? whatToName(in: path) : "save what comes through it, and name that file"
        ])
    }
    return Int(info.st_size)
  }

  private static func whatToName(in directory: String) -> String {
    if (try? FileManager.default.contentsOfDirectory(atPath: directory))?.isEmpty == true {
      return "name a file; this directory has none in it"
    }
    return "name the files in it: \(directory)\(directory.hasSuffix("/") ? "" : "/")*"
  }

  private static func forEachChunk(
    of path: String, _ body: (ArraySlice<UInt8>) throws(Refusal) -> Void
  ) throws(Refusal) {
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
      defer { try? file.close() }
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
        guard count > 0 else { return }
        try body(buffer[..<count])
      }
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw cannotRead(path, error)
    }
  }

  private static func tooLarge(_ path: String, _ size: Int, _ limit: Int) -> Refusal {
    Refusal(
      "file-too-large", "the file has \(size) bytes, and at most \(limit) are read",
      at: SourceLocation(file: path), hints: ["is it the right file?", "split it, if it is"])
  }

  private static func cannotRead(_ path: String, _ error: any Error) -> Refusal {
    guard error as? Errno != .noSuchFileOrDirectory else {
      var info = Glibc.stat()
      if lstat(path, &info) == 0 {
        return Refusal(
          "no-such-file", "this is a link to a file that is not there",
          at: SourceLocation(file: path))
      }
      return Refusal(
        "no-such-file", "there is no such file", at: SourceLocation(file: path), hints: near(path))
    }
    return Refusal(
      "cannot-read", "the file cannot be read: \(error)", at: SourceLocation(file: path))
  }

  /// What may have been meant: no file at all, or the one of the directory whose name is nearest.
  private static func near(_ path: String) -> [String] {
    if path == "-" { return ["standard input is not read: save it as a file, and name that"] }
    if path.hasPrefix("file://") { return ["name its path, without file://"] }
    if path.hasPrefix("http://") || path.hasPrefix("https://") {
      return ["the network is not used: save what is there as a file, and name that"]
    }
    if path.contains("*") { return ["no file has a name of this pattern"] }
    let url = URL(filePath: path)
    let parent = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    return NearestMatch.hints(url.lastPathComponent, in: names.sorted())
  }
}
