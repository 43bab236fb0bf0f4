internal import ControlModel

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
  /// The line where it starts, from 1; 0 in a laid-out document.
  var line: Int
  /// The page where it starts, from 1, in a laid-out document.
  var page: Int?
  /// Which paragraph of an office text it is, from 1; such a text has no lines.
  var paragraph: Int?
  /// The id of the element, for links.
  var anchor = ""
  /// For a point of numbered lists: its position in each of them, outermost first.
  var ordinals: [Int] = []
  /// Which list point holds it; blocks of one point have the same number.
  var item: Int?
  /// Whether it is the first block of its list point.
  var startsItem = false
  /// How many list points hold it.
  var depth = 0
  /// Whether all that shows is bold.
  var isBold = false
  /// The cell of a table that holds it.
  var cell: Cell?

  /// A place in a table; all from 0.
  struct Cell: Hashable {
    /// Which table of the document.
    var table: Int
    /// The row.
    var row: Int
    /// The first column that it takes.
    var column: Int
  }

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

  /// Where it stands, for people.
  var locator: Locator {
    if let page { return Locator([Locator.Part("pdfPage", String(page))]) }
    if let paragraph { return Locator([Locator.Part("paragraph", String(paragraph))]) }
    var parts = [Locator.Part("line", String(line))]
    if !anchor.isEmpty { parts.append(Locator.Part("anchor", anchor)) }
    return Locator(parts)
  }
}
