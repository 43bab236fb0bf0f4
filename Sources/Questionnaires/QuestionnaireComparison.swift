public import ControlModel
internal import Diagnostics

/// Compares sheets that came back with the assessment as it is now.
public struct QuestionnaireComparison {
  private let assessment: Assessment
  private let practices: [Practice]
  private let answers: [PracticeID: Answer]
  private let resolution: QuestionnairePlan.Resolution
  private var plan = QuestionnairePlan()
  private var problems = CellProblems()
  /// Where rows change an answer that is there without saying what was exported.
  private var unstamped: [CellPlace] = []

  /// What the files would change.
  ///
  /// - Parameters:
  ///   - files: each file with its sheets.
  ///   - assessment: as it is now.
  ///   - practices: those of the library and the user's own.
  public static func plan(
    _ files: [(name: String, tables: [FilledTable])], _ assessment: Assessment,
    practices: [Practice], resolution: QuestionnairePlan.Resolution = .refuse
  ) -> QuestionnairePlan {
    var reading = QuestionnaireReading(assessment, practices: practices)
    for file in files { reading.read(file.tables, file: file.name) }
    var comparison = QuestionnaireComparison(assessment, practices, resolution)
    comparison.problems.add(contentsOf: reading.problems)
    comparison.compare(reading.rows)
    comparison.plan.problems = comparison.problems.diagnostics
    return comparison.plan
  }

  private init(
    _ assessment: Assessment, _ practices: [Practice], _ resolution: QuestionnairePlan.Resolution
  ) {
    self.assessment = assessment
    self.practices = practices
    self.resolution = resolution
    answers = Dictionary(assessment.answers.map { ($0.practice, $0) }) { first, _ in first }
  }

  /// One practice in one context.
  private struct Key: Hashable {
    var practice: PracticeID
    var context: ContextID?
  }

  private mutating func compare(_ filled: [FilledRow]) {
    var rows = filled
    plan.rows = rows.count
    addEvidence(&rows)
    var order: [Key] = []
    var byKey: [Key: [FilledRow]] = [:]
    for row in rows {
      let key = Key(practice: row.practice.id, context: row.context)
      if byKey[key] == nil { order.append(key) }
      byKey[key, default: []].append(row)
    }
    for key in order { compare(key, byKey[key] ?? []) }
    warnOfUnstamped()
  }

  private mutating func warnOfUnstamped() {
    guard let first = unstamped.first else { return }
    let count =
      unstamped.count == 1 ? "a row changes an answer" : "\(unstamped.count) rows change answers"
    problems.add(
      .warning, "row-without-stamp", "\(count) without saying what was exported", first,
      hints: ["whether the assessment was changed since cannot be told: look at the changes"])
  }

  // MARK: One answer in one place

  private mutating func compare(_ key: Key, _ rows: [FilledRow]) {
    guard let practice = rows.first?.practice else { return }
    let answer = answers[key.practice]
    let isThere = key.context.map { answer?.contexts[$0] != nil } ?? true
    // What a place inherits is nothing of its own: a new row there stands alone.
    let isNew = !isThere && rows.allSatisfy { $0.stamp == nil }
    var now = isNew ? AnswerTexts() : AnswerTexts(answer, in: key.context, practice)
    if isNew { now[.status] = "" }
    var after = now
    var changed: [AnswerField: CellPlace?] = [:]
    for field in AnswerField.allCases {
      guard let text = decided(field, key, rows, now[field]) else { continue }
      after[field] = text.text
      changed[field] = .some(text.place)
    }
    guard !changed.isEmpty else { return }
    let edited = Set(changed.keys)
    if !isNew, answer != nil {
      unstamped += rows.filter { row in
        row.stamp == nil
          && AnswerField.allCases.contains {
            row.texts[$0] != nil && changed[$0] != nil && row.texts[$0] == after[$0]
          }
      }.compactMap { $0.places[.practice] }
    }
    check(key, rows, &after, edited)
    for field in AnswerField.allCases where after[field] != now[field] {
      plan.changes.append(
        .init(
          practice: key.practice, context: key.context, field: field, before: now[field],
          after: after[field], place: changed[field] ?? nil))
    }
  }

  /// What a field shall say; nil where it stays as it is.
  private mutating func decided(
    _ field: AnswerField, _ key: Key, _ rows: [FilledRow], _ now: String
  ) -> (text: String, place: CellPlace?)? {
    let edited = rows.filter { $0.isEdited(field) }
    var statements: [QuestionnairePlan.Conflict.Statement] = []
    for row in edited {
      let text = row.texts[field] ?? ""
      guard !statements.contains(where: { $0.text == text }) else { continue }
      statements.append(.init(text: text, place: row.place(of: field)))
    }
    guard let first = statements.first else { return nil }
    func conflict(isAmongSheets: Bool) -> QuestionnairePlan.Conflict {
      .init(
        practice: key.practice, context: key.context, field: field, now: now,
        sheets: statements, isAmongSheets: isAmongSheets)
    }
    if statements.count > 1 {
      if resolution != .keep { plan.conflicts.append(conflict(isAmongSheets: true)) }
      return nil
    }
    guard first.text != now else { return nil }
    let isChangedMeanwhile = edited.contains { row in
      row.stamp.map { $0.marks[field] != AnswerTexts.mark(now) } ?? false
    }
    guard isChangedMeanwhile else { return (first.text, first.place) }
    switch resolution {
    case .take: return (first.text, first.place)
    case .keep: return nil
    case .refuse:
      plan.conflicts.append(conflict(isAmongSheets: false))
      return nil
    }
  }

  // MARK: What goes together

  /// Checks what an answer would say, and clears what a new status leaves without meaning.
  private mutating func check(
    _ key: Key, _ rows: [FilledRow], _ after: inout AnswerTexts, _ edited: Set<AnswerField>
  ) {
    let status = after[.status]
    func place(_ field: AnswerField) -> CellPlace? { rows.last?.place(of: field) }
    func require(_ field: AnswerField, _ hint: String) {
      guard after[field].isEmpty, rows.allSatisfy({ $0.texts[field] != nil }) else { return }
      error("'\(status)' needs '\(field.rawValue)'", place(field), [hint])
    }
    switch status {
    case "partial": require(.extent, "how far does it work, between 0 and 1? such as 0.5")
    case "planned": require(.due, "a day as YYYY-MM-DD; say 'absent' when none is set")
    case "not-applicable": require(.rationale, "why does it make no sense here?")
    case "":
      error("a row for a new place needs a status", place(.status), [])
    default: break
    }
    if status != "partial" {
      clear(
        .extent, &after, edited, place(.extent),
        "'extent' goes with 'partial', not with '\(status)'")
    }
    if !after[.plannedValue].isEmpty, after[.due].isEmpty {
      error("'planned value' needs 'due'", place(.due), ["a day as YYYY-MM-DD"])
    }
    if status != "partial", status != "planned",
      status != "implemented" || after[.plannedValue].isEmpty
    {
      clear(
        .due, &after, edited, place(.due),
        "'due' goes with 'planned', 'partial' or 'planned value', not with '\(status)'")
    }
  }

  /// Empties a field that says nothing any more, unless somebody just filled it in.
  private mutating func clear(
    _ field: AnswerField, _ after: inout AnswerTexts, _ edited: Set<AnswerField>,
    _ place: CellPlace?, _ summary: String
  ) {
    guard !after[field].isEmpty else { return }
    if edited.contains(field) {
      error(summary, place, ["empty the cell, or choose another status"])
    } else {
      after[field] = ""
    }
  }

  private mutating func error(_ summary: String, _ place: CellPlace?, _ hints: [String]) {
    problems.add(.error, "bad-cell", summary, place, hints: hints)
  }

  // MARK: Evidence

  /// Gives new pieces their ids, and lets their rows cite them.
  private mutating func addEvidence(_ rows: inout [FilledRow]) {
    var taken = Set(assessment.evidence.map(\.id))
    for index in rows.indices {
      guard let new = rows[index].newEvidence else { continue }
      let id: EvidenceID
      if let known = assessment.evidence.first(where: { $0.isKept(where: new.evidence) }) {
        id = known.id
        warnOfDifferences(new, known)
      } else if let before = plan.evidence.firstIndex(where: {
        $0.evidence.isKept(where: new.evidence)
      }) {
        id = plan.evidence[before].evidence.id
        join(new, before)
      } else {
        id = Self.freeID(rows[index].practice.id, &taken)
        var piece = new
        piece.evidence.id = id
        plan.evidence.append(piece)
      }
      cite(id, &rows[index])
    }
  }

  private func cite(_ id: EvidenceID, _ row: inout FilledRow) {
    guard let text = row.texts[.evidence] else { return }
    let ids = text.isEmpty ? [] : text.split(separator: "; ").map(String.init)
    guard !ids.contains(id.rawValue) else { return }
    row.texts[.evidence] = (ids + [id.rawValue]).joined(separator: "; ")
  }

  private static func freeID(
    _ practice: PracticeID, _ taken: inout Set<EvidenceID>
  ) -> EvidenceID {
    var number = 1
    while true {
      let id = EvidenceID("\(practice.rawValue.prefix(100))-\(number)")
      if taken.insert(id).inserted { return id }
      number += 1
    }
  }

  /// The same piece in another row shows something of that row's place too.
  private mutating func join(_ new: NewEvidence, _ position: Int) {
    let first = plan.evidence[position].evidence
    if !first.describesSame(as: new.evidence) {
      error(
        "the new evidence '\(new.evidence.location)' is described in two ways", new.place,
        ["the other one is at \(plan.evidence[position].place.address)"])
    }
    guard !first.contexts.isEmpty else { return }
    plan.evidence[position].evidence.contexts =
      new.evidence.contexts.isEmpty
      ? [] : first.contexts + new.evidence.contexts.filter { !first.contexts.contains($0) }
  }

  private mutating func warnOfDifferences(_ new: NewEvidence, _ known: Evidence) {
    guard !new.evidence.describesSame(as: known) else { return }
    problems.add(
      .warning, "registered-evidence",
      "'\(known.location)' is registered as '\(known.id)', whose entry is not changed", new.place,
      hints: ["change its title, days or digest in the assessment itself"])
  }
}

extension Evidence {
  var location: String { file ?? url ?? "" }

  /// Whether it is the same file or address.
  fileprivate func isKept(where other: Evidence) -> Bool {
    file == other.file && url == other.url
  }

  /// Whether what is said of one agrees with what is said of the other; what is not said agrees.
  fileprivate func describesSame(as other: Evidence) -> Bool {
    func agree(_ one: String, _ two: String) -> Bool { one.isEmpty || two.isEmpty || one == two }
    return agree(AnswerTexts.plain(title), AnswerTexts.plain(other.title))
      && agree(kind, other.kind) && agree(sha256, other.sha256)
      && agree(shows?.description ?? "", other.shows?.description ?? "")
      && agree(validUntil?.description ?? "", other.validUntil?.description ?? "")
  }
}
