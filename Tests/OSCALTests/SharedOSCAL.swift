import FoundationEssentials

/// Published documents of OSCAL that stand beside the project on some machines. They are read in
/// place and never copied.
enum SharedOSCAL {
  private static let root: String = {
    var url = URL(filePath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.deletingLastPathComponent().appending(path: "shared/oscal").path
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: root) }

  /// The bytes of a file below the folder.
  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
  }

  /// The files of a folder below it.
  static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
      .map { "\(folder)/\($0)" }
  }
}
