internal import ControlModel
internal import Diagnostics
internal import Digests
internal import OSCAL
internal import Workspace

/// Gives a catalog as a document of OSCAL.
enum OSCALExporting {
  /// A document, ready to be written.
  struct Exported {
    var bytes: [UInt8]
    /// What is in it, for people.
    var summary: String
    var diagnostics: [Diagnostic]
  }

  /// Writes the document that the catalog was made from, or else one that is made from the catalog.
  ///
  /// - Throws: when the kept document is not there, or is not the one that was imported.
  static func export(
    _ catalog: Catalog, as form: OSCALForm, today: CalendarDate
  ) throws(Refusal) -> Exported {
    guard !catalog.source.document.isEmpty, catalog.source.importer.hasPrefix("oscal-") else {
      let made = OSCALCatalogExport.convert(catalog, today: today)
      return Exported(
        bytes: OSCALWriter.bytes(.catalog(made), form: form), summary: summary(made),
        diagnostics: [])
    }
    let bytes = try kept(catalog)
    let reading = try OSCALReader.read(bytes, file: catalog.source.document)
    guard case .catalog(let original) = reading.document else {
      throw Refusal(
        "oscal-other-model", "holds no catalog",
        at: SourceLocation(file: catalog.source.document))
    }
    let diagnostics =
      differences(catalog, original)
      + (reading.form == form ? [] : leftOut(of: reading, as: form, catalog))
    return Exported(
      bytes: reading.form == form ? bytes : OSCALWriter.bytes(reading.document, form: form),
      summary: summary(original), diagnostics: diagnostics)
  }

  private static func summary(_ catalog: OSCALCatalog) -> String {
    let counts = OSCALCatalogCounts(catalog)
    return "\(counts.controls) controls, \(counts.groups) groups, \(counts.parameters) parameters, "
      + "\(counts.parts) parts, \(counts.resources) resources"
  }

  /// The bytes of the document that the catalog was made from.
  private static func kept(_ catalog: Catalog) throws(Refusal) -> [UInt8] {
    let file = catalog.origin.location?.file ?? ""
    let hint =
      "import the document again; or, to export what the catalog itself holds, remove "
      + "'source.document' from \(file)"
    let bytes: [UInt8]
    do throws(Refusal) {
      bytes = try DocumentReading.companions(of: file, named: [])(catalog.source.document)
    } catch {
      var refusal = error
      refusal.diagnostics.append(
        Diagnostic(
          .note, id: "oscal-document",
          "\(catalog.id) was imported from OSCAL, and keeps its document there", hints: [hint]))
      throw refusal
    }
    guard SHA256.hex(of: bytes) == catalog.source.documentSHA256 else {
      throw Refusal(
        "oscal-document-changed", "is not the document that \(catalog.id) was made from",
        at: SourceLocation(file: catalog.source.document), hints: [hint])
    }
    return bytes
  }

  /// What XML has beside the document.
  private static func leftOut(
    of reading: OSCALReader.Reading, as form: OSCALForm, _ catalog: Catalog
  ) -> [Diagnostic] {
    var parts: [String] = []
    if reading.remarks > 0 {
      parts.append("\(reading.remarks) comments and processing instructions")
    }
    if reading.foreignElements > 0 {
      parts.append("\(reading.foreignElements) elements of other namespaces")
    }
    let note = Diagnostic(
      .note, id: "oscal-left-out",
      "\(parts.joined(separator: " and ")) of the XML have no place in \(form.name)",
      at: SourceLocation(file: catalog.source.document))
    return (parts.isEmpty ? [] : [note]) + reading.diagnostics
  }

  /// Changes that were made in the catalog's file since the import do not reach the document.
  private static func differences(_ catalog: Catalog, _ original: OSCALCatalog) -> [Diagnostic] {
    let fresh = OSCALCatalogConversion(
      original, id: catalog.id.rawValue, source: catalog.source, file: catalog.source.document)
    let before = Dictionary(fresh.catalog.controls.map { ($0.id, $0) }) { first, _ in first }
    let changed = catalog.controls.filter { control in
      guard let old = before[control.id] else { return true }
      return old.title != control.title || old.statement != control.statement
    }
    let missing = Set(before.keys).subtracting(catalog.controls.map(\.id))
    let ids = (changed.map(\.id) + missing).map(\.rawValue).sorted()
    guard !ids.isEmpty else { return [] }
    let shown = ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? " …" : "")
    return [
      Diagnostic(
        .warning, id: "oscal-edited",
        "\(ids.count) controls were changed since the import: \(shown)",
        at: catalog.origin.location,
        hints: ["what is exported is the document as it was imported"])
    ]
  }
}
