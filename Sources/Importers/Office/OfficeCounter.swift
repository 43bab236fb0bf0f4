/// The numbers that a list has reached, level by level.
///
/// As office programs count: a paragraph that opens a point counts on its level and lets the
/// levels below begin anew; a level that no paragraph has opened yet stands at its first number.
struct OfficeCounter {
  private var numbers: [Int?] = []

  /// Counts a point, and gives the numbers of the levels from 1 to its own.
  ///
  /// - Parameters:
  ///   - level: the point's level, from 1.
  ///   - set: the number that the point asks for.
  ///   - style: where levels begin.
  mutating func count(level: Int, set: Int?, style: OfficeListStyle?) -> [Int] {
    while numbers.count < level { numbers.append(nil) }
    numbers.removeLast(numbers.count - level)
    for index in 0..<level - 1 where numbers[index] == nil {
      numbers[index] = style?[index + 1]?.start ?? 1
    }
    let next = numbers[level - 1].map { $0 &+ 1 } ?? style?[level]?.start ?? 1
    numbers[level - 1] = set ?? next
    return numbers.map { $0 ?? 1 }
  }

  /// The number that a level has reached; nil for a level that nothing has opened.
  func reached(level: Int) -> Int? {
    numbers.indices.contains(level - 1) ? numbers[level - 1] : nil
  }
}
