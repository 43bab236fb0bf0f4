internal import ControlModel
internal import Questionnaires

/// What a filled-in questionnaire changes, for people.
struct QuestionnaireText {
  private let plan: QuestionnairePlan
  private let isDryRun: Bool

  init(_ plan: QuestionnairePlan, isDryRun: Bool) {
    self.plan = plan
    self.isDryRun = isDryRun
  }

  func text(files: [String]) -> String {
    let read = "Read \(TextLayout.counted(plan.rows, "row"))."
    guard !plan.isEmpty else {
      // What is in conflict would change something, once it is decided.
      return plan.conflicts.isEmpty ? "\(read) Nothing changes." : read
    }
    let answers = Set(plan.changes.map(\.practice)).count
    let places = TextLayout.counted(files.count, "file")
    let verb = isDryRun ? "would change" : "changed"
    var lines = [
      "\(read) \(TextLayout.counted(answers, "answer")) \(verb) "
        + "(\(TextLayout.counted(plan.changes.count, "field"))), in \(places):"
    ]
    var last: Place?
    for change in plan.changes {
      let place = Place(practice: change.practice, context: change.context)
      if place != last { lines.append(heading(place)) }
      last = place
      lines.append(line(change))
    }
    if !plan.evidence.isEmpty {
      lines.append("new evidence")
      lines += plan.evidence.map { piece in
        let evidence = piece.evidence
        let title = evidence.title.isEmpty ? "" : ", \(evidence.title)"
        return TextLayout.folded(
          "\(evidence.id): \(evidence.file ?? evidence.url ?? "")\(title)", first: "  ", indent: 4)
      }
    }
    lines.append(isDryRun ? "Nothing was written. The files:" : "Wrote:")
    lines += files.map { "  \(Console.clean($0))" }
    return lines.joined(separator: "\n")
  }

  func conflicts() -> String {
    var lines: [String] = []
    for conflict in plan.conflicts {
      let place = heading(Place(practice: conflict.practice, context: conflict.context))
      lines.append("conflict: \(place): \(conflict.field.rawValue)")
      lines.append(
        TextLayout.folded(
          "the assessment says \(quoted(conflict.now))"
            + (conflict.isAmongSheets ? "" : ", changed after the export"), first: "    ",
          indent: 6))
      for sheet in conflict.sheets {
        lines.append(
          TextLayout.folded(
            "\(address(sheet.place)) says \(quoted(sheet.text))", first: "    ", indent: 6))
      }
    }
    let count = TextLayout.counted(plan.conflicts.count, "conflict")
    let isMendable = plan.conflicts.contains { !$0.isAmongSheets }
    let advice =
      isMendable
      ? "--on-conflict keep leaves the assessment as it is there, take lets the sheet win."
      : "Mend the sheets, or leave the assessment as it is there with --on-conflict keep."
    lines.append(TextLayout.folded("\(count); nothing was written. \(advice)"))
    return lines.joined(separator: "\n")
  }

  private struct Place: Equatable {
    var practice: PracticeID
    var context: ContextID?
  }

  private func heading(_ place: Place) -> String {
    Console.clean(place.practice.rawValue + (place.context.map { " in \($0)" } ?? ""))
  }

  private func line(_ change: QuestionnairePlan.Change) -> String {
    let cell = change.place.map { " (\($0.address))" } ?? " (follows from it)"
    return TextLayout.folded(
      "\(change.field.rawValue): \(quoted(change.before)) → \(quoted(change.after))\(cell)",
      first: "  ", indent: 4)
  }

  private func quoted(_ text: String) -> String {
    text.isEmpty ? "nothing" : "'\(TextLayout.cut(text, 60))'"
  }

  private func address(_ place: CellPlace?) -> String {
    place.map { "\($0.file), \($0.address)," } ?? "a sheet"
  }
}
