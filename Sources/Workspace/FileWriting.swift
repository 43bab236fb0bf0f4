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
    try replaceAll([(path, bytes)])
  }

  /// Writes a new file.
  ///
  /// - Parameter hints: what to do where a file of this name is there.
  /// - Throws: when a file of this name is there, or it cannot be written.
  public static func create(
    _ path: String, with bytes: [UInt8], hints: [String]
  ) throws(Refusal) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Refusal(
        "file-exists", "a file of this name is there, and it is not overwritten",
        at: SourceLocation(file: path), hints: hints)
    }
    try replace(path, with: bytes)
  }

  /// Writes or replaces several files: none of them changes before all are written beside their
  /// places.
  ///
  /// - Throws: a message that names the file; the files that were there before are then untouched.
  public static func replaceAll(_ files: [(path: String, bytes: [UInt8])]) throws(Refusal) {
    let staged = files.map { (from: "\($0.path).part-\(getpid())", to: $0.path) }
    do throws(Refusal) {
      for file in files where isDirectory(file.path) {
        throw cannotWrite(file.path, Errno.isDirectory)
      }
      for (file, names) in zip(files, staged) {
        do { try write(file.bytes, to: names.from) } catch { throw cannotWrite(file.path, error) }
      }
      for names in staged { try move(names.from, to: names.to) }
    } catch {
      for names in staged { _ = unlink(names.from) }
      throw error
    }
  }

  /// Makes a directory and those above it; one that is there already stays as it is.
  ///
  /// - Returns: what was made, the deepest first.
  @discardableResult public static func makeDirectory(_ path: String) throws(Refusal) -> [String] {
    guard mkdir(path, 0o700) != 0 else { return [path] }
    let problem = Errno(rawValue: errno)
    if isDirectory(path) { return [] }
    let parent = FilePath(path).removingLastComponent().string
    guard problem == .noSuchFileOrDirectory, !parent.isEmpty, !isDirectory(parent) else {
      throw cannotWrite(path, problem)
    }
    let above = try makeDirectory(parent)
    guard mkdir(path, 0o700) == 0 else {
      removeDirectories(above)
      throw cannotWrite(path, Errno(rawValue: errno))
    }
    return [path] + above
  }

  /// Removes directories that were made in vain, unless something is in them.
  public static func removeDirectories(_ paths: [String]) {
    for path in paths { _ = rmdir(path) }
  }

  /// Makes a directory below one that a user named, or takes the one that is there.
  ///
  /// - Throws: when it is a link: it would lead out of the directory that was named.
  public static func makeOwnDirectory(_ path: String) throws(Refusal) -> [String] {
    var info = Glibc.stat()
    if lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFLNK {
      throw Refusal(
        "cannot-write", "is a link, and nothing is written through it",
        at: SourceLocation(file: path), hints: ["remove the link, or name another directory"])
    }
    return try makeDirectory(path)
  }

  /// Writes a new directory with files in it, all or nothing.
  ///
  /// - Parameters:
  ///   - path: a directory that does not exist, or is empty; the one above it must exist.
  ///   - files: paths below it, with their bytes.
  /// - Throws: when the directory holds anything, or cannot be written.
  public static func newDirectory(
    _ path: String, _ files: [(path: String, bytes: [UInt8])]
  ) throws(Refusal) {
    let name = FilePath(path).string
    let isPresent = try checkIsFree(name)
    let temporary = isPresent ? "\(name)/.part-\(getpid())" : "\(name).part-\(getpid())"
    var moved: [String] = []
    do throws(Refusal) {
      guard mkdir(temporary, 0o700) == 0 else { throw cannotWrite(name, Errno(rawValue: errno)) }
      for file in files {
        let target = "\(temporary)/\(file.path)"
        try makeDirectory(FilePath(target).removingLastComponent().string)
        do { try write(file.bytes, to: target) } catch { throw cannotWrite(target, error) }
      }
      guard isPresent else { return try move(temporary, to: name) }
      // The directory may be the one that the user stands in, which nothing can replace.
      for entry in Set(files.map { String($0.path.prefix { $0 != "/" }) }).sorted() {
        try move("\(temporary)/\(entry)", to: "\(name)/\(entry)")
        moved.append("\(name)/\(entry)")
      }
      _ = rmdir(temporary)
    } catch {
      for path in moved + [temporary] { try? FileManager.default.removeItem(atPath: path) }
      throw error
    }
  }

  /// Whether there is an empty directory of this name already.
  private static func checkIsFree(_ name: String) throws(Refusal) -> Bool {
    let location = SourceLocation(file: name)
    if isDirectory(name) {
      let entries = try? FileManager.default.contentsOfDirectory(atPath: name)
      guard let entries, entries.isEmpty else {
        throw Refusal(
          "not-empty", "the directory is not empty, and nothing in it is overwritten",
          at: location, hints: ["name a new directory"])
      }
      return true
    }
    guard !FileManager.default.fileExists(atPath: name) else {
      throw Refusal(
        "not-a-directory", "a file of this name is there", at: location,
        hints: ["name a new directory"])
    }
    let parent = FilePath(name).removingLastComponent().string
    guard parent.isEmpty || isDirectory(parent) else {
      throw Refusal(
        "no-such-directory", "there is no directory '\(parent)' to make it in", at: location,
        hints: ["is it misspelt? else make it first: mkdir -p '\(parent)'"])
    }
    return false
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    // A leftover of a process with the same number is nobody's.
    _ = unlink(path)
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: .ownerReadWrite)
    try file.closeAfter { _ = try file.writeAll(bytes) }
  }

  private static func move(_ from: String, to path: String) throws(Refusal) {
    guard rename(from, path) == 0 else { throw cannotWrite(path, Errno(rawValue: errno)) }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var info = Glibc.stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private static func cannotWrite(_ path: String, _ error: any Error) -> Refusal {
    let hint =
      switch error as? Errno {
      case .isDirectory: "a directory of this name is there"
      case .notDirectory, .fileExists: "a part of the path is a file, not a directory"
      case .noSpace: "the disk is full"
      case .readOnlyFileSystem: "the disk is mounted for reading only: write elsewhere"
      default: "is there such a directory, and may you write in it?"
      }
    return Refusal(
      "cannot-write", "cannot be written: \(error)", at: SourceLocation(file: path), hints: [hint])
  }
}
