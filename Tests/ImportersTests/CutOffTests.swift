import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("Files of the field that break off")
struct CutOffTests {
  private func warnings(_ text: String) throws -> [String] {
    let file = FieldFile(name: "x", bytes: Array(text.utf8))
    let format = try #require(FieldFormatRegistry.format(of: file))
    let day = try #require(CalendarDate("2026-01-01"))
    do {
      return try format.read(file, FieldRequest(today: day)).diagnostics.map(\.id)
    } catch {
      return error.diagnostics.map(\.id)
    }
  }

  private static let head = """
    catalog:
      uuid: 74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724
      metadata: {title: x, last-modified: "2024-01-01T00:00:00Z", version: "1", oscal-version: 1.1.2}
      controls:
      - id: c-1
        title: t
        links:
        - {rel: related, href: "#c-2"}
        - {rel: reference, href: "#5c201b63-0768-417b-ac22-3f014e3941b2"}

    """
  private static let backMatter = """
      back-matter:
        resources:
        - {uuid: 5c201b63-0768-417b-ac22-3f014e3941b2, title: r}

    """

  @Test("A catalog whose controls link to resources that are not there")
  func tellsDanglingLinks() throws {
    #expect(try !warnings(Self.head + Self.backMatter).contains("oscal-dangling-link"))
    #expect(try warnings(Self.head).contains("oscal-dangling-link"))
  }

  @Test("YAML whose last line has no end, read or refused")
  func tellsOpenLines() throws {
    let whole = CISOAssistantTests.framework + "\n"
    let open = String(whole.dropLast(3))
    #expect(try !warnings(whole).contains("import-cut-off"))
    #expect(try warnings(open).contains("import-cut-off"))
    #expect(try warnings(CISOAssistantTests.framework + "\n  - [a").contains("import-cut-off"))
    #expect(try !warnings(Self.head).contains("import-cut-off"))
    #expect(try warnings(String(Self.head.dropLast(20))).contains("import-cut-off"))
    // Whole, though its last line has no end.
    #expect(try !warnings(String(Self.head.dropLast())).contains("import-cut-off"))
    let quoted = whole.replacing(/Two\s*$/, with: "\"Two\"")
    #expect(quoted != whole)
    #expect(try !warnings(quoted).contains("import-cut-off"))
  }
}
