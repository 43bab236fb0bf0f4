/// A small generator with a seed, so that a failing case can be run again (Steele, Lea and Flood,
/// 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of `range`.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    // The bias of a remainder does not matter for such small ranges.
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// True in `percent` of a hundred cases.
  public mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of `all`, which must not be empty.
  public mutating func one<Element>(of all: [Element]) -> Element { all[number(0...all.count - 1)] }

  /// `all` in another order.
  public mutating func shuffled<Element>(_ all: [Element]) -> [Element] {
    var shuffled = all
    for index in shuffled.indices.dropLast() {
      shuffled.swapAt(index, number(index...shuffled.count - 1))
    }
    return shuffled
  }
}
