/// Finds what the user probably meant.
public enum NearestMatch {
  /// The candidate that is closest to `word`, or nil when none is near enough to be a likely
  /// misspelling (at most a third of the letters differ, and at least one letter agrees).
  ///
  /// - Parameters:
  ///   - word: what was written.
  ///   - candidates: what could have been meant; the first of equally near ones wins.
  public static func of(_ word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().utf8.prefix(80))
    guard !wanted.isEmpty else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().utf8.prefix(80))
      let limit = max(1, max(wanted.count, letters.count) / 3)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = Self.distance(wanted, letters)
      guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
      if let known = best, known.distance <= distance { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// The hint line for `word`, or none.
  public static func hints(_ word: String, in candidates: some Sequence<String>) -> [String] {
    of(word, in: candidates).map { ["did you mean '\($0)'?"] } ?? []
  }

  /// Levenshtein distance, with a swap of neighbours counted once.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let same = left[row] == right[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
