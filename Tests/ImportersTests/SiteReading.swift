import ControlModel
import Diagnostics
import FoundationEssentials
import Importers
import NativeFormats
import Testing
import Workspace

/// Reads pages of a site as one command does.
enum SiteReading {
  /// Recognises each page, reads it, and joins them.
  static func joined(_ pages: [[UInt8]]) throws -> ImportedDocument {
    let sources = try pages.enumerated().map { index, bytes in
      try SourceDocument.read(fileName: "page\(index)", bytes: bytes)
    }
    let importers = try ImporterRegistry.importers(for: sources)
    #expect(Set(importers.map(\.id)).count == 1)
    let parts = try zip(sources, importers).map { try $1.read($0) }
    return try #require(ImportedDocument.joining(parts))
  }

  /// A catalog that ships with the project.
  static func catalog(_ id: String) throws -> Catalog {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let file = "\(root)/catalogs/\(id).yaml"
    return try CatalogFormat.decode(try FileReading.bytes(of: file), file: file)
  }

  /// How a document compares with the catalog.
  static func report(_ document: ImportedDocument, _ catalog: Catalog) throws -> ImportReport {
    let day = try #require(CalendarDate("2026-01-01"))
    return CatalogFill.fill(catalog, from: document, retrieved: day).report
  }
}
