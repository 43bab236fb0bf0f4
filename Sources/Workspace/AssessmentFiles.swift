internal import Diagnostics
internal import FoundationEssentials

/// Finds the files of an assessment.
///
/// The directory may be any that somebody names, the root of the disk included, so that what is
/// looked at has a bound. Folders that are links are followed, but no folder is read twice.
struct AssessmentFiles {
  /// Folders of an assessment that hold no sections of it.
  private static let otherFolders: Set<String> = ["catalogs", "evidence"]
  /// Most files and folders that are looked at.
  private static let limit = 10_000

  private let root: String
  private var files: [String] = []
  private var looked = 0
  private var visited: Set<String> = []

  /// The YAML files of an assessment in the order of their names, or the one file that it is.
  ///
  /// - Throws: when there is none, or too much.
  static func find(_ path: String) throws(Refusal) -> [String] {
    let location = SourceLocation(file: path)
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Refusal(
        "no-such-file", "there is no such assessment", at: location,
        hints: ["'counterweight init \(path)' makes one"])
    }
    guard isDirectory else { return [path] }
    var finder = AssessmentFiles(root: path)
    try finder.look(into: path)
    guard !finder.files.isEmpty else {
      throw Refusal(
        "no-assessment", "the directory holds no YAML file", at: location,
        hints: ["'counterweight init DIR' makes an assessment in a new directory"])
    }
    return finder.files
  }

  private init(root: String) { self.root = root }

  private mutating func look(into directory: String) throws(Refusal) {
    let real = URL(filePath: directory).resolvingSymlinksInPath().path
    guard visited.insert(real).inserted else { return }
    for name in try names(in: directory) where !name.hasPrefix(".") {
      looked += 1
      guard looked <= Self.limit else {
        throw Refusal(
          "no-assessment", "more than \(Self.limit) files and folders are in there",
          at: SourceLocation(file: root),
          hints: ["is it the directory of an assessment? 'counterweight init DIR' makes one"])
      }
      let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      var isDirectory = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      if exists, isDirectory {
        if directory == root, Self.otherFolders.contains(name) { continue }
        try look(into: path)
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        files.append(path)
      }
    }
  }

  private func names(in directory: String) throws(Refusal) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    } catch {
      throw Refusal(
        "cannot-read", "the directory cannot be read", at: SourceLocation(file: directory),
        hints: ["may you read it?"])
    }
  }
}
