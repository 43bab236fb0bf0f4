import OSCAL
import Testing

@Suite struct OSCALModelTests {
  @Test func originsDoNotMakeADifference() {
    let near = OSCALControl(
      id: "a1", title: OSCALMarkupLine(text: "One"), origin: OSCALOrigin(line: 3))
    let far = OSCALControl(
      id: "a1", title: OSCALMarkupLine(text: "One"), origin: OSCALOrigin(line: 9))
    #expect(near == far)
  }

  @Test func plainTextShowsInserts() {
    let line = OSCALMarkupLine([.text("every "), .insert(type: "param", idRef: "p1")])
    #expect(line.plainText == "every {{ insert: param, p1 }}")
    #expect(line.plainText { _, id in "[\(id)]" } == "every [p1]")
  }
}
