import ControlModel
import Diagnostics
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    "2026-06-15", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-12-31",
  ])
  func daysThatExist(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
    "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "",
    "2026-01-01T00:00", "20260101", "２０２６-01-01", "2026-01-0a", "-026-01-01", "+026-01-01",
  ])
  func textThatIsNoDay(_ text: String) { #expect(CalendarDate(text) == nil) }

  /// Every day from 1600 to 2400, counted one by one.
  @Test func daysSinceEpoch() {
    #expect(CalendarDate(daysSinceEpoch: 0)?.description == "1970-01-01")
    #expect(CalendarDate(daysSinceEpoch: -1)?.description == "1969-12-31")
    #expect(CalendarDate(daysSinceEpoch: 20_514)?.description == "2026-03-02")
    var (year, month, day) = (1600, 1, 1)
    var number = -135_140
    var previous: CalendarDate?
    while year < 2400 {
      let date = CalendarDate(daysSinceEpoch: number)
      guard date == CalendarDate(year: year, month: month, day: day) else {
        Issue.record("\(number) is \(String(describing: date)), not \(year)-\(month)-\(day)")
        return
      }
      if let previous, let date, previous >= date { Issue.record("\(date) is not later") }
      previous = date
      number += 1
      day += 1
      if CalendarDate(year: year, month: month, day: day) == nil {
        day = 1
        month += 1
      }
      if month > 12 {
        month = 1
        year += 1
      }
    }
    #expect(CalendarDate(daysSinceEpoch: -800_000) == nil)
    #expect(CalendarDate(daysSinceEpoch: 4_000_000) == nil)
  }
}

@Suite struct ConditionReadingTests {
  @Test(arguments: [
    ("patch-days <= 14", "patch-days", Condition.Comparison.atMost, "14"),
    ("a>=b", "a", .atLeast, "b"), ("  a   ==   b c  ", "a", .exactly, "b c"),
  ])
  func readable(
    _ text: String, _ name: String, _ comparison: Condition.Comparison, _ value: String
  ) throws {
    let condition = try #require(Condition(text))
    #expect(condition == Condition(parameter: name, comparison: comparison, value: value))
    #expect(Condition(condition.description) == condition)
  }

  @Test(arguments: [
    "", "a", "a < 1", "a = 1", "<= 1", "a <=", "a <= 1 <= 2", "a => 1", "a != 1", "==", "a <  = 1",
  ])
  func unreadable(_ text: String) { #expect(Condition(text) == nil) }
}

@Suite struct ModelTests {
  @Test func idsAreTextAndNothingElse() {
    #expect(ControlID("5.10") != ControlID("5.1"))
    #expect(ControlID("1E5") != ControlID("100000"))
    #expect(Set<ControlID>(["5.1", "5.10", "5.1"]).count == 2)
    #expect((["b", "a", "5.10", "5.9"] as [ControlID]).sorted() == ["5.10", "5.9", "a", "b"])
  }

  @Test(arguments: Relation.allCases) func inverseOfTheInverse(_ relation: Relation) {
    #expect(relation.inverse.inverse == relation)
    #expect(relation.meetsWhole == [.equal, .equivalent, .superset].contains(relation))
  }

  @Test func originsDoNotMakeADifference() {
    let place = Origin(location: SourceLocation(file: "f", line: 1, column: 1))
    #expect(Control(id: "a", origin: place) == Control(id: "a"))
    #expect(Set([Control(id: "a", origin: place), Control(id: "a")]).count == 1)
  }

  @Test(
    arguments: [
      ("7", 7.0), ("-7", nil), ("7.5", nil), ("", nil), ("7 days", nil), ("0x7", nil),
      ("99999999999999999999", nil),
    ] as [(String, Double?)])
  func ranksOfWholeNumbers(_ text: String, _ rank: Double?) {
    #expect(Practice.Parameter(name: "v", type: .integer).rank(of: text) == rank)
  }

  @Test(
    arguments: [
      ("0.5", 0.5), ("1e-3", 0.001), ("nan", nil), ("inf", nil), ("-infinity", nil), ("1e999", nil),
      ("0,5", nil), ("", nil), ("0x1p-1", nil),
    ] as [(String, Double?)])
  func ranksOfNumbers(_ text: String, _ rank: Double?) {
    #expect(Practice.Parameter(name: "v", type: .number).rank(of: text) == rank)
  }

  @Test func outcomeGradesAreOrdered() {
    #expect(OutcomeGrade.notAchieved < .partiallyAchieved)
    #expect(OutcomeGrade.partiallyAchieved < .achieved)
  }
}

@Suite struct DiagnosticsTests {
  @Test(
    arguments: [
      ("implementd", "implemented"), ("IMPLEMENTED", "implemented"), ("abesnt", "absent"),
      ("partail", "partial"), ("plan", nil), ("xyz", nil), ("", nil), ("planed", "planned"),
    ] as [(String, String?)])
  func nearestMatch(_ word: String, _ match: String?) {
    let words = ["implemented", "partial", "planned", "absent"]
    #expect(NearestMatch.of(word, in: words) == match)
  }

  @Test func nearestMatchOfLongWordsIsQuick() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(NearestMatch.of(long, in: ["b", long]) == long)
  }

  @Test func places() {
    #expect(SourceLocation(file: "f").description == "f")
    #expect(SourceLocation(file: "f", line: 2).description == "f:2")
    #expect(SourceLocation(file: "f", line: 2, column: 3).description == "f:2:3")
  }
}
