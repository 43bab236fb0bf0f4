public import Comparison
internal import ControlModel
public import Diagnostics
internal import FoundationEssentials
internal import NativeFormats

/// Carries an assessment over to a new edition of a catalog.
public enum AssessmentMigrating {
  /// What is to be written, and what became of each entry.
  public struct Plan: Sendable {
    /// The files that change, with their new bytes; the paths as they were read.
    public var changed: [(path: String, bytes: [UInt8])] = []
    /// How many YAML files the assessment has.
    public var files = 0
    /// Every entry that names the old edition, in the order of files and lines.
    public var entries: [MigrationEntry] = []
  }

  /// Works out the change of every file of an assessment; writes nothing.
  ///
  /// - Throws: every problem of every file at once.
  public static func plan(_ path: String, along map: EditionMap) throws(Refusal) -> Plan {
    var sink = DiagnosticSink()
    var files: [AssessmentFileMigration] = []
    let paths = try AssessmentFiles.find(path)
    for file in paths {
      do throws(Refusal) {
        let bytes = try FileReading.bytes(of: file)
        let problems = AssessmentFormat.examine(bytes, file: file).problems
        guard !problems.contains(where: { $0.severity == .error }) else {
          throw Refusal(problems)
        }
        files.append(try AssessmentFileMigration(bytes, file: file, map: map))
      } catch {
        sink.add(error)
      }
    }
    guard !sink.hasErrors else { throw Refusal(sink.diagnostics) }
    let leavesAny = files.contains(where: \.leavesAny)
    var plan = Plan(files: paths.count)
    for index in files.indices {
      try files[index].setCatalogs(keepingOld: leavesAny)
      let (bytes, entries) = try files[index].finish()
      if let bytes { plan.changed.append((files[index].file, bytes)) }
      plan.entries += entries
    }
    plan.entries.sort { $0.location < $1.location }
    return plan
  }

  /// The ids of the catalogs that an assessment names anywhere, sorted.
  public static func catalogs(of path: String) throws(Refusal) -> [String] {
    var ids: Set<String> = []
    for file in try AssessmentFiles.find(path) {
      let part = AssessmentFormat.examine(try FileReading.bytes(of: file), file: file).part
      guard let assessment = part?.assessment else { continue }
      ids.formUnion(assessment.catalogs.map(\.rawValue))
      ids.formUnion(assessment.targets.map(\.catalog.rawValue))
      ids.formUnion(assessment.determinations.map(\.catalog.rawValue))
      ids.formUnion(assessment.indicators.map(\.catalog.rawValue))
      ids.formUnion(assessment.pairs.keys.map(\.rawValue))
    }
    return ids.sorted()
  }

  /// Writes the changed files where they were read.
  public static func writeInPlace(_ plan: Plan) throws(Refusal) {
    try FileWriting.replaceAll(plan.changed)
  }

  /// Copies the assessment to a new place, with the changed files.
  ///
  /// Hidden files, as those of git, stay behind.
  ///
  /// - Throws: when the place is taken, lies within the assessment, or cannot be written.
  public static func write(_ plan: Plan, from path: String, to target: String) throws(Refusal) {
    var isDirectory = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    guard isDirectory else {
      guard !FileManager.default.fileExists(atPath: target) else {
        throw Refusal(
          "not-empty", "a file of this name is there", at: SourceLocation(file: target),
          hints: ["name a new file, or use --in-place"])
      }
      if let changed = plan.changed.first {
        return try FileWriting.replace(target, with: changed.bytes)
      }
      return try FileWriting.replace(target, with: try FileReading.bytes(of: path))
    }
    let source = resolved(path)
    guard resolved(target) != source, !resolved(target).hasPrefix("\(source)/") else {
      throw Refusal(
        "inside-itself", "the new assessment cannot lie within the old one",
        at: SourceLocation(file: target), hints: ["name a directory beside it"])
    }
    try FileWriting.newDirectory(target, [])
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      where !name.hasPrefix(".") {
        try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: "\(target)/\(name)")
      }
    } catch {
      try? FileManager.default.removeItem(atPath: target)
      throw Refusal(
        "cannot-write", "the files of the assessment cannot be copied",
        at: SourceLocation(file: target), hints: ["is there room, and may you read all of them?"])
    }
    try FileWriting.replaceAll(
      plan.changed.map { ("\(target)/\(below(path, $0.path))", $0.bytes) })
  }

  /// The path that a file of the assessment has in the new place; the same without one.
  public static func path(of file: String, from path: String, to target: String?) -> String {
    guard let target else { return file }
    return file == path ? target : "\(target)/\(below(path, file))"
  }

  private static func resolved(_ path: String) -> String {
    let url = URL(filePath: path)
    let parent = url.deletingLastPathComponent().resolvingSymlinksInPath()
    let real = FileManager.default.fileExists(atPath: path) ? url.resolvingSymlinksInPath() : nil
    let name = (real ?? parent.appending(component: url.lastPathComponent)).path
    return name.hasSuffix("/") ? String(name.dropLast()) : name
  }

  /// A path as it is seen from the directory.
  private static func below(_ directory: String, _ path: String) -> String {
    let prefix = directory.hasSuffix("/") ? directory : "\(directory)/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
