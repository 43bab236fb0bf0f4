import ControlModel
import Diagnostics
import NativeFormats
import Questionnaires
import TestSupport
import Testing

/// Out and in again, over random assessments.
@Suite struct RoundTripTests {
  static let day = CalendarDate("2026-11-27") ?? CalendarDate(daysSinceEpoch: 0)

  /// A sheet as it comes back, from a workbook or a CSV file.
  static func tables(
    _ questionnaire: Questionnaire, isCSV: Bool
  ) throws -> [FilledTable] {
    let bytes =
      isCSV
      ? QuestionnaireCSV.encoded(questionnaire)
      : try QuestionnaireWorkbook.encoded(questionnaire)
    return try FilledFile.tables(bytes, file: isCSV ? "q.csv" : "q.xlsx")
  }

  @Test(arguments: 0..<300) func outAndInAgainChangesNothing(_ seed: Int) throws {
    let lab = try RandomAssessment(seed: seed)
    let assessment = try lab.assessment
    let questionnaire = Questionnaire(
      assessment, practices: lab.practices, asOf: try #require(Self.day))
    let tables = try Self.tables(questionnaire, isCSV: seed % 2 == 0)
    let plan = QuestionnaireComparison.plan(
      [("q", tables)], assessment, practices: lab.practices)
    #expect(plan.problems.isEmpty, "\(plan.problems)")
    #expect(plan.rows == questionnaire.rows().count)
    #expect(plan.isEmpty && plan.conflicts.isEmpty, "\(plan.changes)")
    #expect(
      try QuestionnaireEdits.apply(
        plan, to: assessment, practices: lab.practices, files: lab.files
      ).isEmpty)
  }

  @Test(arguments: 0..<400) func anEditChangesWhatItSaysAndNothingElse(_ seed: Int) throws {
    var lab = try RandomAssessment(seed: seed)
    let assessment = try lab.assessment
    let day = try #require(Self.day)
    let questionnaire = Questionnaire(assessment, practices: lab.practices, asOf: day)
    var tables = try Self.tables(questionnaire, isCSV: seed % 2 == 0)
    let sheet = try #require(tables.firstIndex { $0.rows.first?.count ?? 0 > 10 })
    let rows = questionnaire.rows()
    var expected: [[AnswerField: String]] = rows.map { row in
      Dictionary(uniqueKeysWithValues: AnswerField.allCases.map { ($0, row.texts[$0]) })
    }
    for position in rows.indices where lab.random.chance(40) {
      let edit = Self.edit(rows[position], &lab)
      for (field, text) in edit {
        expected[position][field] = text
        let column = try #require(
          QuestionnaireColumn.allCases.firstIndex { $0.rawValue == field.rawValue })
        var cells = tables[sheet].rows[position + 1]
        while cells.count <= column { cells.append(.blank) }
        cells[column] = text.isEmpty ? .blank : .text(text)
        tables[sheet].rows[position + 1] = cells
      }
    }
    // Sorted by somebody: rows are known by what they say, not by where they stand.
    tables[sheet].rows =
      [tables[sheet].rows[0]] + lab.random.shuffled(Array(tables[sheet].rows[1...]))
    let plan = QuestionnaireComparison.plan(
      [("q", tables)], assessment, practices: lab.practices)
    try #require(plan.problems.isEmpty, "\(plan.problems)")
    #expect(plan.conflicts.isEmpty)
    let edited = try QuestionnaireEdits.apply(
      plan, to: assessment, practices: lab.practices, files: lab.files)
    var after = lab
    for (path, bytes) in edited {
      let index = try #require(after.files.firstIndex { $0.path == path })
      #expect(after.files[index].bytes != bytes, "a file is told that does not change")
      after.files[index].bytes = bytes
    }
    let result = Questionnaire(try after.assessment, practices: lab.practices, asOf: day).rows()
    #expect(result.count == rows.count)
    for (row, expected) in zip(result, expected) {
      for field in AnswerField.allCases {
        #expect(row.texts[field] == expected[field], "\(row.practice.id) \(field)")
      }
    }
    for (before, after) in zip(lab.files, after.files) {
      #expect(Self.comments(before.bytes).isSubset(of: Self.comments(after.bytes)))
    }
    // The same sheet once more finds everything done.
    let again = QuestionnaireComparison.plan(
      [("q", tables)], try after.assessment, practices: lab.practices)
    #expect(again.isEmpty && again.conflicts.isEmpty && again.problems.isEmpty)
  }

  private static func comments(_ bytes: [UInt8]) -> Set<Substring> {
    Set(
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
        let text = line.drop { $0 == " " }
        return text.hasPrefix("# ") ? text : nil
      })
  }

  /// A whole new finding, and sometimes other words about it.
  private static func edit(
    _ row: Questionnaire.Row, _ lab: inout RandomAssessment
  ) -> [AnswerField: String] {
    let status = lab.random.one(of: [
      "implemented", "partial", "planned", "absent", "not-applicable", "unanswered",
    ])
    var edit: [AnswerField: String] = [.status: status]
    edit[.extent] = status == "partial" ? lab.random.one(of: ["0.75", "0.3"]) : ""
    edit[.due] = status == "planned" ? "2028-02-29" : ""
    edit[.rationale] = status == "not-applicable" ? "It makes\nno sense: =1" : ""
    if let value = lab.value(row.practice), lab.random.chance(50) { edit[.value] = value }
    if lab.random.chance(30) {
      edit[.evidence] = lab.random.one(of: ["E-1", "2026", "", "E-1; 2026"])
    }
    if row.context == nil, lab.random.chance(40) {
      edit[.notes] = lab.random.one(of: ["", "=SUM(1)", "- a\n- b # no comment", "'x' \"y\" \\"])
      edit[.owner] = lab.random.one(of: ["", "Team Z", "no", "0x1F"])
    }
    return edit
  }
}
