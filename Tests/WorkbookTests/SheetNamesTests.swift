import Spreadsheets
import TestSupport
import Testing

@Suite struct SheetNamesTests {
  @Test(arguments: 0..<300) func anyNamesBecomeAllowedOnes(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let parts = [
      "a", "A", "[", "]", ":", "*", "?", "/", "\\", "'", " ", "漢", "🙂", "History", "\u{1}",
    ]
    let names = (0..<random.number(1...12)).map { _ in
      (0..<random.number(0...40)).map { _ in random.one(of: parts) }.joined()
    }
    let fitted = SheetNames.fitted(names)
    #expect(fitted.count == names.count)
    #expect(Set(fitted.map { $0.lowercased() }).count == names.count)
    for name in fitted {
      #expect(!name.isEmpty && name.utf16.count <= 31)
      #expect(!name.contains { "[]:*?/\\\u{1}".contains($0) })
      #expect(name.first != "'" && name.last != "'" && name.lowercased() != "history")
    }
  }

  @Test func aNameThatIsAllowedStays() {
    #expect(SheetNames.fitted(["Gaps rand-model-weights-2024"]) == ["Gaps rand-model-weights-2024"])
  }
}
