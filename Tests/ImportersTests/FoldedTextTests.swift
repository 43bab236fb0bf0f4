import Testing

@testable import Importers

@Suite struct FoldedTextTests {
  private static let pieces = [
    "a", "Z", "9", ".", " ", "  ", "\t", "\n", "\u{A0}", "\u{AD}", "\u{200B}", "\u{2009}",
    "\u{2028}",
    "\u{3000}", "\u{1680}", "\u{FEFF}", "\u{2060}", "’", "–", "•", "é", "ß", "\u{1}", "𝔸", "ก",
    "\u{F0B7}",
  ]

  private static func random(_ seed: Int) -> String {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<(seed % 12)).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
  }

  /// Scalar by scalar, as the rule says it.
  private static func folded(_ text: String) -> String {
    let dropped: Set<UInt32> = [0xAD, 0x200B, 0x2060, 0xFEFF]
    var result = String.UnicodeScalarView()
    var isPending = false
    for scalar in text.unicodeScalars where !dropped.contains(scalar.value) {
      if scalar.properties.isWhitespace {
        isPending = true
      } else {
        if isPending, !result.isEmpty { result.append(" ") }
        isPending = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  @Test func foldsAsTheRuleSays() {
    for seed in 0..<4_000 {
      let text = Self.random(seed)
      let found = FoldedText.fold(text)
      #expect(Array(found.utf8) == Array(Self.folded(text).utf8), "\(text.debugDescription)")
      #expect(FoldedText.fold(found) == found)
    }
  }

  @Test func lettersOfLigaturesAreTurnedBack() {
    #expect(
      FoldedText.fold("AI-speci昀椀c o昀昀ers, in昀氀uence, o昀昀椀ce, i琀琀")
        == "AI-specific offers, influence, office, itt")
    // One of them alone is a character as any other.
    for text in ["昀", "氀水", "a昀b", "搀䀀", "椀 昀"] { #expect(FoldedText.fold(text) == text) }
  }

  @Test func bytesAreFoundWhereTheyStand() {
    let text = Array("abaab Not Achieved".utf8)
    #expect(ByteSearch.first(Array("aab".utf8), in: text.span) == 2)
    #expect(ByteSearch.first(Array("ab".utf8), in: text.span, from: 1) == 3)
    #expect(ByteSearch.first(Array("d".utf8), in: text.span) == text.count - 1)
    #expect(ByteSearch.first(Array("dd".utf8), in: text.span) == nil)
    #expect(ByteSearch.first(Array("long".utf8), in: Array("lo".utf8).span) == nil)
    #expect(ByteSearch.holdsIgnoringCase(Array("not achieved".utf8), in: "x NOT achieved"))
    #expect(!ByteSearch.holdsIgnoringCase(Array("not achieved".utf8), in: "not achieve"))
  }

  @Test func aReadingIsMadeOnce() {
    let readings = DocumentMemo()
    var made = 0
    for _ in 0..<3 {
      let found: Int? = readings.value {
        made += 1
        return nil
      }
      #expect(found == nil)
    }
    #expect(made == 1)
    #expect(readings.value { "a" } == "a")
    #expect(readings.value { "b" } == "a")
  }
}
