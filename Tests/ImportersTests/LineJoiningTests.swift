import Testing

@testable import Importers

@Suite("Lines that belong to one sentence")
struct LineJoiningTests {
  @Test("Dashes and strokes at line ends are closed up as they are inside lines")
  func joinsDashes() {
    var texts = ["for one—", "TS/", "SL1–", "it is – ", "a / ", "well-"]
    for (index, next) in ["for example", "SCI", "SL3", "so", "b", "known"].enumerated() {
      LineJoining.append(next, to: &texts[index])
    }
    #expect(
      texts == ["for one—for example", "TS/SCI", "SL1–SL3", "it is –  so", "a /  b", "well-known"])
  }
}
