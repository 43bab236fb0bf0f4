import ControlModel
import Diagnostics
import Importers
import Testing

@Suite("ETSI's standard as plain text: where clauses begin and end, one sign at a time")
struct StandardDetailTests {
  private static let head = """
    ETSI EN 304 223 V2.1.1 (2025-12)

    5.1 Secure Design

    5.1.1 Principle 1: Know the threats

    """

  private func read(_ body: String, head: String = Self.head) throws -> ImportedDocument {
    try StandardPropertyTests.imported(head + "\n" + body + "\n")
  }

  private func texts(_ document: ImportedDocument) -> [String] {
    document.entries.filter { $0.kind == .provision }.map { "\($0.id) \($0.statement)" }
  }

  @Test(
    "What stands behind clause 5 is not read",
    arguments: [
      "Annex A (informative):", "6 Testing of things", "History", "Bibliography",
      "Document history",
    ])
  func closes(_ heading: String) throws {
    let document = try read(
      """
      Provision 5.1.1-1 Developers shall know them.

      \(heading)

      Much more follows here.

      Provision 5.1.1-2 Nobody shall read this.
      """)
    #expect(texts(document) == ["5.1.1-1 Developers shall know them."])
    #expect(document.unplaced.isEmpty)
    #expect(document.surroundingBlocks > 2)
  }

  @Test("Text that belongs to no clause is told with its place")
  func tellsStrangers() throws {
    let document = try read(
      """
      Provision 5.1.1-1 Developers shall know them.

      This paragraph stands alone between two clauses
      and is two lines long.

      Provision 5.1.1-2 Developers should write them down.

      So does this one,
      5.1.2 Principle 2: Design for security
      Primarily applies to: Developers
      Provision 5.1.2-1 Developers shall design.
      """)
    #expect(document.entry("5.1.2")?.roles == [.developer])
    #expect(document.entry("5.1.2-1")?.statement == "Developers shall design.")
    #expect(
      texts(document) == [
        "5.1.1-1 Developers shall know them.", "5.1.1-2 Developers should write them down.",
        "5.1.2-1 Developers shall design.",
      ])
    #expect(
      document.unplaced.map(\.text) == [
        "This paragraph stands alone between two clauses and is two lines long.",
        "So does this one,",
      ])
    #expect(document.unplaced.map(\.position) == ["after 5.1.1-1", "after 5.1.1-2"])
    #expect(document.unplaced.first?.locator.text.contains("line 9") == true)
  }

  @Test("A clause whose principle has lost its heading is kept, and told")
  func tellsLostHeadings() throws {
    let document = try read(
      """
      Provision 5.1.1-1 Developers shall know them.

      Provision 5.1.2-1 Operators shall assess first.
      """)
    #expect(document.entry("5.1.2-1")?.statement == "Operators shall assess first.")
    #expect(
      document.diagnostics.map(\.summary).contains {
        $0.contains("the heading of clause 5.1.2 was not found before 5.1.2-1")
      })
  }

  @Test("Roles and titles of two lines; references in running text are no reference line")
  func readsIntroductions() throws {
    let head = """
      ETSI EN 304 223 V2.1.1 (2025-12)

      5.1 Secure Design

      5.1.1 Principle 1: Know the threats of the systems
      that people build

      Primarily applies to: System Operators,
      Developers and Data Custodians

      """
    let document = try read("Provision 5.1.1-1 Developers shall know them.", head: head)
    let principle = document.entry("5.1.1")
    #expect(principle?.title == "Know the threats of the systems that people build")
    #expect(principle?.roles == [.systemOperator, .developer, .dataCustodian])
    let running = try read(
      """
      [i.7], [i.8]

      What [i.9] says about the threats of such systems is a good start for everybody.

      Provision 5.1.1-1 Developers shall know them.
      """)
    #expect(running.entry("5.1.1")?.references == ["i.7", "i.8"])
    #expect(running.entry("5.1.1")?.statement.hasPrefix("What [i.9] says") == true)
  }

  @Test("A number in running text begins no clause, but the only one that a clause has does")
  func findsStarts() throws {
    let document = try read(
      """
      Provision 5.1.1-1 Developers shall know them, for which they need records

      Provision 5.1.1-2 Teams shall keep up.

      Operators look here as well, since

      Provision 5.1.1-3 of an earlier edition asked for it.
      """)
    #expect(document.entry("5.1.1-2")?.statement == "Teams shall keep up.")
    #expect(document.entry("5.1.1-3") == nil)
    let vague = try read(
      """
      Provision 5.1.1-1 Developers shall know them, for which they need records
      Provision 5.1.1-2 Teams shall keep up.
      """)
    #expect(
      texts(vague) == [
        "5.1.1-1 Developers shall know them, for which they need records",
        "5.1.1-2 Teams shall keep up.",
      ])
  }

  @Test("Notes and lists go on over blank lines")
  func goesOn() throws {
    let document = try read(
      """
      Provision 5.1.1-1 Developers shall:

      - know them;

      - write them down.

      - Tell others.

      NOTE: The first part of a note that

      goes on here.

      Provision 5.1.1-2 Teams shall keep up.
      """)
    #expect(
      texts(document) == [
        "5.1.1-1 Developers shall: know them; write them down. Tell others.",
        "5.1.1-2 Teams shall keep up.",
      ])
    #expect(
      document.entry("5.1.1-1")?.notes == ["NOTE: The first part of a note that goes on here."])
    #expect(document.unplaced.isEmpty, "\(document.unplaced)")
  }
}
