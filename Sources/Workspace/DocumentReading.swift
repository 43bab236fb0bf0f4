public import Importers

/// Reads a publisher's document from disk, whatever its form.
public enum DocumentReading {
  /// Bytes of the longest document that is read.
  public static let byteLimit = 64 << 20

  /// Reads a file and tells its form from its content; a PDF goes through `pdftohtml`.
  ///
  /// - Parameter path: the file as the user named it.
  /// - Throws: `Refusal` when the file cannot be read or is none of the known forms.
  public static func read(path: String) async throws -> SourceDocument {
    let bytes = try FileReading.bytes(of: path, limit: byteLimit)
    guard SourceDocument.isPDF(bytes) else {
      return try SourceDocument.read(fileName: path, bytes: bytes)
    }
    let xml = try await PopplerConversion.convert(bytes, fileName: path)
    return try SourceDocument.read(fileName: path, bytes: bytes, popplerXML: xml)
  }
}
