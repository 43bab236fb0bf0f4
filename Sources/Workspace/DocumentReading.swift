internal import Diagnostics
internal import FoundationEssentials
public import Importers

/// Reads a publisher's document from disk, whatever its form.
public enum DocumentReading {
  /// The longest document that is read.
  public static let byteLimit = 64 << 20

  /// Reads a file and tells its form from its content; a PDF goes through `pdftohtml`.
  ///
  /// - Parameter path: the file as the user named it.
  /// - Throws: `Refusal` when the file cannot be read or is none of the known forms.
  public static func read(path: String) async throws -> SourceDocument {
    let bytes = try bytes(of: path)
    guard SourceDocument.isPDF(bytes) else {
      return try SourceDocument.read(fileName: path, bytes: bytes)
    }
    let xml = try await PopplerConversion.convert(bytes, fileName: path)
    return try SourceDocument.read(fileName: path, bytes: bytes, popplerXML: xml)
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let location = SourceLocation(file: path)
    let url = URL(filePath: path).resolvingSymlinksInPath()
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: url.path) else {
      throw Refusal("document-unreadable", "does not exist or may not be read", at: location)
    }
    let type = attributes[.type] as? FileAttributeType
    guard type == .typeRegular else {
      throw Refusal(
        "document-unreadable",
        type == .typeDirectory ? "is a folder, expected a file" : "is not a regular file",
        at: location)
    }
    // Asked before reading: a file of a gigabyte must not get into memory.
    let size = (attributes[.size] as? UInt64).map(Int.init(clamping:)) ?? .max
    guard size <= byteLimit else {
      throw Refusal(
        "document-too-large", "has \(size) bytes, more than \(byteLimit)", at: location,
        hints: ["is this the document as published?"])
    }
    guard let data = try? Data(contentsOf: url) else {
      throw Refusal("document-unreadable", "may not be read", at: location)
    }
    return Array(data)
  }
}
