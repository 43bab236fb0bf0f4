import Testing

@testable import Importers

@Suite("Footnote markers in a text without raised type")
struct FootnoteMarkersTests {
  @Test(
    "A marker in words goes, also where a line end stood in it",
    arguments: [
      "It holds.[footnote 8]", "It holds [footnote 8].", "It [Footnote 8] holds.",
      "It holds.[ footnote 8 ]", "It holds.[foot-note 8]", "It holds.[foot- note 8]",
      "It holds.[footnote8]",
    ])
  func takesBracketedMarkers(_ text: String) {
    let (rest, markers) = FootnoteMarkers.split(text)
    #expect(rest.filter { $0 != " " } == "Itholds.")
    #expect(markers == ["8"])
  }

  @Test(
    "Brackets that hold something else stay",
    arguments: ["It holds [footnote].", "It holds [footnotes 8].", "It holds [note 8].", "It [8]."])
  func keepsOthers(_ text: String) {
    #expect(FootnoteMarkers.split(text).text == text)
  }

  @Test("Numbers that may be markers, and what kind of place they have")
  func findsNoteMarkers() {
    func kinds(_ text: String) -> [String] {
      NoteMarker.all(in: text).map { "\($0.number) \($0.kind)" }
    }
    #expect(kinds("strategies.5") == ["5 closed"])
    #expect(kinds("(SL3)12 and “so.”13") == ["12 closed", "13 closed"])
    #expect(kinds("networks12 are, and keys,7 too") == ["12 word", "7 closed"])
    #expect(kinds("It holds. 75") == ["75 loose"])
    #expect(kinds("by FIPS 140-3.75") == ["75 loose"])
    #expect(kinds("by SP 800-171.75") == ["75 loose"])
    #expect(kinds("105") == ["105 alone"])
    #expect(kinds("Table 5.2 and v2.0, SL3, 1–2 percent, Log4j, 24–48").isEmpty)
    #expect(kinds("Contents ........ 12").isEmpty)
    #expect(kinds("T A B L E 5 . 2").isEmpty)
  }
}
