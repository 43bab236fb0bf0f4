import TestSupport
import Testing

@testable import Importers

/// Sentences are found by bytes; the reference goes by characters.
@Suite struct SentencesTests {
  @Test func knowsWhatEndsASentence() {
    #expect(
      Sentences.split("Do it (e.g. now. Or later). “Why?” She asks. See e.g. Annex B! “So.” End")
        == [
          "Do it (e.g. now. Or later).", "“Why?”", "She asks.", "See e.g. Annex B!", "“So.”", "End",
        ])
    #expect(Sentences.split("").isEmpty)
    #expect(Sentences.split(" ").isEmpty)
    #expect(
      Sentences.split("Ends. Éclairs follow. and so on.") == [
        "Ends.", "Éclairs follow. and so on.",
      ])
  }

  @Test(arguments: 0..<400)
  func agreesWithTheReference(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "A", "b", "É", "ß", ".", ".", ". ", "!", "? ", " ", "(", ")", "\"", "”", "’", "“", "‘", "e.g",
      "No", "…",
      "•", "\u{A0}", "1", "日", "🙂",
    ]
    let text = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
    #expect(Sentences.split(text) == Self.reference(text), "\(text.debugDescription)")
  }

  private static func reference(_ text: String) -> [String] {
    let letters = Array(FoldedText.fold(text))
    var sentences: [String] = []
    var start = 0
    var depth = 0
    var index = 0
    while index < letters.count {
      if letters[index] == "(" { depth += 1 }
      if letters[index] == ")" { depth = max(0, depth - 1) }
      if ".!?".contains(letters[index]) {
        var end = index + 1
        while depth == 0, end < letters.count, "”’\")".contains(letters[end]) { end += 1 }
        let word = letters[..<index].reversed().prefix { $0 != " " && $0 != "(" }.reversed()
        let isShort = ["e.g", "i.e", "etc", "cf", "vs", "Dr", "Mr", "No"].contains(String(word))
        if depth == 0, end + 1 < letters.count, letters[end] == " ", !isShort,
          letters[end + 1].isUppercase || "“‘\"(".contains(letters[end + 1])
        {
          sentences.append(String(letters[start..<end]))
          start = end + 1
          index = end
        }
      }
      index += 1
    }
    return sentences + (start < letters.count ? [String(letters[start...])] : [])
  }
}
