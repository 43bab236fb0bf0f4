internal import Markup

/// A paragraph of a list, with the numbers of the levels from 1 to its own.
struct WordPoint {
  var definition: WordNumbering.Definition
  var numbers: [Int]
  var content: [MarkupNode]
  /// Which paragraph of the document it is, from 1.
  var paragraph: Int

  /// The lists that points in their order make: a deeper point is in a list of the one before.
  static func lists(of points: [WordPoint]) -> [MarkupNode] {
    points.isEmpty ? [] : [list(of: points[...], level: 1)]
  }

  private static func list(of points: ArraySlice<WordPoint>, level: Int) -> MarkupNode {
    var items: [MarkupNode] = []
    var rest = points
    while let first = rest.first {
      // A deeper point may come without one that it belongs to.
      let isOpener = first.numbers.count == level
      let inner = rest.dropFirst(isOpener ? 1 : 0).prefix { $0.numbers.count > level }
      let children =
        (isOpener ? first.content : [])
        + (inner.isEmpty ? [] : [list(of: inner, level: level + 1)])
      let value = MarkupElement.Attribute(name: "value", value: String(first.numbers[level - 1]))
      items.append(
        .element(
          MarkupElement(
            name: "li", attributes: [value], children: children, line: first.paragraph)))
      rest = rest.dropFirst(inner.count + (isOpener ? 1 : 0))
    }
    let isCounted = points.first?.definition.style[level]?.countsInDigits ?? false
    return .element(
      MarkupElement(
        name: isCounted ? "ol" : "ul", children: items, line: points.first?.paragraph ?? 0))
  }
}
