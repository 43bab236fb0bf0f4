internal import ControlModel
internal import HTMLTree
internal import Scoring

/// Every piece of evidence with its state on the day.
struct EvidenceRegister {
  let index: ResultIndex

  init(_ index: ResultIndex) { self.index = index }

  func html() -> HTML {
    let pieces = index.result.input.assessment.evidence.sorted { $0.id < $1.id }
    return .tag(
      .section, [.id("evidence")],
      .tag(.h2, [], "Evidence"),
      .tag(.p, [.class("note")], .text(AnswerSummary.evidence(index.result) + ".")),
      pieces.isEmpty ? .nothing : table(pieces))
  }

  private func table(_ pieces: [Evidence]) -> HTML {
    let head = ["Id", "Title", "State", "Shows", "Valid until", "Contexts", "Where", "SHA-256"]
    return .tag(
      .div,
      [
        .class("scroll"), Attribute(.tabindex, "0"), Attribute(.role, "group"),
        Attribute(.label, "Evidence register"),
      ],
      .tag(
        .table, [.class("evidence")],
        .tag(
          .thead, [],
          .tag(.tr, [], .list(head.map { .tag(.th, [Attribute(.scope, "col")], .text($0)) }))),
        .tag(.tbody, [], .list(pieces.map(row)))))
  }

  private func row(_ piece: Evidence) -> HTML {
    let state = piece.state(on: index.asOf)
    let cells = [
      [piece.title, piece.kind].filter { !$0.isEmpty }.joined(separator: "; "),
      AnswerSummary.words(state), piece.shows.map(\.description) ?? "",
      piece.validUntil.map(\.description) ?? "no end",
      piece.contexts.isEmpty ? "all" : piece.contexts.map(\.rawValue).joined(separator: ", "),
      // As text, even where it is an address: the page leads nowhere.
      piece.file ?? piece.url ?? "",
    ]
    return .tag(
      .tr, [.id("evidence-\(piece.id)"), .class("e-\(state.rawValue)")],
      .tag(.th, [Attribute(.scope, "row")], .text(piece.id.rawValue)),
      .list(cells.map { .tag(.td, [], .text($0)) }),
      .tag(.td, [], .tag(.code, [], .text(piece.sha256))))
  }
}
