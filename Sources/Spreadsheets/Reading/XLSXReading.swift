public import Diagnostics
internal import Markup

/// Reads workbooks (XLSX, XLSM): sheets with their cells as a person reads them.
///
/// Nothing is computed and nothing is followed: formulas show the results that were saved with
/// them, links to other workbooks and macros are told and left alone.
public struct XLSXReading {
  /// The sheets in the order of their tabs.
  public let sheets: [Sheet]
  /// What the user should know of the workbook: macros, links to others.
  public private(set) var notes: [Diagnostic] = []
  private let package: WorkbookPackage
  private let file: String
  private let strings: [String]
  private let formats: NumberFormats
  private let startsIn1904: Bool

  /// Bytes of the longest part that is read: a sheet, or the texts of all sheets. A tree takes
  /// some 35 times the room of its part.
  public static let partLimit = 8 << 20

  /// A tab of the workbook.
  public struct Sheet: Sendable, Hashable {
    /// As the tab shows it.
    public let name: String
    /// Whether the tab is not shown.
    public let isHidden: Bool
    /// The part that holds it.
    let part: String
  }

  /// Whether the bytes are a ZIP archive, as every workbook is.
  public static func mayBeWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4])
  }

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  /// - Throws: what makes it unreadable or dangerous.
  public init(_ bytes: [UInt8], file: String) throws(Refusal) {
    let package = try WorkbookPackage(bytes, file: file)
    let start = package.workbookPart
    guard package.has(start) else { throw Self.notAWorkbook(package, file) }
    let book = try package.part(start)
    let relations = try package.relations(of: start)
    startsIn1904 = ["1", "true"].contains(
      book.first { $0.name == "workbookPr" }?.attribute("date1904"))
    sheets = (book.first { $0.name == "sheets" }?.elements ?? []).compactMap { sheet in
      guard let id = sheet.attribute("id"), let part = relations[id] else { return nil }
      let state = sheet.attribute("state") ?? "visible"
      return Sheet(
        name: sheet.attribute("name") ?? "", isHidden: state != "visible", part: part.target)
    }
    func target(_ kind: String) -> String? {
      relations.values.first { $0.kind == kind }?.target
    }
    if let part = target("sharedStrings"), package.has(part) {
      strings = try package.part(part).elements.filter { $0.name == "si" }
        .map(WorkbookText.text)
    } else {
      strings = []
    }
    if let part = target("styles"), package.has(part) {
      formats = NumberFormats(try package.part(part))
    } else {
      formats = NumberFormats()
    }
    notes = Self.notes(package, file)
    self.package = package
    self.file = file
  }

  /// The cells of a sheet.
  ///
  /// - Throws: when its part cannot be read.
  public func content(of sheet: Sheet) throws(Refusal) -> SheetContent {
    let root = try package.part(sheet.part)
    guard root.name == "worksheet" else {
      return SheetContent(name: sheet.name, rows: [], merged: [], hiddenColumns: [])
    }
    var reading = SheetReading(strings: strings, formats: formats, startsIn1904: startsIn1904)
    let content = reading.content(root, name: sheet.name)
    guard reading.problems.isEmpty else {
      throw Refusal(
        reading.problems.prefix(20).map { problem in
          Diagnostic(
            .error, id: "xlsx-damaged", "the sheet '\(sheet.name)': \(problem)",
            at: SourceLocation(file: file), hints: ["save the workbook again"])
        })
    }
    return content
  }

  private static func notAWorkbook(
    _ package: WorkbookPackage, _ file: String
  ) -> Refusal {
    let what =
      package.has("word/document.xml")
      ? "is a DOCX text"
      : package.has("content.xml") ? "is an OpenDocument file" : "is a ZIP archive"
    return Refusal(
      "xlsx-not-a-workbook", "\(what), not an XLSX workbook", at: SourceLocation(file: file),
      hints: ["save the table as XLSX or CSV"])
  }

  private static func notes(
    _ package: WorkbookPackage, _ file: String
  ) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    let place = SourceLocation(file: file)
    let names = package.names.map { $0.lowercased() }
    if names.contains(where: { $0.hasSuffix("vbaproject.bin") || $0.contains("macrosheets/") }) {
      notes.append(
        Diagnostic(.note, id: "xlsx-macros", "holds macros, which were not run", at: place))
    }
    let links = names.count { $0.contains("externallinks/") && $0.hasSuffix(".xml") }
    if links > 0 {
      notes.append(
        Diagnostic(
          .warning, id: "xlsx-external-links",
          "has links to \(links) other workbooks, which were not opened", at: place,
          hints: ["cells that take their values from there show what was saved with them"]))
    }
    return notes
  }
}
