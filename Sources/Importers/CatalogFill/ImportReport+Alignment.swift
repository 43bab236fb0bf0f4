internal import ControlModel
internal import Diagnostics

extension ImportReport {
  /// What is told of entries that count by place, and of scores.
  var alignment: [Diagnostic] {
    var list: [Diagnostic] = []
    for (series, reason) in misaligned.sorted(by: { $0.key < $1.key }) {
      list.append(
        problem(
          .warning, "import-not-aligned", "\(series) is not filled: \(reason)",
          id: document.entries.first { $0.series == series }?.id ?? "",
          hints: [
            "an id counts the bullets under its heading, and the text of one measure would stand "
              + "under the id of another"
          ]))
    }
    for stranger in strangers {
      list.append(
        problem(
          .warning, "import-stranger",
          "\(stranger.id) has no word of its title in the catalog: compare the two",
          id: stranger.id,
          hints: ["ships: \(stranger.expected)", "read: \(stranger.found.prefix(120))"]))
    }
    list += document.doubtfulTexts.filter { misaligned[series(of: $0)] == nil }
      .prefix(Self.unplacedLimit).map(problem(of:))
    for citation in citations {
      list.append(
        problem(
          .warning, "import-citation", "the heading of \(citation.id) cites \(citation.found)",
          id: citation.id, hints: ["ships: \(citation.expected)"]))
    }
    for score in scores {
      list.append(
        problem(
          .warning, "import-score",
          "the score of \(score.id) reads as \(score.found), and ships as \(score.expected)",
          id: String(score.id.prefix { $0 != " " }),
          hints: ["the shipped score was kept"]))
    }
    if !hasAllScores {
      let read = agreeingScores + scores.count
      list.append(
        problem(
          .warning, "import-scores",
          "\(expectedScores - read) of \(expectedScores) scores were not read",
          hints: ["those that ship were kept"]))
    }
    if let edition = document.otherEdition {
      list.append(
        problem(
          .warning, "import-edition", "is \(edition.name), another edition than '\(catalog)'",
          hints: [edition.note]))
    }
    return list
  }

  private func series(of text: DoubtfulText) -> String { document.entry(text.id)?.series ?? "" }

  /// A line that may not belong to its entry. The text was taken all the same.
  private func problem(of text: DoubtfulText) -> Diagnostic {
    Diagnostic(
      .warning, id: "import-doubtful", "the text of \(text.id) may \(text.reason)",
      at: location(text.locator),
      hints: [
        "\(text.locator.text): \(text.text.prefix(120))" + (text.text.count > 120 ? "…" : ""),
        "compare it with the print, or import the PDF itself",
      ])
  }
}
