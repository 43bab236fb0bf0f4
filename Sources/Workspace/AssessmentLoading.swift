public import ControlModel
public import Diagnostics
internal import FoundationEssentials
internal import NativeFormats
internal import Validation

/// Reads an assessment: a file, or a directory of files.
public enum AssessmentLoading {
  /// Folders of an assessment that hold no sections of it.
  private static let otherFolders: Set<String> = ["catalogs", "evidence"]

  /// What was read.
  public struct Loaded: Sendable {
    /// The assessment; its evidence has been looked at.
    public var assessment: Assessment
    /// Evidence files that are missing or changed.
    public var evidenceProblems: [Diagnostic]
    /// Suspicious things that do not stop the work.
    public var warnings: [Diagnostic]
  }

  /// The folder of an assessment that may hold the user's own copies of catalogs, if it is there.
  public static func overlays(of path: String) -> [String] {
    let folder = "\(path)/catalogs"
    return FileManager.default.fileExists(atPath: folder) ? [folder] : []
  }

  /// Reads an assessment and checks it against the library.
  ///
  /// - Throws: every problem of every file at once.
  public static func load(_ path: String, library: Library) throws(Refusal) -> Loaded {
    var sink = DiagnosticSink()
    var parts: [AssessmentFormat.Part] = []
    for file in try files(of: path) {
      do throws(Refusal) {
        parts.append(
          try AssessmentFormat.decode(try FileReading.bytes(of: file), file: file))
      } catch {
        for problem in error.diagnostics { sink.add(problem) }
      }
    }
    guard !sink.hasErrors else { throw Refusal(sink.diagnostics) }
    var assessment = try AssessmentFormat.join(parts, name: path)
    for problem in AssessmentRules.check(
      assessment, libraries: library.libraries, catalogs: library.catalogs)
    {
      sink.add(problem)
    }
    let root = isDirectory(path) ? path : URL(filePath: path).deletingLastPathComponent().path
    let problems = EvidenceChecking.check(&assessment.evidence, root: root, &sink)
    guard !sink.hasErrors else { throw Refusal(sink.diagnostics) }
    return Loaded(
      assessment: assessment, evidenceProblems: problems, warnings: sink.diagnostics)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  private static func files(of path: String) throws(Refusal) -> [String] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Refusal(
        "no-such-file", "there is no such assessment", at: SourceLocation(file: path),
        hints: ["'counterweight init \(path)' makes one"])
    }
    guard isDirectory(path) else { return [path] }
    let files = yamlFiles(below: path, depth: 0)
    guard !files.isEmpty else {
      throw Refusal(
        "no-assessment", "the directory holds no YAML file", at: SourceLocation(file: path),
        hints: ["'counterweight init DIR' makes an assessment in a new directory"])
    }
    return files
  }

  private static func yamlFiles(below directory: String, depth: Int) -> [String] {
    guard depth < 8 else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      if isDirectory(path) {
        if depth == 0, otherFolders.contains(name) { return [] }
        return yamlFiles(below: path, depth: depth + 1)
      }
      return name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? [path] : []
    }
  }
}
