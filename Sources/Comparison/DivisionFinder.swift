internal import ControlModel

/// Finds entries of one edition whose text is found again in several of the other.
struct DivisionFinder {
  struct Link {
    var whole: Int
    var part: Int
    var pair: Matcher.Pair
  }

  /// A part has at least so much of its text from the whole, in 1000.
  private static let contained = 600
  /// The parts have at least so much of the whole, in 1000.
  private static let covered = 600
  /// A part shares at least so many words and pairs of words.
  private static let leastWords = 4

  let matcher: Matcher
  let pairs: [Link]
  /// What the whole was matched with, by whole.
  let matched: [Int: Matcher.Pair]
  /// Parts that were matched with nothing.
  let free: Set<Int>
  let wholes: [Control]
  let parts: [Control]
  let isMerger: Bool

  /// What a part has of a whole.
  private struct Share {
    var part: Int
    var contained: Int
    var ofWhole: Int
    var words: Int
  }

  func divisions() -> [Division] {
    // Each free part goes to the whole that it is most contained in.
    var best: [Int: (whole: Int, share: Share)] = [:]
    for link in pairs where free.contains(link.part) {
      guard let share = share(link), share.contained >= Self.contained,
        share.words >= Self.leastWords
      else { continue }
      if let known = best[link.part] {
        let isBetter =
          share.contained != known.share.contained
          ? share.contained > known.share.contained
          : wholes[link.whole].id < wholes[known.whole].id
        guard isBetter else { continue }
      }
      best[link.part] = (link.whole, share)
    }
    return Dictionary(grouping: best.values, by: \.whole).compactMap { whole, found in
      division(whole, found.map(\.share))
    }.sorted { $0.whole < $1.whole }
  }

  private func division(_ whole: Int, _ found: [Share]) -> Division? {
    var shares = found
    // What a whole was matched with is a part of it too, unless it is the whole itself.
    if let pair = matched[whole] {
      let part = isMerger ? pair.old : pair.new
      guard pair.text < 1000, let own = share(.init(whole: whole, part: part, pair: pair)),
        own.contained >= Self.contained || pair.hasSameID
      else { return nil }
      shares.append(own)
    }
    let covered = min(1000, shares.reduce(0) { $0 + $1.ofWhole })
    guard shares.count > 1, covered >= Self.covered else { return nil }
    let isClear = covered >= 750 && shares.allSatisfy { $0.contained >= 700 }
    return Division(
      whole: wholes[whole].id, parts: shares.map(\.part).sorted().map { parts[$0].id },
      covered: covered, confidence: isClear ? .likely : .review)
  }

  private func share(_ link: Link) -> Share? {
    guard let basis = link.pair.basis,
      let overlap = matcher.overlap(basis, link.pair.old, link.pair.new)
    else { return nil }
    let part = isMerger ? overlap.old : overlap.new
    let whole = isMerger ? overlap.new : overlap.old
    guard part > 0, whole > 0 else { return nil }
    return Share(
      part: link.part, contained: overlap.shared * 1000 / part,
      ofWhole: overlap.shared * 1000 / whole, words: overlap.count)
  }
}
