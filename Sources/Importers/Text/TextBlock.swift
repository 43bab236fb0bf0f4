/// A paragraph, a heading or a point of a list, whatever form it came from.
struct TextBlock: Hashable {
  /// What sort of block it is.
  var kind: Kind
  /// White space folded, footnote markers out.
  var text: String
  /// The same with the footnote markers.
  var rawText: String
  /// The markers that were taken out.
  var footnoteMarkers: [String] = []
  /// The line where it starts, from 1.
  var line: Int
  /// The id of the element, for links.
  var anchor = ""
  /// For a point of numbered lists: its position in each of them, outermost first.
  var ordinals: [Int] = []
  /// Which list point holds it; blocks of one point have the same number.
  var item: Int?
  /// Whether it is the first block of its list point.
  var startsItem = false

  /// The sorts of block.
  enum Kind: Hashable {
    /// A heading of a level, from 1.
    case heading(Int)
    /// Running text.
    case paragraph
    /// A point of a list.
    case point
  }

  /// Whether it is a heading.
  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}
