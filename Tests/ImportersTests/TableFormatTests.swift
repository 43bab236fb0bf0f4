import ControlModel
import Diagnostics
import Importers
import TestSupport
import Testing
import Validation

@Suite("Tables become catalogs")
struct TableFormatTests {
  private func read(
    _ bytes: [UInt8], name: String = "house rules.csv", _ table: TableRequest = TableRequest(),
    catalogs: [Catalog] = []
  ) throws -> FieldImport {
    var request = FieldRequest(today: try #require(CalendarDate("2026-02-03")))
    request.table = table
    request.catalogs = { catalogs }
    return try TableFormat().read(FieldFile(name: name, bytes: bytes), request)
  }

  private func read(_ text: String, _ table: TableRequest = TableRequest()) throws -> FieldImport {
    try read(Array(text.utf8), table)
  }

  private func problems(_ bytes: [UInt8], _ table: TableRequest = TableRequest()) -> [String] {
    do {
      return try read(bytes, table).diagnostics.map(\.id)
    } catch let refusal as Refusal {
      return refusal.diagnostics.map(\.id)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("Usual headers, whatever their case and signs; dotted ids make a hierarchy")
  func recognisesHeaders() throws {
    let result = try read(
      "control_ID;TITLE;Requirement ;Obligation;Level;Owner\r\n5;Doors;;;;\r\n"
        + "5.1;Locks;\"Lock; always.\";shall;L1;Ann\r\n5.10;Keys;Count them.;may;L2;Bob\r\n")
    let catalog = try #require(result.catalogs.first)
    #expect(catalog.id == "house-rules")
    #expect(catalog.controls.map(\.id) == ["5", "5.1", "5.10"])
    #expect(catalog.controls.map(\.parent) == ["", "5", "5"])
    #expect(catalog.controls.map(\.kind) == [.principle, .requirement, .requirement])
    #expect(catalog.controls.map(\.modality) == [nil, .required, .permitted])
    #expect(catalog.controls[1].statement == "Lock; always.")
    #expect(catalog.levels.map(\.id) == ["L1", "L2"])
    #expect(result.diagnostics.map(\.id) == ["table-columns"])
    #expect(result.details.contains { $0.contains("5.1  Locks") })
    #expect(CatalogRules.structure(of: catalog).isEmpty)
  }

  @Test("Declared columns, a parent column, categories")
  func readsDeclared() throws {
    let table = TableRequest(
      columns: ["id": "Key", "statement": "Wording", "parent": "Under"], title: "House rules")
    let result = try read("Key,Wording,Under\nA,Be kind.,\nB,Be on time.,A\n", table)
    #expect(result.catalogs.first?.controls.map(\.parent) == ["", "A"])
    #expect(result.catalogs.first?.title == "House rules")
    let grouped = try read("Ref,Name,Family\n1,a,Doors\n2,b,Doors\n3,c,1\n")
    #expect(grouped.catalogs.first?.groups.map(\.id) == ["Doors", "group-1"])
    #expect(grouped.catalogs.first?.controls.map(\.parent) == ["Doors", "Doors", "group-1"])
  }

  @Test("Every bad row is told, all at once")
  func tellsBadRows() {
    let text = "ID,Title,Modality\n1,a,\n1,b,\n,c,\n4,,\n5,d,perhaps\n6,e,shall,x\n"
    #expect(
      problems(Array(text.utf8)) == [
        "csv-row", "table-no-id", "table-row", "table-cell", "table-double-id",
      ])
    #expect(problems(Array("ID,Title,Parent\n1,a,2\n2,b,1\n3,c,9\n".utf8)).count == 2)
    #expect(problems(Array("ID,Title,Parent\n1,a,1\n".utf8)) == ["table-parent"])
  }

  @Test("Every word for an obligation, lists in a cell, and ids that cannot be ids")
  func readsCells() throws {
    let words: [(Control.Modality, [String])] = [
      (.required, ["Shall", "must", "required", "mandatory", "yes", "y", "x", "m"]),
      (.recommended, ["should", "recommended", "recommendation", "r"]),
      (.permitted, ["may", "can", "permitted", "optional", "no", "n", "o"]),
    ]
    for (modality, words) in words {
      let rows = words.enumerated().map { "\($0),a,\($1)\n" }.joined()
      let catalog = try #require(try read("ID,Title,Modality\n" + rows).catalogs.first)
      #expect(catalog.controls.allSatisfy { $0.modality == modality }, "\(modality)")
    }
    let catalog = try #require(
      try read(
        "ID,Title,Text,References\nArt. 5,Doors,Close.,\"ISO 1; NIST, part 2\"\n5,Gates,Open.,\n"
          + "5.1,Keys,Count.,\n"
      ).catalogs.first)
    #expect(catalog.controls.map(\.id) == ["Art.-5", "5", "5.1"])
    #expect(catalog.controls[0].locator.text == "clause Art. 5, line 2")
    #expect(catalog.controls[0].references == ["ISO 1", "NIST, part 2"])
    // What holds others and has a text is assessed all the same.
    #expect(catalog.controls.map(\.kind) == [.requirement, .requirement, .requirement])
    #expect(catalog.controls[2].parent == "5")
  }

  @Test("Rows above the headers of a CSV file do not matter, whatever their fields")
  func passesOverTitles() throws {
    let title = "Our rules\n\"as of\";2026\n\n"
    let result = try read(title + "Ref;Title;Text\n1.1;Doors;one, two, three\n1.2;Keys;\n")
    #expect(result.catalogs.first?.controls.map(\.statement) == ["one, two, three", nil])
    #expect(result.diagnostics.isEmpty)
    // Below them each row has their number of fields.
    let wrong = Array((title + "Ref;Title;Text\n1.1;Doors;a;b\n1.2;Keys\n").utf8)
    #expect(problems(wrong) == ["csv-row", "csv-row"])
  }

  @Test("No header, wrong roles, wrong sheets")
  func tellsWhatIsMissing() {
    #expect(problems(Array("a,b\n1,2\n".utf8)) == ["table-no-header"])
    #expect(
      problems(Array("a,b\n1,2\n".utf8), TableRequest(columns: ["id": "c"])) == ["table-no-header"])
    #expect(problems(Array("a,b\n".utf8), TableRequest(columns: ["key": "a"])) == ["table-role"])
    #expect(problems(Array("a,b\n".utf8), TableRequest(columns: ["title": "a"])) == ["table-role"])
    #expect(problems(Array("ID,Title\n".utf8), TableRequest(sheet: "x")) == ["table-no-sheet"])
    #expect(problems(Array("ID,Title\n".utf8)) == ["table-empty"])
    #expect(problems(Array("ID,Title\n1,\"a\n".utf8)) == ["csv-row"])
  }

  @Test("A catalog that is there is not replaced without a word")
  func avoidsClash() throws {
    let other = Catalog(id: "house-rules", title: "Other", conformance: .coverage)
    #expect(throws: Refusal.self) {
      try read(Array("ID,Title\n1,a\n".utf8), catalogs: [other])
    }
    // Nor with its name: mappings and answers would lead to other rows.
    var request = FieldRequest(id: "house-rules", today: try #require(CalendarDate("2026-02-03")))
    request.catalogs = { [other] }
    #expect(throws: Refusal.self) {
      try TableFormat().read(
        FieldFile(name: "x.csv", bytes: Array("ID,Title\n1,a\n".utf8)), request)
    }
  }

  @Test("A workbook: the sheet that has the table, titles above it, hidden sheets")
  func readsWorkbook() throws {
    var book = WorkbookFixture([["Our rules"], [], ["Ref", "Title"], ["1.1", "Doors"]])
    book.sheets.append(("Cover", "visible", WorkbookFixture.data([["nothing"]])))
    book.sheets.append(("Old", "hidden", WorkbookFixture.data([["Ref", "Title"], ["9", "x"]])))
    let result = try read(book.bytes, name: "rules.xlsx")
    #expect(result.catalogs.first?.controls.map(\.id) == ["1.1"])
    #expect(result.catalogs.first?.id == "rules-controls")
    #expect(result.diagnostics.map(\.id) == ["table-hidden"])
    let old = try read(book.bytes, name: "rules.xlsx", TableRequest(sheet: "Old"))
    #expect(old.catalogs.first?.controls.map(\.id) == ["9"])
    book.sheets[0].xml = book.sheets[0].xml.replacing(
      "<row r=\"4\"", with: "<row hidden=\"1\" r=\"4\"")
    let rows = try read(book.bytes, name: "rules.xlsx").diagnostics.map(\.summary)
    #expect(rows.contains { $0.hasSuffix("like the others: 1") }, "\(rows)")
    book.sheets[2].state = "visible"
    #expect(problems(book.bytes) == ["table-several"])
    let file = FieldFile(name: "x", bytes: book.bytes)
    #expect(FieldFormatRegistry.format(of: file)?.id == "table")
  }

  @Test("A workbook that a library is made from is told as one, and its sheets can be named")
  func tellsLibraryWorkbook() throws {
    var book = WorkbookFixture([["Ref", "Title"], ["1.1", "Doors"]])
    book.sheets.append(("library_meta", "visible", WorkbookFixture.data([["urn", "x"]])))
    #expect(problems(book.bytes) == ["table-library"])
    let sheet = TableRequest(sheet: book.sheets[0].name)
    #expect(try read(book.bytes, name: "x.xlsx", sheet).catalogs.first?.controls.count == 1)
  }

  @Test("Merged cells hold for each of their rows; a workbook that is cut off is told as one")
  func readsMerged() throws {
    var book = WorkbookFixture([
      ["Ref", "Title", "Family"], ["1", "a", "Doors"], ["2", "b"], ["3", "c"],
    ])
    book.sheets[0].xml += "<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>"
    let catalog = try #require(try read(book.bytes).catalogs.first)
    #expect(catalog.controls.map(\.parent) == ["Doors", "Doors", ""])
    let cut = Array(book.bytes.dropLast(30))
    let file = FieldFile(name: "x", bytes: cut)
    #expect(FieldFormatRegistry.format(of: file)?.id == "table")
    #expect(problems(cut) == ["archive-truncated"])
  }

  @Test("Ids that a spreadsheet has changed are told; values from elsewhere are refused")
  func reportsNumbers() throws {
    func book(_ cells: String) -> [UInt8] {
      var book = WorkbookFixture([["Ref", "Title"]])
      let head = WorkbookFixture.data([["Ref", "Title"]]).replacing("</sheetData>", with: "")
      book.sheets[0].xml = head + "<row r=\"2\">\(cells)</row></sheetData>"
      book.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
      return book.bytes
    }
    let title = "<c r=\"B2\" t=\"inlineStr\"><is><t>x</t></is></c>"
    let number = try read(book("<c r=\"A2\"><v>5.1</v></c>" + title))
    #expect(number.catalogs.first?.controls.map(\.id) == ["5.1"])
    #expect(number.diagnostics.map(\.id) == ["table-number-id"])
    #expect(problems(book("<c r=\"A2\"><v>5</v></c>" + title)) == [])
    #expect(problems(book("<c r=\"A2\" s=\"1\"><v>45323</v></c>" + title)) == ["table-cell"])
    #expect(
      problems(book("<c r=\"A2\"><f>[1]S!A1</f><v>5</v></c>" + title)).contains("table-cell"))
    #expect(problems(book("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>" + title)).contains("table-cell"))
  }

  @Test(
    "Texts that are no tables are left to others",
    arguments: ["1. First, second\n2. Third\n", "# Title\n\nText, and more\n", "{\"a\": 1}\n", ""])
  func leavesOthers(_ text: String) {
    let file = FieldFile(name: "document.txt", bytes: Array(text.utf8))
    #expect(!TableFormat().recognises(file))
  }
}
