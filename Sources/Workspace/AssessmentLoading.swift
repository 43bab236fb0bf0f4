public import ControlModel
public import Diagnostics
internal import FoundationEssentials
internal import NativeFormats
internal import Validation

/// Reads an assessment: a file, or a directory of files.
public enum AssessmentLoading {
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
    let folder = path.hasSuffix("/") ? "\(path)catalogs" : "\(path)/catalogs"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.isEmpty ? [] : [folder]
  }

  /// Reads an assessment and checks it against the library.
  ///
  /// - Parameter edited: what stands in place of the files of these paths, to see whether it may
  ///   be written.
  /// - Throws: every problem of every file at once.
  public static func load(
    _ path: String, library: Library, edited: [(path: String, bytes: [UInt8])] = []
  ) throws(Refusal) -> Loaded {
    var sink = DiagnosticSink()
    let parts = try readParts(of: path, edited: edited, &sink)
    // Where a file cannot be read at all, nobody knows what it defines.
    guard let parts else { throw Refusal(sink.diagnostics) }
    var assessment = AssessmentFormat.join(parts, name: path, &sink)
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

  /// The files of an assessment with their bytes, by the paths that origins name.
  public static func files(
    of path: String
  ) throws(Refusal) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for file in try AssessmentFiles.find(path) {
      files.append((file, try FileReading.bytes(of: file)))
    }
    return files
  }

  /// Where the evidence files of an assessment lie.
  public static func evidencePaths(of assessment: Assessment, at path: String) -> [String] {
    let root = isDirectory(path) ? path : URL(filePath: path).deletingLastPathComponent().path
    return assessment.evidence.compactMap(\.file).map { "\(root)/\($0)" }
  }

  /// What is wrong with the files by themselves, when there is no library to check them against.
  public static func problems(of path: String) -> [Diagnostic] {
    var sink = DiagnosticSink()
    do throws(Refusal) {
      _ = try readParts(of: path, &sink)
      return sink.diagnostics
    } catch {
      return error.diagnostics
    }
  }

  /// Every part that can be read; nil when one cannot.
  private static func readParts(
    of path: String, edited: [(path: String, bytes: [UInt8])] = [], _ sink: inout DiagnosticSink
  ) throws(Refusal) -> [AssessmentFormat.Part]? {
    var parts: [AssessmentFormat.Part] = []
    let files = try AssessmentFiles.find(path)
    for file in files {
      do throws(Refusal) {
        let reading = AssessmentFormat.examine(try bytes(of: file, edited), file: file)
        for problem in reading.problems { sink.add(problem) }
        if let part = reading.part { parts.append(part) }
      } catch {
        for problem in error.diagnostics { sink.add(problem) }
      }
    }
    return parts.count == files.count ? parts : nil
  }

  private static func bytes(
    of file: String, _ edited: [(path: String, bytes: [UInt8])]
  ) throws(Refusal) -> [UInt8] {
    if let change = edited.first(where: { $0.path == file }) { return change.bytes }
    return try FileReading.bytes(of: file)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }
}
