internal import Comparison
internal import ControlModel

/// The difference of two editions for a terminal.
struct DifferenceText {
  private let difference: EditionDifference
  private let paint: Paint?
  private var lines: [String] = []

  init(_ difference: EditionDifference, _ paint: Paint?) {
    self.difference = difference
    self.paint = paint
  }

  func text() -> String {
    var copy = self
    copy.write()
    return copy.lines.joined(separator: "\n")
  }

  private mutating func write() {
    heading()
    counts()
    guard !difference.isEmpty else { return }
    unpaired("Removed", difference.removedGroups, "group")
    unpaired("Removed", difference.removed, "control")
    unpaired("Added", difference.addedGroups, "group")
    unpaired("Added", difference.added, "control")
    divisions()
    counterparts("Groups", difference.groups)
    counterparts("Controls", difference.counterparts)
  }

  private mutating func heading() {
    for (mark, catalog) in [("old: ", difference.old), ("new: ", difference.new)] {
      let version = catalog.version.isEmpty ? "" : ", \(catalog.version)"
      lines.append(
        TextLayout.folded(
          "\(catalog.title) (\(catalog.id)\(version)), "
            + TextLayout.counted(catalog.controls.count, "control"), first: mark, indent: 5))
    }
  }

  private mutating func counts() {
    let both = difference.counterparts.count
    let old = difference.old.controls.count
    let new = difference.new.controls.count
    lines.append("")
    row("in both", both, "of \(old) old and \(new) new controls")
    row("removed", difference.removed.count, "of \(old) old")
    row("added", difference.added.count, "of \(new) new")
    row("unchanged", difference.unchanged.count, "of \(both) in both")
    for change in Counterpart.Change.allCases where difference.count(change) > 0 {
      row(change.rawValue, difference.count(change), "of \(both) in both")
    }
    if !difference.splits.isEmpty { row("split", difference.splits.count, "of \(old) old") }
    if !difference.merges.isEmpty { row("merged", difference.merges.count, "of \(new) new") }
    let sure = difference.counterparts.count { $0.confidence == .sure }
    row("sure", sure, "of \(both) in both that they belong together")
    lines.append("")
    var bases = TextBasis.allCases.map { "\($0.rawValue) \(difference.count(by: $0))" }
    let none = difference.count(by: nil)
    if none > 0 { bases.append("nothing but the id \(none)") }
    lines.append(
      TextLayout.folded(
        "compared by: \(bases.joined(separator: ", ")) (of \(both) in both)", indent: 2))
    if difference.count(by: .summary) > 0 {
      lines.append(
        TextLayout.folded(
          "Summaries are our own words: they may differ where the standards do not, and agree where "
            + "the standards differ.", first: "  ", indent: 2))
    }
  }

  private mutating func row(_ name: String, _ count: Int, _ of: String) {
    lines.append("\(TextLayout.left(name, 11))\(TextLayout.right(String(count), 6)) \(of)")
  }

  private mutating func section(_ title: String) {
    lines.append("")
    lines.append(painted(title, .bold))
  }

  private mutating func unpaired(_ what: String, _ all: [Unpaired], _ noun: String) {
    guard !all.isEmpty else { return }
    section("\(what): \(TextLayout.counted(all.count, noun))")
    for one in all {
      lines.append(
        TextLayout.folded(
          one.control.heading, first: "  \(Console.clean(one.control.id.rawValue))  ", indent: 6))
      if !one.candidates.isEmpty {
        let names = one.candidates.map { "\($0.id) (\($0.similarity / 10) % alike)" }
        lines.append(
          TextLayout.folded(
            "to review; could be \(names.joined(separator: ", "))", first: "      ", indent: 6))
      }
      if one.idIsReused {
        lines.append(
          TextLayout.folded(
            "to review: the other edition uses this id for something else", first: "      ",
            indent: 6))
      }
    }
  }

  private mutating func divisions() {
    let all =
      difference.splits.map { ("split", [$0.whole], $0.parts, $0) }
      + difference.merges.map { ("merged", $0.parts, [$0.whole], $0) }
    guard !all.isEmpty else { return }
    section("Split and merged: \(all.count)")
    for (name, old, new, division) in all {
      let from = old.map(\.rawValue).joined(separator: ", ")
      let to = new.map(\.rawValue).joined(separator: ", ")
      lines.append(
        TextLayout.folded(
          "\(from) → \(to)  \(name), \(division.confidence.rawValue): the parts have "
            + "\(division.covered / 10) % of the whole", first: "  ", indent: 6))
    }
  }

  private mutating func counterparts(_ what: String, _ all: [Counterpart]) {
    let changed = all.filter { !$0.changes.isEmpty }
    guard !changed.isEmpty else { return }
    section("\(what) that differ: \(changed.count) of \(all.count) in both")
    for pair in changed { counterpart(pair) }
  }

  private mutating func counterpart(_ pair: Counterpart) {
    let ids =
      pair.old.id == pair.new.id ? pair.new.id.rawValue : "\(pair.old.id) → \(pair.new.id)"
    let alike =
      pair.changes.contains(.reworded) && pair.words != nil
      ? ", \(pair.similarity / 10) % alike" : ""
    let basis = pair.basis.map { "by \($0.rawValue)" } ?? "by id alone"
    let names = pair.changes.map(\.rawValue).joined(separator: ", ")
    lines.append(
      TextLayout.folded(
        "\(names); \(pair.confidence.rawValue) \(basis)\(alike)",
        first: "  \(Console.clean(ids))  ", indent: 6))
    for change in pair.changes where change != .renumbered && change != .reworded {
      let sides = pair.sides(of: change)
      func shown(_ text: String) -> String { text.isEmpty ? "none" : text }
      lines.append(
        TextLayout.folded(
          "\(change.rawValue): \(shown(sides.old)) → \(shown(sides.new))", first: "      ",
          indent: 8))
    }
    if let words = pair.words {
      let marked = words.runs.map { run in
        switch run.kind {
        case .same: run.text
        case .removed: "[-\(run.text)-]"
        case .added: "{+\(run.text)+}"
        }
      }
      lines.append(
        TextLayout.folded(marked.joined(separator: " "), first: "      ", indent: 6))
    } else if pair.changes.contains(.reworded) {
      lines.append("      the digests differ; the words are not here")
    }
  }

  private func painted(_ text: String, _ colour: Paint.Colour) -> String {
    paint.map { $0(text, colour) } ?? text
  }
}
