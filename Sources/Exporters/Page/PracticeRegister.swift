internal import ControlModel
internal import HTMLTree
internal import Scoring
internal import Tables

/// Every practice with its answers, once.
struct PracticeRegister {
  let index: ResultIndex

  init(_ index: ResultIndex) { self.index = index }

  func html() -> HTML {
    .tag(
      .section, [.id("practices")],
      .tag(.h2, [], "Practices"),
      .tag(
        .p, [.class("note")],
        .text("\(index.result.input.practices.count) practices with what was answered of them.")),
      .tag(.div, [.class("list")], .list(index.result.input.practices.map(practice))))
  }

  private func practice(_ practice: Practice) -> HTML {
    let answer = index.answers[practice.id]
    let groups = grouped(answer)
    let words = groups.map { group in
      groups.count > 1
        ? "\(index.names(group.contexts)): \(status(group.finding))"
        : status(group.finding)
    }
    return .tag(
      .details,
      [
        .class("pr"), .id("p-\(practice.id)"),
        Attribute(.dataOwner, index.owner(of: practice.id)),
      ],
      .tag(
        .summary, [], .tag(.span, [.class("i")], .text(practice.id.rawValue)), " ",
        .tag(.span, [.class("t")], .text(practice.title)), " ",
        .tag(.span, [.class("s")], .text(words.joined(separator: "; ")))),
      .tag(
        .div, [.class("x")],
        practice.description.isEmpty ? .nothing : .tag(.p, [], .text(practice.description)),
        .tag(.p, [.class("f")], .text(facts(practice, answer).joined(separator: "; "))),
        .tag(.ul, [.class("a")], .list(groups.map { finding($0.contexts, $0.finding) })),
        answer.map(notes) ?? .nothing))
  }

  private func facts(_ practice: Practice, _ answer: Answer?) -> [String] {
    var facts = ["layer \(practice.layer.rawValue)", "effort \(practice.effort.rawValue)"]
    let owner = index.owner(of: practice.id)
    if !owner.isEmpty { facts.append("owner \(owner)") }
    if let supplier = answer?.supplier, !supplier.isEmpty { facts.append("supplier \(supplier)") }
    if practice.isOwn { facts.append("your own practice") }
    return facts
  }

  private func notes(_ answer: Answer) -> HTML {
    answer.notes.isEmpty
      ? .nothing : .tag(.p, [.class("notes")], .tag(.b, [], "Notes"), .text(" \(answer.notes)"))
  }

  /// The contexts that say the same stand together.
  private func grouped(_ answer: Answer?) -> [(contexts: [ContextID], finding: Finding)] {
    var groups: [(contexts: [ContextID], finding: Finding)] = []
    for context in index.contexts {
      let finding = answer?.finding(in: context.id) ?? Finding(.unanswered)
      if let known = groups.firstIndex(where: { $0.finding == finding }) {
        groups[known].contexts.append(context.id)
      } else {
        groups.append(([context.id], finding))
      }
    }
    return groups
  }

  private func status(_ finding: Finding) -> String {
    if case .partial(let extent) = finding.status { return "partial \(CSVTable.decimal(extent))" }
    return finding.status.word
  }

  private func finding(_ contexts: [ContextID], _ finding: Finding) -> HTML {
    var words = status(finding)
    if let value = finding.value { words += ", value \(value)" }
    if let planned = finding.plannedValue { words += ", planned value \(planned)" }
    if let due = finding.due { words += ", due \(due)" }
    if !finding.rationale.isEmpty { words += ": \(finding.rationale)" }
    let isWorking: Bool =
      switch finding.status {
      case .implemented, .partial: true
      default: false
      }
    let pieces: [HTML] =
      finding.evidence.isEmpty
      ? (isWorking ? ["; no evidence"] : [])
      : ["; evidence:"] + finding.evidence.flatMap { piece($0, contexts) }
    return .tag(
      .li, [], .tag(.b, [], .text(index.names(contexts))), .text(": \(words)"), .list(pieces))
  }

  private func piece(_ id: EvidenceID, _ contexts: [ContextID]) -> [HTML] {
    guard let piece = index.evidence[id] else { return [.text(" \(id)")] }
    let isElsewhere =
      !piece.contexts.isEmpty && !contexts.allSatisfy { piece.contexts.contains($0) }
    let state = AnswerSummary.words(piece.state(on: index.asOf))
    let words =
      isElsewhere
      ? "\(state), shows \(piece.contexts.map(\.rawValue).joined(separator: ", ")) only" : state
    let until = piece.validUntil.map { " until \($0)" } ?? ""
    return [
      " ", .tag(.a, [.link(to: "evidence-\(id)")], .text(id.rawValue)),
      .text(" (\(words)\(until))"),
    ]
  }
}
