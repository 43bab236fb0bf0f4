/// A cell that holds something.
public struct SheetCell: Sendable, Hashable {
  /// Where it stands.
  public let address: CellAddress
  /// What a person reads in it: numbers without their format, dates as `YYYY-MM-DD`.
  public let text: String
  /// What the workbook holds there.
  public let kind: Kind
  /// The formula whose saved result it shows; nil: it was typed in.
  public let formula: String?

  /// What a cell holds.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Text, as it was typed.
    case text
    /// A number: what was typed as `5.10` is 5.1 now, and `007` is 7.
    case number
    /// A number that is shown as a date.
    case date
    /// True or false.
    case boolean
    /// `#REF!` and the like.
    case error
  }

  /// Makes a cell.
  public init(address: CellAddress, text: String, kind: Kind = .text, formula: String? = nil) {
    self.address = address
    self.text = text
    self.kind = kind
    self.formula = formula
  }

  /// Whether its value was taken from another workbook, which nobody opens here: `[1]Sheet1!A1`.
  public var isExternal: Bool {
    guard let formula else { return false }
    return formula.contains("[") && formula.contains("]") && formula.contains("!")
  }
}
