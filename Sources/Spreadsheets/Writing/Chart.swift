/// A chart of bars that lie, one bar for each category.
public struct Chart: Sendable, Hashable {
  /// What it shows.
  public var title: String
  /// Whether the series of a category lie on one bar and together fill it.
  public var isShare: Bool
  /// The names of the bars: one column of a sheet.
  public var categories: Reference
  /// What is shown of each category.
  public var series: [Series]
  /// The cell under its upper left corner: row and column from 0.
  public var row: Int
  /// See `row`.
  public var column: Int
  /// In pixels.
  public var width: Int
  /// In pixels.
  public var height: Int
  /// The largest value of the axis; nil: as the values need.
  public var maximum: Double?
  /// The same in words, for those who do not see it.
  public var description: String

  /// Makes a chart.
  public init(
    title: String, isShare: Bool, categories: Reference, series: [Series], row: Int, column: Int,
    width: Int, height: Int, maximum: Double? = nil, description: String
  ) {
    self.title = title
    self.isShare = isShare
    self.categories = categories
    self.series = series
    self.row = row
    self.column = column
    self.width = width
    self.height = height
    self.maximum = maximum
    self.description = description
  }

  /// Cells of one column of a sheet.
  public struct Reference: Sendable, Hashable {
    /// The name of the sheet, as it stands in `Sheet.name`.
    public var sheet: String
    /// From 0, the ends included.
    public var rows: ClosedRange<Int>
    /// From 0.
    public var column: Int

    /// Makes a reference.
    public init(sheet: String, rows: ClosedRange<Int>, column: Int) {
      self.sheet = sheet
      self.rows = rows
      self.column = column
    }
  }

  /// The values of all categories for one thing.
  public struct Series: Sendable, Hashable {
    /// What stands in the legend.
    public var name: String
    /// The values.
    public var values: Reference
    /// How the bars look.
    public var tone: CellStyle.Tone

    /// Makes a series.
    public init(name: String, values: Reference, tone: CellStyle.Tone) {
      self.name = name
      self.values = values
      self.tone = tone
    }
  }
}
