/// Two texts, word by word.
public struct WordDifference: Sendable, Hashable {
  /// A run of words.
  public struct Run: Sendable, Hashable {
    /// Where the words stand.
    public var kind: Kind
    /// The words, with single blanks between them.
    public var text: String
  }

  /// Where words stand.
  public enum Kind: String, Sendable, Hashable {
    /// In both.
    case same
    /// In the old text alone.
    case removed
    /// In the new text alone.
    case added
  }

  /// The runs in reading order.
  public private(set) var runs: [Run] = []

  /// Longer differences are shown as a whole.
  private static let limit = 500

  /// Compares two texts.
  public init(from old: String, to new: String) {
    let one = Words.split(old)
    let two = Words.split(new)
    let start = zip(one, two).prefix { $0 == $1 }.count
    let rest = min(one.count, two.count) - start
    let end = zip(one.reversed(), two.reversed()).prefix(rest).prefix { $0 == $1 }.count
    add(.same, one[..<start])
    compare(one[start..<(one.count - end)], two[start..<(two.count - end)])
    add(.same, one[(one.count - end)...])
  }

  private mutating func compare(_ one: ArraySlice<Substring>, _ two: ArraySlice<Substring>) {
    guard one.count <= Self.limit, two.count <= Self.limit else {
      add(.removed, one)
      add(.added, two)
      return
    }
    let lengths = Self.commonLengths(Array(one), Array(two))
    var left = one.startIndex
    var right = two.startIndex
    while left < one.endIndex || right < two.endIndex {
      let row = left - one.startIndex
      let column = right - two.startIndex
      if left < one.endIndex, right < two.endIndex, one[left] == two[right] {
        add(.same, one[left...left])
        left += 1
        right += 1
      } else if left < one.endIndex,
        right == two.endIndex || lengths[row + 1][column] >= lengths[row][column + 1]
      {
        add(.removed, one[left...left])
        left += 1
      } else {
        add(.added, two[right...right])
        right += 1
      }
    }
  }

  /// The length of the longest common run of words from each place on.
  private static func commonLengths(_ one: [Substring], _ two: [Substring]) -> [[Int16]] {
    // Each word is compared with each: numbers for words make that quick.
    var numbers: [Substring: Int] = [:]
    func number(_ word: Substring) -> Int {
      if let known = numbers[word] { return known }
      let next = numbers.count
      numbers[word] = next
      return next
    }
    let one = one.map(number)
    let two = two.map(number)
    var lengths = [[Int16]](
      repeating: [Int16](repeating: 0, count: two.count + 1), count: one.count + 1)
    for row in one.indices.reversed() {
      let below = lengths[row + 1]
      var current = [Int16](repeating: 0, count: two.count + 1)
      for column in two.indices.reversed() {
        current[column] =
          one[row] == two[column]
          ? below[column + 1] + 1 : max(below[column], current[column + 1])
      }
      lengths[row] = current
    }
    return lengths
  }

  private mutating func add(_ kind: Kind, _ words: ArraySlice<Substring>) {
    guard !words.isEmpty else { return }
    let text = words.joined(separator: " ")
    if let last = runs.indices.last, runs[last].kind == kind {
      runs[last].text += " \(text)"
    } else {
      runs.append(Run(kind: kind, text: text))
    }
  }
}
