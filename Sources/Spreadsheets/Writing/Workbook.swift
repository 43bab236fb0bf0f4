public import Diagnostics

/// A workbook as a value: sheets in order, and what its properties say.
public struct Workbook: Sendable, Hashable {
  /// The title in the file's properties.
  public var title: String
  /// The subject in the file's properties.
  public var subject: String
  /// The day that the file says it was made on, so that it never depends on a clock.
  public var created: Day
  /// The sheets, first the one that is seen first.
  public var sheets: [Sheet]

  /// Makes a workbook.
  public init(title: String, subject: String = "", created: Day, sheets: [Sheet] = []) {
    self.title = title
    self.subject = subject
    self.created = created
    self.sheets = sheets
  }

  /// A day of the Gregorian calendar.
  public struct Day: Sendable, Hashable {
    /// 1…9999
    public var year: Int
    /// 1…12
    public var month: Int
    /// 1…31
    public var day: Int

    /// Makes a day.
    public init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// The workbook as the bytes of an XLSX file; the same value gives the same bytes.
  ///
  /// Text is written as text whatever it looks like: no formula, no address that becomes a link.
  ///
  /// - Throws: when a sheet has more rows or columns than the format allows, or when the system
  ///   gives no memory.
  public func encoded() throws(Refusal) -> [UInt8] {
    try LibXLSXFile.encode(self)
  }
}
