import FoundationEssentials
import Glibc
import SystemPackage

/// A fresh folder with real files; it goes when the test ends.
final class TestFolder: Sendable {
  /// Its path, without links in it.
  let path: String

  init() throws {
    let made = FileManager.default.temporaryDirectory
      .appending(path: "counterweight-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: made, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    path = made.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in it.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, with the folders above it.
  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  /// Writes a file of any bytes.
  func write(_ name: String, bytes: [UInt8]) throws {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Copies a file or folder of the checkout into it.
  func copy(_ name: String, as target: String) throws {
    try FileManager.default.copyItem(atPath: Package.path(name), toPath: path(target))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(name), withDestinationPath: target)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }

  /// A pipe with a name, at which nobody writes.
  func makePipe(_ name: String) throws {
    guard mkfifo(path(name), 0o600) == 0 else { throw Errno(rawValue: errno) }
  }

  /// A file that has `size` bytes and needs no room for them.
  func makeSparseFile(_ name: String, size: Int) throws {
    try write(name, "")
    guard truncate(path(name), size) == 0 else { throw Errno(rawValue: errno) }
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Every file below it with its bytes, by path.
  func files(below name: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try names(below: name) {
      let inner = name.isEmpty ? entry : "\(name)/\(entry)"
      if isFolder(inner) {
        files.merge(try self.files(below: inner)) { first, _ in first }
      } else {
        files[inner] = try bytes(inner)
      }
    }
    return files
  }

  /// The names in a folder.
  func names(below name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: name.isEmpty ? path : path(name)).sorted()
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The permission bits.
  func mode(_ name: String) -> UInt32 {
    var info = Glibc.stat()
    guard stat(path(name), &info) == 0 else { return 0 }
    return info.st_mode & 0o7777
  }

  private func isFolder(_ name: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) && isFolder
  }
}
