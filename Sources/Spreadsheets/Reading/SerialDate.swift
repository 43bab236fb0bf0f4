/// Days as workbooks count them.
enum SerialDate {
  /// `YYYY-MM-DD`, with the time of day when there is one; nil when it is no day of the calendar.
  ///
  /// - Parameter startsIn1904: whether day 0 is 1904-01-01, as on old Macintoshes.
  static func text(_ serial: Double, startsIn1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    let seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if !startsIn1904 {
      // Day 60 is the 29th of February 1900, which never was.
      guard day != 60 else { return nil }
      if day == 0 { return seconds > 0 ? time(seconds) : nil }
      if day > 60 { day -= 1 }
      day -= 1
    }
    // Days since 1970-01-01.
    let text = calendar(day + (startsIn1904 ? -24_107 : -25_567))
    return seconds > 0 ? "\(text) \(time(seconds))" : text
  }

  private static func time(_ seconds: Int) -> String {
    "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60))"
      + (seconds % 60 == 0 ? "" : ":\(padded(seconds % 60))")
  }

  /// The day of the Gregorian calendar (Howard Hinnant's `civil_from_days`).
  private static func calendar(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
