/// The texts of two catalogs on one basis, ready to be compared.
///
/// All sums are whole numbers, so that neither the order of the rows nor which catalog comes first
/// changes any result.
struct TextIndex {
  /// What a text is made of: features by number, with how often they stand in it.
  private struct Bag {
    var features: [(id: Int32, count: Int32)] = []
    var weight = 0
  }

  private var old: [Bag?]
  private var new: [Bag?]
  private var weights: [Int]
  private var inOld: [[Int32]]
  private var inNew: [[Int32]]

  /// Features that more texts than this have lead to nobody.
  private static let widest = 100
  /// So many of the nearest are looked at closely.
  private static let nearest = 16

  /// - Parameters:
  ///   - old: the texts of the old catalog; empty where it has none.
  ///   - new: those of the new one.
  init(old oldTexts: [String], new newTexts: [String]) {
    var numbers: [String: Int32] = [:]
    func bag(_ text: String) -> Bag? {
      guard !text.isEmpty else { return nil }
      var counts: [Int32: Int32] = [:]
      for feature in Words.features(of: text) {
        let number = numbers[feature] ?? Int32(numbers.count)
        if number == numbers.count { numbers[feature] = number }
        counts[number, default: 0] += 1
      }
      return Bag(features: counts.map { ($0.key, $0.value) }.sorted { $0.id < $1.id })
    }
    old = oldTexts.map(bag)
    new = newTexts.map(bag)
    inOld = Array(repeating: [], count: numbers.count)
    inNew = inOld
    for (index, bag) in old.enumerated() {
      for feature in bag?.features ?? [] { inOld[Int(feature.id)].append(Int32(index)) }
    }
    for (index, bag) in new.enumerated() {
      for feature in bag?.features ?? [] { inNew[Int(feature.id)].append(Int32(index)) }
    }
    weights = Array(repeating: 0, count: numbers.count)
    let total = oldTexts.count + newTexts.count
    for (feature, number) in numbers {
      let spread = inOld[Int(number)].count + inNew[Int(number)].count
      // A pair of words says its two words again, so that it counts half.
      let half = feature.utf8.contains(0x20) ? 2 : 1
      weights[Int(number)] = Self.rarity(total, spread) / half
    }
    old = old.map(weighed)
    new = new.map(weighed)
  }

  /// How much a feature tells: 1000 · (1 + log₂(texts / texts with it)), by a straight line between
  /// the powers of two.
  private static func rarity(_ total: Int, _ spread: Int) -> Int {
    let ratio = max(1, Double(total) / Double(max(1, spread)))
    return Int(1000 * (1 + Double(ratio.exponent) + (ratio.significand - 1)))
  }

  private func weighed(_ bag: Bag?) -> Bag? {
    guard var bag else { return nil }
    bag.weight = bag.features.reduce(0) { $0 + weights[Int($1.id)] * Int($1.count) }
    return bag
  }

  /// What both texts have, and what each has, in weights.
  struct Overlap {
    var shared = 0
    var old = 0
    var new = 0
    /// Features that both have.
    var count = 0

    /// How alike they are, 0…1000.
    var similarity: Int { old + new == 0 ? 0 : 2000 * shared / (old + new) }
  }

  /// Compares two texts; nil when one of them is missing.
  func overlap(_ oldIndex: Int, _ newIndex: Int) -> Overlap? {
    guard let one = old[oldIndex], let two = new[newIndex] else { return nil }
    var overlap = Overlap(old: one.weight, new: two.weight)
    var left = 0
    var right = 0
    while left < one.features.count, right < two.features.count {
      let first = one.features[left]
      let second = two.features[right]
      if first.id == second.id {
        overlap.shared += weights[Int(first.id)] * Int(min(first.count, second.count))
        overlap.count += 1
        left += 1
        right += 1
      } else if first.id < second.id {
        left += 1
      } else {
        right += 1
      }
    }
    return overlap
  }

  /// The pairs that are worth comparing: of each text, those that share most with it.
  ///
  /// - Parameter names: the ids, old and new, which decide between equals.
  func candidates(_ names: (old: [String], new: [String])) -> [(old: Int, new: Int)] {
    nearest(from: old, to: new.count, through: inNew, names.new).map { (old: $0, new: $1) }
      + nearest(from: new, to: old.count, through: inOld, names.old).map { (old: $1, new: $0) }
  }

  private func nearest(
    from bags: [Bag?], to count: Int, through postings: [[Int32]], _ names: [String]
  ) -> [(Int, Int)] {
    var scores = [Int](repeating: 0, count: count)
    var pairs: [(Int, Int)] = []
    for (index, bag) in bags.enumerated() {
      var touched: [Int] = []
      for feature in bag?.features ?? [] where postings[Int(feature.id)].count <= Self.widest {
        for other in postings[Int(feature.id)] {
          if scores[Int(other)] == 0 { touched.append(Int(other)) }
          scores[Int(other)] += weights[Int(feature.id)]
        }
      }
      if touched.count > Self.nearest {
        touched.sort { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : names[$0] < names[$1] }
      }
      pairs += touched.prefix(Self.nearest).map { (index, $0) }
      for other in touched { scores[other] = 0 }
    }
    return pairs
  }
}
