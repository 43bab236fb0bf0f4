public import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import SystemPackage

/// Writes files as a whole or not at all, readable by their owner only: what the program writes
/// says where a lab is weak.
public enum FileWriting {
  /// Writes or replaces one file.
  ///
  /// - Throws: a message that names the file; the file that was there before is then untouched.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(Refusal) {
    let temporary = path + ".part-\(getpid())"
    do {
      // A leftover of a process with the same number is nobody's.
      _ = unlink(temporary)
      let file = try FileDescriptor.open(
        FilePath(temporary), .writeOnly,
        options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
      do {
        try file.closeAfter { _ = try file.writeAll(bytes) }
        guard rename(temporary, path) == 0 else { throw Errno(rawValue: errno) }
      } catch {
        _ = unlink(temporary)
        throw error
      }
    } catch {
      throw cannotWrite(path, error)
    }
  }

  /// Makes a directory and those above it; one that is there already stays as it is.
  public static func makeDirectory(_ path: String) throws(Refusal) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw cannotWrite(path, error)
    }
  }

  /// Writes a new directory with files in it, all or nothing.
  ///
  /// - Parameters:
  ///   - path: a directory that does not exist, or is empty.
  ///   - files: paths below it, with their bytes.
  /// - Throws: when the directory holds anything, or cannot be written.
  public static func newDirectory(
    _ path: String, _ files: [(path: String, bytes: [UInt8])]
  ) throws(Refusal) {
    let name = path.hasSuffix("/") ? String(path.dropLast()) : path
    if let present = try? FileManager.default.contentsOfDirectory(atPath: name) {
      guard present.isEmpty else {
        throw Refusal(
          "not-empty", "the directory is not empty, and nothing in it is overwritten",
          at: SourceLocation(file: path), hints: ["name a new directory"])
      }
    } else if FileManager.default.fileExists(atPath: name) {
      throw Refusal(
        "not-a-directory", "a file of this name is there", at: SourceLocation(file: path),
        hints: ["name a new directory"])
    }
    let temporary = name + ".part-\(getpid())"
    do throws(Refusal) {
      for file in files {
        let target = "\(temporary)/\(file.path)"
        try makeDirectory(URL(filePath: target).deletingLastPathComponent().path)
        try replace(target, with: file.bytes)
      }
      // Renaming onto an empty directory replaces it.
      guard rename(temporary, name) == 0 else {
        throw cannotWrite(path, Errno(rawValue: errno))
      }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
  }

  private static func cannotWrite(_ path: String, _ error: any Error) -> Refusal {
    Refusal(
      "cannot-write", "cannot be written: \(error)", at: SourceLocation(file: path),
      hints: ["is there such a directory, and may you write in it?"])
  }
}
