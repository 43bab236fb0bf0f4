internal import ControlModel

/// Which headings of two editions belong together: those whose entries were found in each other.
struct Parents {
  private var newOfOld: [String: String] = [:]

  /// Counts where the entries of each heading went; two belong together when each has most of the
  /// other's entries.
  init(of matcher: Matcher, _ pairs: [Matcher.Pair]) {
    var votes: [String: [String: Int]] = [:]
    var inverse: [String: [String: Int]] = [:]
    for pair in pairs {
      let old = matcher.old[pair.old].parent
      let new = matcher.new[pair.new].parent
      guard !old.isEmpty, !new.isEmpty else { continue }
      votes[old, default: [:]][new, default: 0] += 1
      inverse[new, default: [:]][old, default: 0] += 1
    }
    let back = inverse.compactMapValues(Self.most)
    for (old, found) in votes {
      if let new = Self.most(found), back[new] == old { newOfOld[old] = new }
    }
    // An entry that holds others says more than they do.
    for pair in pairs {
      newOfOld[matcher.old[pair.old].id.rawValue] = matcher.new[pair.new].id.rawValue
    }
  }

  /// Adds headings that were matched by themselves.
  mutating func add(_ pairs: [(old: String, new: String)]) {
    for pair in pairs { newOfOld[pair.old] = pair.new }
  }

  /// Whether two headings belong together; two entries at the top do not count.
  func belongTogether(_ old: String, _ new: String) -> Bool {
    !old.isEmpty && newOfOld[old] == new
  }

  private static func most(_ votes: [String: Int]) -> String? {
    votes.max { left, right in
      left.value != right.value ? left.value < right.value : left.key > right.key
    }?.key
  }
}
