import ControlModel
import Diagnostics
import NativeFormats
import Questionnaires
import TestSupport
import Testing

/// What a sheet that came back comes to, cell by cell.
@Suite struct ComparisonTests {
  static let practices = [
    Practice(id: "mfa", title: "Second factor", owner: "Team A"),
    Practice(
      id: "patching", title: "Patches",
      parameter: .init(name: "days", type: .integer, unit: "days", lowerIsBetter: true)),
    Practice(
      id: "custody", title: "Keys",
      parameter: .init(name: "place", type: .choice, choices: ["file", "service", "module"])),
    Practice(id: "none", title: "Not answered yet"),
  ]

  static let yaml = """
    format: assessment/1
    organisation: Lab
    contexts:
      - {id: cluster}
      - {id: fleet}
    answers:
      - practice: mfa      # everywhere
        status: partial
        extent: 0.5
        due: 2027-01-31
        contexts:
          fleet: {status: absent}
      - practice: patching
        status: implemented
        value: "14"
    evidence:
      - {id: E-1, file: evidence/a.txt}

    """

  static func assessment(_ yaml: String = yaml) throws -> Assessment {
    try AssessmentFormat.join(
      [try AssessmentFormat.decode(Array(yaml.utf8), file: "lab.yaml")], name: "lab")
  }

  static func table() throws -> FilledTable {
    let questionnaire = Questionnaire(
      try assessment(), practices: practices, asOf: try #require(RoundTripTests.day))
    let tables = try RoundTripTests.tables(questionnaire, isCSV: false)
    return try #require(tables.first { $0.sheet == QuestionnaireWorkbook.answers })
  }

  /// Writes into the row of a practice and context.
  static func set(
    _ table: inout FilledTable, _ practice: String, in context: String = Questionnaire.everyContext,
    _ column: QuestionnaireColumn, _ cell: FilledTable.Cell
  ) throws {
    let columns = QuestionnaireColumn.allCases
    let place = try #require(columns.firstIndex(of: .context))
    let row = try #require(
      table.rows.firstIndex { $0.first == .text(practice) && $0[place] == .text(context) })
    let position = try #require(columns.firstIndex(of: column))
    while table.rows[row].count <= position { table.rows[row].append(.blank) }
    table.rows[row][position] = cell
  }

  static func plan(
    _ tables: [FilledTable], _ yaml: String = yaml,
    _ resolution: QuestionnairePlan.Resolution = .refuse
  ) throws -> QuestionnairePlan {
    QuestionnaireComparison.plan(
      tables.map { ($0.file, [$0]) }, try assessment(yaml), practices: practices,
      resolution: resolution)
  }

  static func applied(_ plan: QuestionnairePlan, _ yaml: String = yaml) throws -> String {
    let edited = try QuestionnaireEdits.apply(
      plan, to: try assessment(yaml), practices: practices,
      files: [("lab.yaml", Array(yaml.utf8))])
    return edited.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? yaml
  }

  @Test(arguments: [
    (QuestionnaireColumn.status, FilledTable.Cell.text("done"), "did you mean 'implemented'?"),
    (.status, .text("implmented"), "did you mean 'implemented'?"),
    (.status, .blank, "it is one of: implemented, partial"),
    (.extent, .text("much"), "half of it is written 0.5"),
    (.extent, .number(50), "50 % is written 0.5"),
    (.due, .text("31/02/2027"), "the last day of March 2027 is written 2027-03-31"),
    (.due, .text("03/04/2027"), "write 2027-04-03 or 2027-03-04"),
    (.due, .failure("#REF!"), "write the text itself"),
    (.evidence, .text("E-2"), "did you mean 'E-1'?"),
    (.value, .text("7"), "empty the cell, or say it under 'notes'"),
    (.context, .text("flet"), "did you mean 'fleet'?"),
    (.practice, .text("mfaa"), "the row was exported for 'mfa'"),
    (.newTitle, .text("A policy"), "such as evidence/policy.pdf"),
    (.newSHA256, .text("abc"), "such as evidence/policy.pdf"),
  ])
  func eachBadCellIsTold(
    _ column: QuestionnaireColumn, _ cell: FilledTable.Cell, _ hint: String
  ) throws {
    var table = try Self.table()
    try Self.set(&table, "mfa", column, cell)
    let plan = try Self.plan([table])
    let errors = plan.problems.filter { $0.severity == .error }
    #expect(errors.count == 1, "\(errors)")
    let error = try #require(errors.first)
    #expect(error.summary.hasPrefix("Answers!"))
    #expect(error.summary.contains("2: "))
    #expect(error.location?.file == "q.xlsx")
    #expect(error.hints.contains { $0.hasPrefix(hint) }, "\(error)")
  }

  @Test func whatProgramsMakeOfCellsIsRead() throws {
    var table = try Self.table()
    try Self.set(&table, "mfa", .extent, .text("75 %"))
    try Self.set(&table, "mfa", .due, .number(46_477))
    try Self.set(&table, "mfa", in: "fleet", .status, .text(" Implemented "))
    try Self.set(&table, "patching", .value, .number(7))
    try Self.set(&table, "custody", .status, .text("planned"))
    try Self.set(&table, "custody", .due, .text("30.6.2027"))
    try Self.set(&table, "custody", .plannedValue, .text("Module"))
    let plan = try Self.plan([table])
    #expect(plan.problems.isEmpty, "\(plan.problems)")
    let text = try Self.applied(plan)
    #expect(
      text == """
        format: assessment/1
        organisation: Lab
        contexts:
          - {id: cluster}
          - {id: fleet}
        answers:
          - practice: mfa      # everywhere
            status: partial
            extent: 0.75
            due: 2027-03-31
            contexts:
              fleet: {status: implemented}
          - practice: patching
            status: implemented
            value: "7"
          - practice: custody
            status: planned
            plannedValue: module
            due: 2027-06-30
        evidence:
          - {id: E-1, file: evidence/a.txt}

        """)
  }

  @Test func aStatusTakesWithItWhatItLeavesWithoutMeaning() throws {
    var table = try Self.table()
    try Self.set(&table, "mfa", .status, .text("implemented"))
    let plan = try Self.plan([table])
    #expect(plan.problems.isEmpty)
    #expect(plan.changes.map(\.field) == [.status, .extent, .due])
    #expect(try Self.applied(plan).contains("status: implemented\n    contexts:"))
    // But what somebody just wrote is not thrown away.
    try Self.set(&table, "mfa", .extent, .text("0.9"))
    #expect(try Self.plan([table]).hasErrors)
  }

  @Test(arguments: ["partial", "planned", "not-applicable"])
  func whatAStatusNeedsIsAskedFor(_ status: String) throws {
    var table = try Self.table()
    try Self.set(&table, "none", .status, .text(status))
    let plan = try Self.plan([table])
    #expect(plan.problems.count == 1)
    #expect(plan.problems.first?.summary.contains("'\(status)' needs") == true)
  }

  @Test func aRowThatIsCopiedForAPlaceStandsAlone() throws {
    var table = try Self.table()
    let columns = QuestionnaireColumn.allCases
    let context = try #require(columns.firstIndex(of: .context))
    let value = try #require(columns.firstIndex(of: .value))
    let row = try #require(table.rows.firstIndex { $0.first == .text("patching") })
    var copy = table.rows[row]
    copy[context] = .text("fleet")
    copy[value] = .number(30)
    table.rows.append(copy)
    let plan = try Self.plan([table])
    #expect(plan.problems.isEmpty, "\(plan.problems)")
    let after = try Self.assessment(try Self.applied(plan))
    let answer = try #require(
      after.answers.first { $0.practice == "patching" })
    #expect(answer.contexts["fleet"]?.value == "30")
    #expect(answer.finding.value == "14")
  }

  @Test func newEvidenceIsRegisteredAndCited() throws {
    var table = try Self.table()
    for (practice, context) in [("mfa", "fleet"), ("patching", Questionnaire.everyContext)] {
      try Self.set(&table, practice, in: context, .newTitle, .text("Second policy"))
      try Self.set(&table, practice, in: context, .newLocation, .text("evidence/b.txt"))
      try Self.set(&table, practice, in: context, .newShows, .day("2026-10-01"))
    }
    try Self.set(&table, "none", .newLocation, .text("evidence/a.txt"))
    let plan = try Self.plan([table])
    #expect(plan.problems.isEmpty, "\(plan.problems)")
    #expect(plan.evidence.map(\.evidence.id) == ["mfa-1"])
    // Cited for one place and for all: it shows something of all.
    #expect(plan.evidence.first?.evidence.contexts == [])
    let after = try Self.assessment(try Self.applied(plan))
    let answers = Dictionary(uniqueKeysWithValues: after.answers.map { ($0.practice, $0) })
    #expect(answers["mfa"]?.contexts["fleet"]?.evidence == ["mfa-1"])
    #expect(answers["patching"]?.finding.evidence == ["mfa-1"])
    #expect(answers["none"]?.finding.evidence == ["E-1"])
    #expect(after.evidence.map(\.id) == ["E-1", "mfa-1"])
    // A second time finds it registered.
    let again = QuestionnaireComparison.plan(
      [("q", [table])], after, practices: Self.practices)
    #expect(again.isEmpty && again.conflicts.isEmpty && again.problems.isEmpty)
  }

  @Test func whatBothSidesChangedIsAConflict() throws {
    var table = try Self.table()
    try Self.set(&table, "mfa", .extent, .number(0.75))
    try Self.set(&table, "patching", .notes, .text("slow"))
    let changed = Self.yaml.replacing("extent: 0.5", with: "extent: 0.6")
    let plan = try Self.plan([table], changed)
    #expect(plan.conflicts.count == 1)
    let conflict = try #require(plan.conflicts.first)
    #expect(conflict.now == "0.6" && conflict.sheets.map(\.text) == ["0.75"])
    #expect(!conflict.isAmongSheets)
    let kept = try Self.plan([table], changed, .keep)
    #expect(kept.conflicts.isEmpty && kept.changes.map(\.field) == [.notes])
    let taken = try Self.plan([table], changed, .take)
    #expect(taken.conflicts.isEmpty && taken.changes.map(\.after) == ["0.75", "slow"])
    // What only the assessment changed stays.
    let untouched = try Self.plan([try Self.table()], changed)
    #expect(untouched.isEmpty && untouched.conflicts.isEmpty)
  }

  @Test func sheetsThatDisagreeAreNeverDecided() throws {
    var one = try Self.table()
    var two = try Self.table()
    two.file = "two.xlsx"
    try Self.set(&one, "mfa", .extent, .number(0.75))
    try Self.set(&two, "mfa", .extent, .number(0.8))
    for resolution in [QuestionnairePlan.Resolution.refuse, .take] {
      let plan = try Self.plan([one, two], Self.yaml, resolution)
      #expect(plan.conflicts.map(\.isAmongSheets) == [true])
      #expect(plan.conflicts.first?.sheets.compactMap(\.place?.file) == ["q.xlsx", "two.xlsx"])
      #expect(plan.isEmpty)
    }
    // One edited, the other as it was: no conflict.
    let plan = try Self.plan([one, try Self.table()])
    #expect(plan.conflicts.isEmpty && plan.changes.count == 1)
  }

  @Test func theSheetOfAnotherLabIsRefused() throws {
    let plan = try Self.plan(
      [try Self.table()], Self.yaml.replacing("organisation: Lab", with: "organisation: Other"))
    #expect(plan.hasErrors)
    #expect(plan.problems.allSatisfy { $0.id == "other-assessment" })
  }

  @Test func columnsMayMoveAndBeMissing() throws {
    var table = try Self.table()
    try Self.set(&table, "mfa", .extent, .number(0.75))
    let keep: [QuestionnaireColumn] = [.exported, .extent, .status, .context, .practice]
    let positions = keep.compactMap { QuestionnaireColumn.allCases.firstIndex(of: $0) }
    table.rows = table.rows.map { row in
      positions.map { $0 < row.count ? row[$0] : .blank }
    }
    let plan = try Self.plan([table])
    #expect(plan.problems.isEmpty && plan.changes.map(\.field) == [.extent])
  }

  @Test func aRowWithoutItsStampIsTold() throws {
    var table = try Self.table()
    try Self.set(&table, "mfa", .exported, .blank)
    let unedited = try Self.plan([table])
    #expect(unedited.isEmpty && unedited.problems.isEmpty)
    try Self.set(&table, "mfa", .extent, .number(0.75))
    let plan = try Self.plan([table])
    #expect(plan.changes.map(\.after) == ["0.75"])
    #expect(plan.problems.map(\.id) == ["row-without-stamp"])
  }

  @Test func aFileThatIsNoQuestionnaireIsRefused() throws {
    let plan = try Self.plan([FilledTable(file: "x.csv", rows: [[.text("a"), .text("b")]])])
    #expect(plan.problems.map(\.id) == ["not-a-questionnaire"])
    // Without its context an answer for one place would be taken for all.
    var table = try Self.table()
    let head = try #require(table.rows.firstIndex { $0.contains(.text("context")) })
    let column = try #require(table.rows[head].firstIndex(of: .text("context")))
    for row in table.rows.indices where column < table.rows[row].count {
      table.rows[row].remove(at: column)
    }
    let withoutContext = try Self.plan([table])
    #expect(withoutContext.problems.map(\.id) == ["not-a-questionnaire"])
    #expect(withoutContext.isEmpty)
  }
}
