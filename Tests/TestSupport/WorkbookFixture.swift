/// Writes small workbooks part by part, right or wrong in every place.
public struct WorkbookFixture: Sendable {
  /// The sheets: name, state, and what stands inside `<worksheet>`.
  public var sheets: [(name: String, state: String, xml: String)] = []
  /// What stands inside `<sst>`.
  public var strings = ""
  /// What stands inside `<styleSheet>`.
  public var styles = ""
  /// Further attributes of `<workbookPr>`.
  public var properties = ""
  /// Further parts by name.
  public var parts: [(name: String, content: String)] = []

  /// A workbook without a sheet.
  public init() {}

  /// A workbook with one sheet of inline texts.
  public init(_ rows: [[String]], sheet: String = "Controls") {
    sheets = [(sheet, "visible", Self.data(rows))]
  }

  /// Rows of inline texts, from A1 on; an empty text is no cell.
  public static func data(_ rows: [[String]]) -> String {
    let lines = rows.enumerated().map { number, row in
      let cells = row.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        let letter = String(UnicodeScalar(UInt8(65 + column)))
        return "<c r=\"\(letter)\(number + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
    }
    return "<sheetData>\(lines.joined())</sheetData>"
  }

  /// The file.
  public var bytes: [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    func relation(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(kinds)/\(kind)\" Target=\"\(target)\"/>"
    }
    func relations(_ all: [String]) -> String {
      "<Relationships xmlns=\"\(package)\">\(all.joined())</Relationships>"
    }
    let tabs = sheets.indices.map { index in
      "<sheet name=\"\(sheets[index].name)\" sheetId=\"\(index + 1)\" "
        + "state=\"\(sheets[index].state)\" r:id=\"s\(index)\"/>"
    }
    var links = sheets.indices.map { relation("s\($0)", "worksheet", "worksheets/s\($0).xml") }
    links.append(relation("t", "sharedStrings", "sharedStrings.xml"))
    links.append(relation("f", "styles", "/xl/styles.xml"))
    var entries = [
      ("_rels/.rels", relations([relation("w", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(kinds)\"><workbookPr \(properties)/>"
          + "<sheets>\(tabs.joined())</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", relations(links)),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
      ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
    ]
    for (index, sheet) in sheets.enumerated() {
      entries.append(
        (
          "xl/worksheets/s\(index).xml", "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"
        ))
    }
    entries += parts.map { ($0.name, $0.content) }
    return RawArchive(entries.map { RawArchive.Entry($0.0, $0.1) }).bytes
  }
}
