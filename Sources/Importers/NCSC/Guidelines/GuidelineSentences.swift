/// Which sentences of a guideline's running text each statement of the catalog stands for.
///
/// The print does not number its statements: the ids `1.1.a` … are ours. The table was made by
/// reading the text of the PDF of November 2023; it holds positions only. It is used only when a
/// guideline has exactly the number of sentences that it had then.
enum GuidelineSentences {
  /// How many sentences a guideline has, and which of them belong to its statements `a`, `b` …
  struct Row {
    let count: Int
    /// The suffix of the id, and positions from 1.
    let statements: [(suffix: String, sentences: ClosedRange<Int>)]

    init(_ count: Int, _ statements: KeyValuePairs<String, ClosedRange<Int>>) {
      self.count = count
      self.statements = statements.map { ($0.key, $0.value) }
    }
  }

  /// Two statements with the same sentence share it.
  static let rows: [String: Row] = [
    "1.1": Row(3, ["a": 1...1, "b": 2...2, "c": 3...3, "d": 3...3]),
    "1.2": Row(4, ["a": 1...1, "b": 2...2, "c": 3...3, "d": 4...4]),
    "1.3": Row(4, ["a": 1...1, "b": 2...3]),
    "2.1": Row(5, ["a": 1...1, "b": 2...2, "c": 3...3, "d": 4...4, "e": 5...5]),
    "2.2": Row(5, ["a": 1...1, "b": 2...2, "c": 3...3, "d": 4...4, "e": 5...5]),
    "2.3": Row(4, ["a": 1...1, "b": 2...2, "c": 3...3]),
    "2.4": Row(4, ["a": 1...1, "b": 3...3, "c": 4...4]),
    "3.1": Row(4, ["a": 1...1, "b": 2...2, "c": 3...4]),
    "3.2": Row(8, ["c": 4...4, "d": 5...5, "e": 6...8]),
    "3.3": Row(5, ["a": 1...1, "b": 2...2, "c": 3...3, "d": 4...4, "e": 5...5]),
    "3.4": Row(2, ["a": 1...1, "b": 1...1]),
    "3.5": Row(6, ["a": 1...1, "b": 2...3, "c": 4...4, "d": 5...5, "e": 6...6]),
    "4.1": Row(2, ["a": 1...1, "b": 2...2]),
    "4.2": Row(2, ["a": 1...1, "b": 2...2]),
    "4.3": Row(3, ["a": 1...1, "b": 2...2, "c": 3...3]),
    "4.4": Row(4, ["a": 1...1, "b": 2...2, "c": 3...3, "d": 4...4]),
  ]
}
