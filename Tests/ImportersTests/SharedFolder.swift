import FoundationEssentials
import Importers
import Workspace

/// The folder with published documents that may stand beside the checkout. It is no part of the
/// project: tests that need it are skipped where it is absent.
enum SharedFolder {
  /// Its path, or nil.
  static let path: String? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
        let shared = folder.deletingLastPathComponent().appending(path: "shared").path
        return FileManager.default.fileExists(atPath: shared + "/facts") ? shared : nil
      }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }()

  /// Whether it is there.
  static var isPresent: Bool { path != nil }

  /// What a skipped test says.
  static let absence = "the folder '../shared' with published documents is not here"

  /// The bytes of one of its files.
  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: (path ?? "") + "/" + name)))
  }
}

extension SharedFolder {
  /// A published document as its importer reads it.
  static func imported(_ name: String) async throws -> ImportedDocument {
    let source = try await DocumentReading.read(path: (path ?? "") + "/documents/" + name)
    return try ImporterRegistry.importer(for: source).read(source)
  }
}
