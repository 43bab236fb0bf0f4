/// One cell: what it holds, and how it looks.
public struct Cell: Sendable, Hashable {
  /// What it holds.
  public var value: Value
  /// How it looks.
  public var style: CellStyle

  /// Makes a cell.
  public init(_ value: Value, _ style: CellStyle = .text) {
    self.value = value
    self.style = style
  }

  /// Makes a cell of text.
  public init(_ text: String, _ style: CellStyle = .text) {
    self.init(text.isEmpty ? .blank : .text(text), style)
  }

  /// A cell that holds nothing and looks like nothing.
  public static let empty = Cell(.blank, .plain)

  /// What a cell holds.
  public enum Value: Sendable, Hashable {
    /// Text, whatever it looks like.
    case text(String)
    /// A number.
    case number(Double)
    /// A number between 0 and 1 that shows as per cent.
    case share(Double)
    /// Nothing.
    case blank
  }
}

/// How a cell looks, by the part that it plays.
public enum CellStyle: Sendable, Hashable {
  /// Nothing at all.
  case plain
  /// The name of the whole.
  case title
  /// A line below the title.
  case subtitle
  /// A heading above a table.
  case section
  /// The head of a column.
  case header
  /// The head of a narrow column, written upwards.
  case verticalHeader
  /// Wrapped text in a table.
  case text
  /// Text in a table that stays on one line: an id, a day.
  case line
  /// A number in a table.
  case number
  /// Text in a table that matters more.
  case strong
  /// A remark.
  case note
  /// A verdict or a state.
  case tone(Tone)
  /// A cell that waits to be filled in; it takes everything as text.
  case input
  /// A cell of a form that is only read.
  case guidance

  /// How good or bad something is. The fills go from dark to light, so that they can be told
  /// apart in grey too, and red and green never stand against each other.
  public enum Tone: Sendable, Hashable, CaseIterable {
    /// It is not there.
    case missing
    /// Nothing is known, because nobody can say.
    case unknown
    /// Nobody has said.
    case unanswered
    /// A part of it.
    case partial
    /// It may be there.
    case unsettled
    /// A known gap that somebody accepted.
    case accepted
    /// There by other means, or on its way.
    case equivalent
    /// It is there.
    case good
    /// It does not count.
    case aside
  }
}
