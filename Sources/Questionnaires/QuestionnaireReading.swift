internal import ControlModel
internal import Diagnostics

/// Reads sheets that came back.
struct QuestionnaireReading {
  let assessment: Assessment
  private let practices: [PracticeID: Practice]
  private let practiceNames: [String]
  private(set) var problems = CellProblems()
  private(set) var rows: [FilledRow] = []
  /// How many rows of the file at hand say what was exported.
  private var stamped = 0
  /// Those of them that were exported from another assessment.
  private var foreign: [CellPlace] = []

  init(_ assessment: Assessment, practices: [Practice]) {
    self.assessment = assessment
    self.practices = Dictionary(practices.map { ($0.id, $0) }) { first, _ in first }
    practiceNames = practices.map(\.id.rawValue)
  }

  /// Reads the tables of one file; sheets without our heads are passed over.
  mutating func read(_ tables: [FilledTable], file: String) {
    let found = tables.compactMap { table in Self.header(of: table).map { (table, $0) } }
    guard !found.isEmpty else {
      problems.add(
        "not-a-questionnaire", "no sheet has the columns 'practice', 'context' and 'status'",
        file: file,
        hints: ["'counterweight questionnaire export' makes a questionnaire"])
      return
    }
    let before = (problems: problems, rows: rows.count)
    stamped = 0
    foreign = []
    for (table, header) in found { read(table, header) }
    guard let first = foreign.first else { return }
    // A sheet of another assessment has other places and evidence too; that is no news.
    if foreign.count == stamped {
      problems = before.problems
      rows.removeSubrange(before.rows...)
    }
    for place in foreign {
      problems.add(
        .error, "other-assessment",
        "the row was exported from the assessment of another organisation", place,
        hints: ["this one is of '\(assessment.organisation)'", "is \(first.file) the right file?"])
    }
  }

  // MARK: The head

  /// The columns of a table, and the row below its head.
  private struct Header {
    var columns: [QuestionnaireColumn: Int]
    var firstRow: Int
    var unknown: [(text: String, column: Int)]
    var repeated: [(text: String, column: Int)]
  }

  /// The first row that names practice, context and status, among the first 50. Without its context
  /// an answer for one place would be taken for all; and the sheets of a report have none.
  private static func header(of table: FilledTable) -> Header? {
    for (position, row) in table.rows.prefix(50).enumerated() {
      var columns: [QuestionnaireColumn: Int] = [:]
      var unknown: [(String, Int)] = []
      var repeated: [(String, Int)] = []
      for (column, cell) in row.enumerated() {
        guard case .text(let text) = cell else { continue }
        let name = AnswerTexts.plain(text).lowercased()
        guard let known = QuestionnaireColumn(rawValue: name) else {
          if !name.isEmpty { unknown.append((text, column)) }
          continue
        }
        if columns[known] == nil {
          columns[known] = column
        } else {
          repeated.append((text, column))
        }
      }
      if [.practice, .context, .status].allSatisfy({ columns[$0] != nil }) {
        return Header(
          columns: columns, firstRow: position + 1, unknown: unknown, repeated: repeated)
      }
    }
    return nil
  }

  private mutating func read(_ table: FilledTable, _ header: Header) {
    let head = header.firstRow - 1
    for (text, column) in header.repeated {
      error(
        "duplicate-column", "the column '\(text)' stands twice",
        place(table, head, column), hints: ["remove one of them"])
    }
    let names = QuestionnaireColumn.allCases.filter(\.isInput).map(\.rawValue)
    for (text, column) in header.unknown {
      let place = place(table, head, column)
      problems.add(
        .warning, "unknown-column", "the column '\(text)' is not one of ours and not read", place,
        hints: NearestMatch.hints(text, in: names))
    }
    for (position, cells) in table.rows.enumerated().dropFirst(header.firstRow) {
      read(cells, position, table, header)
    }
  }

  private func place(_ table: FilledTable, _ row: Int, _ column: Int) -> CellPlace {
    CellPlace(file: table.file, sheet: table.sheet, row: row, column: column)
  }

  private mutating func error(
    _ id: String, _ summary: String, _ place: CellPlace,
    hints: @autoclosure () -> [String] = []
  ) {
    problems.add(.error, id, summary, place, hints: hints())
  }

  // MARK: A row

  private mutating func read(
    _ cells: [FilledTable.Cell], _ position: Int, _ table: FilledTable, _ header: Header
  ) {
    var texts: [QuestionnaireColumn: String] = [:]
    var raw: [QuestionnaireColumn: FilledTable.Cell] = [:]
    var places: [QuestionnaireColumn: CellPlace] = [:]
    for (column, index) in header.columns {
      places[column] = place(table, position, index)
      raw[column] = index < cells.count ? cells[index] : .blank
    }
    for column in QuestionnaireColumn.allCases {
      guard let cell = raw[column], let place = places[column] else { continue }
      do throws(CellReading.Problem) {
        texts[column] = try CellReading.text(cell, column, isCSV: table.isCSV)
      } catch {
        if column.isInput || column == .practice { report(error, place) }
      }
    }
    // Rows that were left empty below the others.
    guard
      texts.contains(where: {
        $0.key.isInput && !$0.value.isEmpty || $0.key == .practice && !$0.value.isEmpty
      })
    else { return }
    guard let practice = practice(texts, places) else { return }
    guard let context = context(texts, places) else { return }
    var row = FilledRow(practice: practice, context: context.id, places: places)
    row.stamp = stamp(texts, places, practice, context.id)
    for field in AnswerField.allCases {
      guard let column = QuestionnaireColumn(rawValue: field.rawValue), let text = texts[column],
        let cell = raw[column], let place = places[column]
      else { continue }
      do throws(CellReading.Problem) {
        row.texts[field] = try value(field, text, cell, practice, context.id)
      } catch {
        report(error, place)
      }
    }
    row.newEvidence = newEvidence(texts, raw, places, context.id)
    rows.append(row)
  }

  private mutating func report(_ problem: CellReading.Problem, _ place: CellPlace) {
    error("bad-cell", problem.summary, place, hints: problem.hints)
  }

  private mutating func practice(
    _ texts: [QuestionnaireColumn: String], _ places: [QuestionnaireColumn: CellPlace]
  ) -> Practice? {
    guard let text = texts[.practice], let place = places[.practice] else { return nil }
    if let practice = practices[PracticeID(text)] { return practice }
    // A damaged id beside a whole stamp is no riddle, but it is no answer either.
    let stamped = texts[.exported].flatMap(RowStamp.init)?.practice.rawValue
    let names = practiceNames
    error(
      "unknown-practice",
      text.isEmpty ? "the row names no practice" : "there is no practice '\(text)'", place,
      hints: stamped.map { ["the row was exported for '\($0)'"] }
        ?? NearestMatch.hints(text, in: names))
    return nil
  }

  /// Nil where it cannot be read.
  private mutating func context(
    _ texts: [QuestionnaireColumn: String], _ places: [QuestionnaireColumn: CellPlace]
  ) -> (id: ContextID?, Void)? {
    guard let text = texts[.context], let place = places[.context], !text.isEmpty else {
      return (nil, ())
    }
    if text.lowercased() == Questionnaire.everyContext { return (nil, ()) }
    let known = assessment.contexts.map(\.id.rawValue)
    if known.contains(text) { return (ContextID(text), ()) }
    error(
      "unknown-context", "there is no context '\(text)'", place,
      hints: NearestMatch.hints(text, in: known + [Questionnaire.everyContext])
        + ["it is one of: \(([Questionnaire.everyContext] + known).joined(separator: ", "))"])
    return nil
  }

  /// The stamp, when it is of this row: a row that was copied for another place carries the stamp
  /// of the one that it was copied from.
  private mutating func stamp(
    _ texts: [QuestionnaireColumn: String], _ places: [QuestionnaireColumn: CellPlace],
    _ practice: Practice, _ context: ContextID?
  ) -> RowStamp? {
    guard let text = texts[.exported], let stamp = RowStamp(text) else { return nil }
    stamped += 1
    if stamp.organisation != AnswerTexts.mark(assessment.organisation),
      let place = places[.practice]
    {
      foreign.append(place)
    }
    return stamp.practice == practice.id && stamp.context == context ? stamp : nil
  }

  private func value(
    _ field: AnswerField, _ text: String, _ cell: FilledTable.Cell, _ practice: Practice,
    _ context: ContextID?
  ) throws(CellReading.Problem) -> String {
    switch field {
    case .status:
      guard !text.isEmpty else {
        throw CellReading.Problem(
          summary: "the row has no status",
          hints: ["it is one of: \(Finding.Status.words.joined(separator: ", "))"])
      }
      return try CellReading.status(text)
    case .extent: return try CellReading.extent(text)
    case .value, .plannedValue:
      return try CellReading.value(text, of: practice, named: field.rawValue)
    case .due: return try DayReading.day(cell, text, named: field.rawValue)
    case .evidence:
      return try CellReading.evidence(text, known: assessment.evidence.map(\.id))
    case .rationale: return text
    case .owner, .supplier, .notes:
      guard context == nil || text.isEmpty else {
        throw CellReading.Problem(
          summary: "'\(field.rawValue)' belongs to the answer as a whole",
          hints: ["write it into the row for '\(Questionnaire.everyContext)'"])
      }
      return text
    }
  }

  // MARK: New evidence

  private mutating func newEvidence(
    _ texts: [QuestionnaireColumn: String], _ raw: [QuestionnaireColumn: FilledTable.Cell],
    _ places: [QuestionnaireColumn: CellPlace], _ context: ContextID?
  ) -> NewEvidence? {
    func text(_ column: QuestionnaireColumn) -> String { texts[column] ?? "" }
    let filled = QuestionnaireColumn.newEvidence.filter { !text($0).isEmpty }
    guard let first = filled.first, let place = places[first] else { return nil }
    let location = text(.newLocation)
    guard !location.isEmpty else {
      error(
        "missing-location", "new evidence needs a file or an address",
        places[.newLocation] ?? place, hints: ["such as evidence/policy.pdf"])
      return nil
    }
    var days: [QuestionnaireColumn: CalendarDate] = [:]
    for column in [QuestionnaireColumn.newShows, .newValidUntil] {
      do throws(CellReading.Problem) {
        let day = try DayReading.day(raw[column] ?? .blank, text(column), named: column.rawValue)
        days[column] = CalendarDate(day)
      } catch {
        report(error, places[column] ?? place)
      }
    }
    let digest = text(.newSHA256).lowercased()
    if !digest.isEmpty, digest.utf8.count != 64 || !digest.allSatisfy(\.isHexDigit) {
      error(
        "bad-cell", "'sha256' must be 64 hex digits", places[.newSHA256] ?? place,
        hints: ["sha256sum FILE prints it"])
    }
    let isAddress = location.contains("://")
    return NewEvidence(
      evidence: Evidence(
        id: "", title: text(.newTitle), kind: text(.newKind), file: isAddress ? nil : location,
        url: isAddress ? location : nil, sha256: digest, shows: days[.newShows],
        validUntil: days[.newValidUntil], contexts: context.map { [$0] } ?? []),
      place: places[.newLocation] ?? place)
  }
}
