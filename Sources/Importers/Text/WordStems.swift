/// The words that carry the meaning of a heading, cut to their stems, for a rough comparison.
enum WordStems {
  /// Stems of the words that are longer than two letters and no mere connectives.
  static func stems(of text: String) -> Set<String> {
    var stems: Set<String> = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    where word.count > 2 && !connectives.contains(word) {
      stems.insert(String(word.prefix(5)))
    }
    return stems
  }

  /// The share of `wanted` that is in `stems`; 0 for nothing wanted.
  static func share(of wanted: Set<String>, in stems: Set<String>) -> Double {
    wanted.isEmpty ? 0 : Double(wanted.intersection(stems).count) / Double(wanted.count)
  }

  private static let connectives: Set<Substring> = [
    "the", "and", "for", "with", "from", "into", "that", "this", "are", "all", "any", "only",
    "when", "than", "other", "own", "against", "through", "under", "over", "near",
  ]
}
