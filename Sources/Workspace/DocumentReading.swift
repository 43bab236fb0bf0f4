public import ControlModel
public import Diagnostics
internal import Digests
internal import FoundationEssentials
public import Importers
internal import Synchronization

/// Reads documents to import from disk, whatever their form.
public enum DocumentReading {
  /// Bytes of the longest document that is read.
  public static let byteLimit = 64 << 20

  /// Reads a file as it is.
  ///
  /// - Parameter path: the file as the user named it.
  /// - Throws: a message that names the file when it cannot be read.
  public static func open(path: String) throws(Refusal) -> FieldFile {
    FieldFile(name: path, bytes: try FileReading.bytes(of: path, limit: byteLimit))
  }

  /// Tells the form of a publisher's document from its content; a PDF goes through `pdftohtml`.
  ///
  /// - Parameters:
  ///   - file: the document.
  ///   - named: called at most once, while a PDF is read on: the catalog of the document that its
  ///     first pages name. It need not be the one that an importer recognises in the whole.
  /// - Throws: `Refusal` when it is none of the known forms.
  public static func read(
    _ file: FieldFile, named: @escaping @Sendable (CatalogID) -> Void = { _ in }
  ) async throws -> SourceDocument {
    guard SourceDocument.isPDF(file.bytes) else {
      return try SourceDocument.read(fileName: file.name, bytes: file.bytes)
    }
    // A PDF is mostly pictures, and its digest takes a while: time that the conversion needs too.
    let digest = Mutex(Task<String, Never>?.none)
    let layout = try await PopplerConversion.convert(
      file.bytes, fileName: file.name,
      started: { digest.withLock { $0 = Task { SHA256.hex(of: file.bytes) } } }, named: named)
    return try SourceDocument.read(
      fileName: file.name, bytes: file.bytes, layout: layout,
      sha256: await digest.withLock { $0 }?.value)
  }

  /// Reads a publisher's document.
  public static func read(path: String) async throws -> SourceDocument {
    try await read(try open(path: path))
  }

  /// Gives files that stand beside or below a document, or that the user named in the same
  /// command, by their last component; what a document refers to elsewhere, or by an address, is
  /// never opened.
  public static func companions(
    of path: String, named others: [String]
  ) -> @Sendable (_ reference: String) throws(Refusal) -> [UInt8] {
    let folder = URL(filePath: path).deletingLastPathComponent().resolvingSymlinksInPath()
    let inside = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    return { (reference) throws(Refusal) -> [UInt8] in
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      if let other = others.first(where: { URL(filePath: $0).lastPathComponent == name }) {
        return try FileReading.bytes(of: other, limit: byteLimit)
      }
      let target = folder.appending(path: reference).resolvingSymlinksInPath()
      guard !name.isEmpty, !reference.contains("://"), !reference.hasPrefix("/"),
        target.path.hasPrefix(inside)
      else {
        throw Refusal(
          "companion-outside", "refers to '\(reference)', which does not stand beside it",
          at: SourceLocation(file: path),
          hints: ["only its own folder is looked at: put the file there, or name it as well"])
      }
      return try FileReading.bytes(of: target.path, limit: byteLimit)
    }
  }
}
