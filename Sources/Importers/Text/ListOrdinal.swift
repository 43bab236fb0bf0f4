internal import Markup

/// The number that a web page gives to a point of a list.
enum ListOrdinal {
  /// No list of a document counts so far. Behind a number near the end of all numbers, counting on
  /// would end the program.
  private static let range = -100_000...100_000

  /// The number of an attribute; nil for none, and for one that no list reaches.
  private static func number(_ name: String, of element: MarkupElement) -> Int? {
    element.attribute(name).flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
  }

  /// The number that stands before the first point of a list.
  static func beforeFirst(of list: MarkupElement) -> Int {
    number("start", of: list).map { $0 - 1 } ?? 0
  }

  /// The number of a point behind one of the number `previous`.
  static func of(_ point: MarkupElement, after previous: Int) -> Int {
    number("value", of: point) ?? previous + 1
  }
}
