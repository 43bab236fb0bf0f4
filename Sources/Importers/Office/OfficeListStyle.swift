internal import Markup

/// The levels of a list, by their number from 1.
struct OfficeListStyle: Hashable {
  private var levels: [Int: OfficeListLevel] = [:]

  /// Makes it of its levels.
  init(_ levels: [Int: OfficeListLevel]) { self.levels = levels }

  /// Reads an OpenDocument list style, or the outline style of headings.
  init(_ element: MarkupElement) {
    for level in element.elements {
      guard let number = Int(level.attribute("level") ?? ""), (1...10).contains(number) else {
        continue
      }
      levels[number] = OfficeListLevel(level)
    }
  }

  /// The same with some levels in place of its own.
  func replacing(_ others: [Int: OfficeListLevel]) -> OfficeListStyle {
    OfficeListStyle(levels.merging(others) { $1 })
  }

  subscript(level: Int) -> OfficeListLevel? { levels[level] }

  /// What stands before a point: `1.1`, `(a)`; empty for a bullet.
  ///
  /// - Parameters:
  ///   - level: the point's level, from 1.
  ///   - numbers: the numbers of the levels from 1 to that one.
  func label(level: Int, numbers: [Int]) -> String {
    guard let own = levels[level], !own.format.isEmpty, numbers.count >= level else { return "" }
    if let pattern = own.pattern { return filled(pattern, numbers, isLegal: own.isLegal) }
    let first = max(1, level - own.shownLevels + 1)
    let parts = (first...level).compactMap { index in
      levels[index].map { $0.written(numbers[index - 1]) }
    }
    return own.prefix + parts.filter { !$0.isEmpty }.joined(separator: ".") + own.suffix
  }

  /// `%1%.%2%` with the numbers in it.
  private func filled(_ pattern: String, _ numbers: [Int], isLegal: Bool) -> String {
    var label = ""
    let pieces = pattern.split(separator: "%", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index % 2 == 1, let level = Int(piece), numbers.indices.contains(level - 1) {
        let number = numbers[level - 1]
        label += isLegal ? String(number) : levels[level]?.written(number) ?? ""
      } else {
        label += piece
      }
    }
    return label
  }
}
