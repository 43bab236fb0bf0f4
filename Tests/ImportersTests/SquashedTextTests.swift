import TestSupport
import Testing

@testable import Importers

@Suite("Headings are compared by their letters")
struct SquashedTextTests {
  /// The rule, said plainly.
  private func reference(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter }.filter { $0 != "and" }.joined()
  }

  @Test("Random texts give what the plain rule gives")
  func agrees() {
    let pieces = [
      "and", "And", "AND ", "band", "andes", " ", "  ", "-", "–", "’", "“", "•", "…", "\u{2011}",
      "é", "e\u{301}", "ß", "İ", "1", "B.2", "Security", "level", "\t", "\n", "\u{200B}", "ﬁ",
      "中", "_", "(", ")", "🙂", "\u{2028}", "a", "n", "d",
    ]
    var random = SplitMix64(seed: 7)
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...9, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(SquashedText.squash(text) == reference(text), "\(text.debugDescription)")
    }
  }
}
