internal import ControlModel

/// Entries whose ids count the bullets under a heading, because the print has no ids.
///
/// A bullet more or less would give each entry after it another one's id. So the number has to
/// agree, and no label may say that it belongs to another place.
extension ImportReport {
  mutating func compareSeries(of catalog: Catalog, with document: ImportedDocument) {
    let read = Dictionary(grouping: document.entries.filter { !$0.series.isEmpty }, by: \.series)
    guard !read.isEmpty else { return }
    misaligned = document.doubtfulSeries
    let expected = Dictionary(
      grouping: catalog.controls.filter { Self.series(of: $0) != nil },
      by: { Self.series(of: $0) ?? "" })
    for (series, entries) in read where misaligned[series] == nil {
      guard let controls = expected[series] else { continue }
      if controls.count != entries.count {
        misaligned[series] = "it has \(entries.count) bullets, and the catalog \(controls.count)"
      } else if let (label, id) = Self.misplaced(entries, among: controls) {
        misaligned[series] = "'\(label)' reads like \(id), which has another place"
      } else if let (label, id) = Self.lateLabel(entries, among: controls) {
        misaligned[series] =
          "'\(label)' stands in the middle of \(id), and what stands before it may be another's"
      } else {
        strangers += Self.strangers(entries, among: controls)
      }
    }
    strangers.sort { $0.id < $1.id }
  }

  /// The heading that a control of a catalog counts under: `SL1.WS.STO` for `SL1.WS.STO.2`.
  private static func series(of control: Control) -> String? {
    guard control.idIsSynthetic, control.kind == .requirement || control.kind == .principle,
      let dot = control.id.rawValue.lastIndex(of: "."),
      Int(control.id.rawValue[control.id.rawValue.index(after: dot)...]) != nil
    else { return nil }
    return String(control.id.rawValue[..<dot])
  }

  /// Whether a control stands under a heading whose entries were not taken.
  func isNotAligned(_ control: Control, _ document: ImportedDocument) -> Bool {
    guard !misaligned.isEmpty else { return false }
    if let series = Self.series(of: control) { return misaligned[series] != nil }
    // Ways to meet such a control.
    guard control.kind == .alternative, let dot = control.parent.lastIndex(of: ".") else {
      return false
    }
    return misaligned[String(control.parent[..<dot])] != nil
  }

  /// A label that agrees with another control of its heading and not with its own.
  private static func misplaced(
    _ entries: [ImportedEntry], among controls: [Control]
  ) -> (label: String, id: String)? {
    let titles = controls.map { WordStems.stems(of: $0.title) }
    let labels = entries.map { WordStems.stems(of: $0.title) }
    for (place, label) in labels.enumerated() {
      let own = WordStems.share(of: titles[place], in: label)
      guard own < 0.34 else { continue }
      for (other, title) in titles.enumerated() where other != place {
        let share = WordStems.share(of: title, in: label)
        let rival = WordStems.share(of: title, in: labels[other])
        if share >= 0.75, title.count >= 2, rival < share {
          return (entries[place].title, controls[other].id.rawValue)
        }
      }
    }
    return nil
  }

  /// The title of a control as a sentence in its entry's text, which opens with something else.
  private static func lateLabel(
    _ entries: [ImportedEntry], among controls: [Control]
  ) -> (label: String, id: String)? {
    for (entry, control) in zip(entries, controls) {
      let title = WordStems.stems(of: control.title)
      guard control.kind == .requirement, title.count >= 2,
        WordStems.share(of: title, in: WordStems.stems(of: entry.title)) < 0.34
      else { continue }
      let late = Sentences.split(entry.statement).dropFirst().first { sentence in
        guard sentence.utf8.count <= control.title.utf8.count + 12 else { return false }
        return WordStems.share(of: title, in: WordStems.stems(of: sentence)) == 1
      }
      if let late { return (late, entry.id) }
    }
    return nil
  }

  /// Entries whose wording has no word of their control's title.
  private static func strangers(
    _ entries: [ImportedEntry], among controls: [Control]
  ) -> [Difference] {
    zip(entries, controls).compactMap { entry, control in
      let title = WordStems.stems(of: control.title)
      guard control.kind == .requirement, !title.isEmpty,
        WordStems.share(of: title, in: WordStems.stems(of: entry.statement)) == 0
      else { return nil }
      return Difference(id: entry.id, expected: control.title, found: entry.title)
    }
  }

  /// What the heading cites must be among what the catalog's control cites.
  mutating func compareCitations(_ control: Control, with entry: ImportedEntry) {
    for reference in entry.references where !control.references.contains(reference) {
      citations.append(
        Difference(
          id: entry.id, expected: control.references.joined(separator: ", "), found: reference))
    }
  }

  mutating func countLevels(of catalog: Catalog) {
    let read = Set(found)
    levels = catalog.levels.map { level in
      let members = catalog.controls.filter {
        $0.level == level.id && $0.kind == .requirement
      }
      return LevelCount(
        level: level.id, found: members.count { read.contains($0.id.rawValue) },
        expected: members.count)
    }
  }
}
