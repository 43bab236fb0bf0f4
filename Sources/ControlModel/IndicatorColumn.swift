/// A column of a CAF outcome's table; the raw value is the part of the indicator's id.
public enum IndicatorColumn: String, Sendable, Hashable, CaseIterable {
  /// Any one of its statements true: not achieved.
  case notAchieved = "NA"
  /// All of its statements true: partially achieved.
  case partiallyAchieved = "PA"
  /// All of its statements true: achieved.
  case achieved = "A"

  /// The category of its indicators.
  public var category: String {
    switch self {
    case .notAchieved: "not-achieved"
    case .partiallyAchieved: "partially-achieved"
    case .achieved: "achieved"
    }
  }

  /// The id of an indicator, counted from 1 at the top of the column.
  public func id(of outcome: ControlID, _ number: Int) -> String {
    "\(outcome).\(rawValue).\(number)"
  }
}

extension Control.IndicatorCounts {
  /// How many indicators stand in a column.
  public func count(in column: IndicatorColumn) -> Int {
    switch column {
    case .notAchieved: notAchieved
    case .partiallyAchieved: partiallyAchieved
    case .achieved: achieved
    }
  }

  /// How many indicators there are.
  public var total: Int { notAchieved + partiallyAchieved + achieved }
}
