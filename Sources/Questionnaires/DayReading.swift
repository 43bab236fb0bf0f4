internal import ControlModel

/// Days as people and spreadsheet programs write them.
enum DayReading {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `YYYY-MM-DD`, or nothing for an empty text. What could be two days is refused.
  static func day(
    _ cell: FilledTable.Cell, _ text: String, named column: String
  ) throws(CellReading.Problem) -> String {
    guard !text.isEmpty else { return "" }
    if case .number(let number) = cell, let day = day(ofSerial: number) { return day }
    // Some programs put midnight behind a day.
    let plain = text.split { $0 == " " || $0 == "T" }
    if let first = plain.first, CalendarDate(String(first)) != nil,
      plain.dropFirst().allSatisfy({ $0.allSatisfy { "0:.Z".contains($0) } })
    {
      return String(first)
    }
    let parts = text.split { " ./-,".contains($0) }.map { $0.lowercased() }
    if parts.count == 3, let day = try day(parts, isDotted: text.contains("."), text, column) {
      return day
    }
    throw CellReading.Problem(
      summary: "'\(column)' must be a day as YYYY-MM-DD, not '\(text)'",
      hints: ["the last day of March 2027 is written 2027-03-31"])
  }

  /// The day of a serial number of Excel, between 1982 and 2119.
  private static func day(ofSerial number: Double) -> String? {
    guard number == number.rounded(), (30_000...80_000).contains(number) else { return nil }
    // Serial 25569 is the first day of 1970.
    return CalendarDate(daysSinceEpoch: Int(number) - 25_569)?.description
  }

  private static func day(
    _ parts: [String], isDotted: Bool, _ text: String, _ column: String
  ) throws(CellReading.Problem) -> String? {
    if let month = month(parts[1]), let day = Int(parts[0]), let year = Int(parts[2]) {
      return CalendarDate(year: year, month: month, day: day)?.description
    }
    if let month = month(parts[0]), let day = Int(parts[1]), let year = Int(parts[2]) {
      return CalendarDate(year: year, month: month, day: day)?.description
    }
    guard let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2]) else {
      return nil
    }
    if parts[0].count == 4 {
      return CalendarDate(year: first, month: second, day: third)?.description
    }
    guard parts[2].count == 4 else { return nil }
    // With points the day always comes first.
    if isDotted { return CalendarDate(year: third, month: second, day: first)?.description }
    let dayFirst = CalendarDate(year: third, month: second, day: first)
    let monthFirst = CalendarDate(year: third, month: first, day: second)
    if let dayFirst, let monthFirst, dayFirst != monthFirst {
      throw CellReading.Problem(
        summary: "'\(column)' can be read as two days: '\(text)'",
        hints: ["write \(dayFirst) or \(monthFirst)"])
    }
    return (dayFirst ?? monthFirst)?.description
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }
}
