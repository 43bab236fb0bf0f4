/// One sheet of a workbook.
public struct Sheet: Sendable, Hashable {
  /// What stands on its tab; made fit for the format when the file is written (`SheetNames`).
  public var name: String
  /// The columns, from the left.
  public var columns: [Column]
  /// The rows, from the top; a row may be shorter than others.
  public var rows: [Row]
  /// So many rows stay in sight when one scrolls, and stand at the top of each printed page.
  public var frozenRows: Int
  /// So many columns stay in sight when one scrolls.
  public var frozenColumns: Int
  /// The row with the headings that filter the rows below it; nil: no filter.
  public var filterRow: Int?
  /// Ranges in which a cell's word decides how it looks.
  public var highlights: [Highlight]
  /// Ranges in which only some values can be chosen.
  public var choices: [ChoiceList]
  /// Charts that lie upon the sheet.
  public var charts: [Chart]
  /// How it prints.
  public var print: PrintSetup
  /// Whether it is out of sight.
  public var isHidden: Bool

  /// Makes a sheet.
  public init(
    name: String, columns: [Column] = [], rows: [Row] = [], frozenRows: Int = 0,
    frozenColumns: Int = 0, filterRow: Int? = nil, highlights: [Highlight] = [],
    choices: [ChoiceList] = [], charts: [Chart] = [], print: PrintSetup = PrintSetup(),
    isHidden: Bool = false
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
    self.filterRow = filterRow
    self.highlights = highlights
    self.choices = choices
    self.charts = charts
    self.print = print
    self.isHidden = isHidden
  }

  /// One column.
  public struct Column: Sendable, Hashable {
    /// In characters of the default font.
    public var width: Double
    /// Whether it is out of sight.
    public var isHidden: Bool
    /// Whether it is folded away: one click on the plus sign above it shows it.
    public var isFolded: Bool

    /// Makes a column.
    public init(width: Double, isHidden: Bool = false, isFolded: Bool = false) {
      self.width = width
      self.isHidden = isHidden
      self.isFolded = isFolded
    }
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// The cells, from the left.
    public var cells: [Cell]
    /// In points; nil: as its text needs.
    public var height: Double?

    /// Makes a row.
    public init(_ cells: [Cell], height: Double? = nil) {
      self.cells = cells
      self.height = height
    }
  }
}

/// Cells of a sheet, counted from 0, the ends included.
public struct SheetArea: Sendable, Hashable {
  /// The first and the last row.
  public var rows: ClosedRange<Int>
  /// The first and the last column.
  public var columns: ClosedRange<Int>

  /// Makes a range.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

/// A range in which the cells that hold a word look different, also after somebody edits them.
public struct Highlight: Sendable, Hashable {
  /// Where.
  public var range: SheetArea
  /// The whole text of the cell.
  public var word: String
  /// How the cell then looks.
  public var tone: CellStyle.Tone

  /// Makes a highlight.
  public init(_ range: SheetArea, word: String, tone: CellStyle.Tone) {
    self.range = range
    self.word = word
    self.tone = tone
  }
}

/// A range whose cells offer a list to choose from.
public struct ChoiceList: Sendable, Hashable {
  /// Where.
  public var range: SheetArea
  /// What can be chosen.
  public var values: [String]
  /// What is said while the cell is chosen; at most 255 characters are shown.
  public var help: String
  /// Whether anything else is refused; otherwise the list is a proposal.
  public var isStrict: Bool

  /// Makes a list.
  public init(_ range: SheetArea, values: [String], help: String = "", isStrict: Bool = true) {
    self.range = range
    self.values = values
    self.help = help
    self.isStrict = isStrict
  }
}
