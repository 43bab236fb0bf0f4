internal import Digests

/// Looks for the order of torn lines that a digest proves.
///
/// The lines of a point keep their order, and only a line with a bullet of its own stands too early:
/// so each order that print makes plausible comes from passing over such lines and taking them
/// later. What stands in the text's own order is tried first.
struct TornLines {
  /// Work that may still be done: lines put behind each other.
  struct Budget {
    /// For a whole document.
    var whole = 1_000_000
    /// For one text. The hardest list of the published document takes some 6,000.
    static let text = 150_000
  }

  /// More lines than a torn text can have to be looked at.
  static let lineLimit = 300
  /// Lines of the longest point of a list with an id of its own.
  private static let pointLimit = 12
  /// Lines of a list in which any may be passed over.
  private static let shortLimit = 14
  /// Lines of a point behind its first, where another point's first line stands before them.
  private static let restLimit = 6
  /// Lists of one text in which lines stand too early.
  private static let listLimit = 3

  private let lines: [TornText.Line]
  private let bytes: [[UInt8]]
  private var digest = ""
  private var passing = Passing.none
  private var steps = 0
  private var taken: [Int] = []
  private var text: [UInt8] = []

  init(_ lines: [TornText.Line]) {
    self.lines = lines
    bytes = lines.map { Array($0.text.utf8) }
  }

  /// The order in which all lines give the text of a digest.
  mutating func order(of digest: String, _ budget: inout Budget) -> [Int]? {
    start(digest, budget)
    defer { budget.whole -= min(Budget.text, budget.whole) - max(0, steps) }
    // One list with lines that stand too early is what mostly happens.
    for lists in [1, Self.listLimit] where extend(waiting: [], from: 0, pulled: 0, lists: lists) {
      return taken
    }
    return nil
  }

  /// Which lines may be passed over on the way to the next of a point.
  enum Passing: CaseIterable {
    /// None: lines one behind the other. There are few of these.
    case none
    /// Those with a bullet, which stand too early.
    case bullets
    /// Any: those of a point that nothing proves may stand between. Only in a short list.
    case any
  }

  /// Some of the lines that are `free`, in the order in which they give the text of a digest.
  mutating func part(
    of digest: String, in free: [Int], passing: Passing, _ budget: inout Budget
  ) -> [Int]? {
    if passing == .any, free.count > Self.shortLimit { return nil }
    start(digest, budget)
    defer { budget.whole -= min(Budget.text, budget.whole) - max(0, steps) }
    self.passing = passing
    for first in free.indices where steps > 0 {
      take(free[first])
      if extend(in: free, from: first + 1) { return taken }
      takeBack(to: 0, length: 0)
    }
    return nil
  }

  private mutating func start(_ digest: String, _ budget: Budget) {
    self.digest = digest
    steps = min(Budget.text, budget.whole)
    taken = []
    text = []
  }

  /// Takes all lines, from those that wait and from what comes behind `next`.
  ///
  /// - Parameters:
  ///   - pulled: how many lines were taken from behind those that wait, since the last of these.
  ///   - lists: in how many lists lines may still begin to wait.
  private mutating func extend(waiting: [Int], from next: Int, pulled: Int, lists: Int) -> Bool {
    guard steps > 0 else { return false }
    if taken.count == lines.count { return isProven() }
    let (count, length) = (taken.count, text.count)
    if let first = waiting.first {
      take(first)
      if extend(waiting: Array(waiting.dropFirst()), from: next, pulled: 0, lists: lists) {
        return true
      }
      takeBack(to: count, length: length)
      guard pulled < Self.restLimit else { return false }
    }
    let isOpen = waiting.isEmpty && lists > 0
    var waiting = waiting
    for index in next..<max(next, lines.count) {
      take(index)
      if extend(
        waiting: waiting, from: index + 1, pulled: waiting.isEmpty ? 0 : pulled + 1,
        lists: isOpen && !waiting.isEmpty ? lists - 1 : lists)
      {
        return true
      }
      takeBack(to: count, length: length)
      guard isOpen, lines[index].hasBullet, steps > 0 else { return false }
      waiting.append(index)
    }
    return false
  }

  /// Adds lines to a point until its digest proves it.
  private mutating func extend(in free: [Int], from next: Int) -> Bool {
    guard steps > 0 else { return false }
    if isProven() { return true }
    guard taken.count < Self.pointLimit else { return false }
    let (count, length) = (taken.count, text.count)
    for place in next..<max(next, free.count) {
      take(free[place])
      if extend(in: free, from: place + 1) { return true }
      takeBack(to: count, length: length)
      guard mayPass(free[place]), steps > 0 else { return false }
    }
    return false
  }

  private func mayPass(_ index: Int) -> Bool {
    switch passing {
    case .none: false
    case .bullets: lines[index].hasBullet
    case .any: true
    }
  }

  private mutating func isProven() -> Bool {
    steps -= 10 + text.count / 128
    return SHA256.hex(of: text) == digest
  }

  private mutating func take(_ index: Int) {
    steps -= 1
    if let last = taken.last { text += joint(last, index) }
    text += bytes[index]
    taken.append(index)
  }

  private mutating func takeBack(to count: Int, length: Int) {
    taken.removeLast(taken.count - count)
    text.removeLast(text.count - length)
  }

  /// What stands between two lines: mostly a blank.
  private mutating func joint(_ first: Int, _ second: Int) -> [UInt8] {
    if Self.closes(lines[second].text) { return [] }
    // The last bytes of `-`, `‑`, `–`, `—` and `/`.
    guard let last = bytes[first].last, [0x2D, 0x91, 0x93, 0x94, 0x2F].contains(last) else {
      return [0x20]
    }
    steps -= 4
    var joined = lines[first].text
    LineJoining.append(lines[second].text, to: &joined)
    return joined.utf8.count > bytes[first].count + bytes[second].count ? [0x20] : []
  }

  /// The lines at these places as one text.
  func text(of order: [Int]) -> String {
    var text = ""
    for index in order {
      if Self.closes(lines[index].text) {
        text += lines[index].text
      } else {
        LineJoining.append(lines[index].text, to: &text)
      }
    }
    return text
  }

  /// Whether a line opens with a mark that closes what stands before it: a footnote's marker stood
  /// between the two.
  private static func closes(_ line: String) -> Bool {
    guard let first = line.utf8.first, ",.;:)".utf8.contains(first) else { return false }
    return line.utf8.dropFirst().first.map { $0 == 0x20 } ?? true
  }
}
