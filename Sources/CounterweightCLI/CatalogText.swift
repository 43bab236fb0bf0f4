internal import ControlModel

/// A catalog for a terminal of 80 columns.
enum CatalogText {
  static func text(_ catalog: Catalog, whole: Bool) -> String {
    var lines: [String] = []
    if whole {
      lines.append(TextLayout.folded("\(catalog.id)  \(catalog.title)"))
      let edition = [catalog.publisher, catalog.version, catalog.published]
      lines.append(TextLayout.folded(edition.filter { !$0.isEmpty }.joined(separator: ", ")))
      if !catalog.licence.isEmpty { lines.append(TextLayout.folded(catalog.licence)) }
      if !catalog.attribution.isEmpty { lines.append(TextLayout.folded(catalog.attribution)) }
      if let newer = catalog.supersededBy { lines.append("superseded by \(newer)") }
      lines += catalog.notes.map { TextLayout.foldedLines($0, first: "Note: ", indent: 2) }
      if catalog.controls.isEmpty { lines.append("It holds no controls.") }
      lines += catalog.levels.map {
        TextLayout.folded("\($0.id)  \($0.definition)", first: "  ", indent: 6)
      }
    }
    let groups = Dictionary(catalog.groups.map { ($0.id.rawValue, $0) }) { first, _ in first }
    var shown: Set<String> = []
    for control in catalog.controls {
      if whole {
        for group in headings(above: control, groups) where shown.insert(group.id.rawValue).inserted
        {
          lines.append("")
          lines.append(TextLayout.folded("\(group.title) [\(group.id)]"))
        }
      }
      lines += self.lines(
        control, whole: whole, wording: catalog.source.isPublishers ? "official" : "text")
    }
    return lines.joined(separator: "\n")
  }

  private static func headings(above control: Control, _ groups: [String: Group]) -> [Group] {
    var path: [Group] = []
    var parent = control.parent
    while let group = groups[parent], path.count < 64 {
      path.append(group)
      parent = group.parent?.rawValue ?? ""
    }
    return path.reversed()
  }

  private static func lines(
    _ control: Control, whole: Bool, wording: String
  ) -> [String] {
    var facts: [String] = []
    if control.kind != .requirement { facts.append(control.kind.rawValue) }
    if control.kind == .indicator, !control.category.isEmpty { facts.append(control.category) }
    if let modality = control.modality { facts.append(modality.rawValue) }
    if !control.level.isEmpty { facts.append(control.level) }
    if !control.feasibility.isEmpty {
      let scores = control.feasibility.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      facts.append(scores.joined(separator: ", "))
    }
    let mark = facts.isEmpty ? "" : " (\(facts.joined(separator: "; ")))"
    // Without a title, the wordings below say what it is.
    let name = control.statement == nil || !control.title.isEmpty ? control.heading : ""
    var lines = [
      TextLayout.folded(
        "\(control.id)\(name.isEmpty ? "" : "  ")\(name)\(mark)", first: "  ", indent: 6)
    ]
    if let statement = control.statement {
      lines.append(TextLayout.foldedLines(statement, first: "      \(wording): ", indent: 6))
    }
    if !whole || control.statement != nil, !control.title.isEmpty || control.statement != nil,
      !control.summary.isEmpty
    {
      lines.append(TextLayout.folded(control.summary, first: "      in own words: ", indent: 6))
    }
    guard !whole else { return lines }
    func add(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      lines.append(TextLayout.foldedLines(text, first: "      \(name): ", indent: 8))
    }
    add("stands at", control.locator.text)
    add("obliges", control.appliesTo.map(\.rawValue).joined(separator: ", "))
    add("condition", control.condition)
    for parameter in control.parameters {
      add(
        "threshold",
        "\(parameter.name) \(parameter.value) \(parameter.unit)"
          + (parameter.isFirm ? " (firm)" : " (an example in the source)"))
    }
    for aspect in control.aspects { add("aspect", "\(aspect.id): \(aspect.title)") }
    for lower in control.supersedes {
      add("supersedes", "\(lower.id) (\(lower.basis.rawValue)) \(lower.note)")
    }
    add("references", control.references.joined(separator: "; "))
    for note in control.notes { add("note", note) }
    return lines
  }
}
