import Comparison
import ControlModel
import Testing

@Suite("Catalogs that are too long to be compared")
struct EditionLimitsTests {
  private func catalog(_ number: Int, _ statement: String) -> Catalog {
    Catalog(
      id: "x", title: "X", conformance: .coverage,
      controls: (0..<number).map {
        Control(id: ControlID("c\($0)"), title: "T", statement: statement)
      })
  }

  @Test("are told by their length")
  func tellsLength() {
    let line = String(repeating: "long ", count: 100)
    #expect(EditionLimits.problem(with: catalog(1_200, line)) == nil)
    #expect(EditionLimits.problem(with: catalog(4_100, line)) != nil)
    let letters = String(repeating: "x", count: 1 << 20)
    #expect(EditionLimits.problem(with: catalog(2, letters)) == nil)
    #expect(EditionLimits.problem(with: catalog(4, letters)) != nil)
  }

  @Test("every difference of words gives both texts back", arguments: [0, 5, 799, 900])
  func givesBack(_ length: Int) {
    let old = (0..<length).map { "w\($0 % 7)" } + ["end"]
    let new = (0..<length).map { "w\($0 % 5)" } + ["close"]
    let difference = WordDifference(
      from: old.joined(separator: " \n"), to: new.joined(separator: "\u{A0}"))
    func text(_ kind: WordDifference.Kind) -> String {
      difference.runs.filter { $0.kind == .same || $0.kind == kind }.map(\.text)
        .joined(separator: " ")
    }
    #expect(text(.removed) == old.joined(separator: " "))
    #expect(text(.added) == new.joined(separator: " "))
  }
}
