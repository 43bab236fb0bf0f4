internal import ControlModel

/// Groups and controls of the unified model as OSCAL has them.
struct OSCALExportContent {
  let names: OSCALTokens
  let controls: [String: [Control]]
  let groups: [String: [Group]]

  private static let depthLimit = 32

  /// The groups within a group; an empty id is the catalog itself.
  func groups(in parent: String, depth: Int = 0) -> [OSCALGroup] {
    guard depth < Self.depthLimit else { return [] }
    return (groups[parent] ?? []).map { group in
      let id = group.id.rawValue
      var made = OSCALGroup(
        id: names[id], class: OSCALTokens.token(group.kind),
        title: OSCALMarkupLine(text: group.title.isEmpty ? id : group.title),
        props: label(id) + Self.properties(locator(group.locator)),
        groups: groups(in: id, depth: depth + 1), controls: controls(in: id))
      if let part = part("overview", isCore: true, group.summary) { made.parts.append(part) }
      guard !made.groups.isEmpty, !made.controls.isEmpty else { return made }
      // OSCAL's groups hold groups or controls, not both.
      made.groups.append(
        OSCALGroup(
          id: names[id] + "_controls", class: made.class, title: made.title,
          controls: made.controls))
      made.controls = []
      return made
    }
  }

  /// The controls within a group or control.
  func controls(in parent: String, depth: Int = 0) -> [OSCALControl] {
    guard depth < Self.depthLimit else { return [] }
    return (controls[parent] ?? []).map { control in
      let id = control.id.rawValue
      return OSCALControl(
        id: names[id], class: OSCALTokens.token(control.kind.rawValue),
        title: OSCALMarkupLine(text: OSCALTokens.line(control.heading, or: id)),
        params: parameters(of: control), props: properties(of: control), links: links(of: control),
        parts: parts(of: control), controls: controls(in: id, depth: depth + 1))
    }
  }

  private func label(_ id: String) -> [OSCALProperty] {
    [OSCALProperty(name: "label", value: id)]
  }

  private func properties(of control: Control) -> [OSCALProperty] {
    var facts: [(String, String)] = [
      ("title-is-ours", control.title.isEmpty ? "true" : ""),
      ("id-is-synthetic", control.idIsSynthetic ? "true" : ""),
      ("modality", control.modality?.rawValue ?? ""), ("level", control.level),
      ("category", control.category), ("combination", control.combination?.rawValue ?? ""),
      ("relevant-level", control.relevantLevel),
      ("rapidly-changing", control.rapidlyChanging ? "true" : ""),
      ("statement-sha256", control.statementSHA256),
    ]
    facts += control.secondaryModality.map { ("secondary-modality", $0.rawValue) }
    facts += control.appliesTo.map { ("applies-to", $0.rawValue) }
    facts += control.lifecycle.map { ("lifecycle", $0.rawValue) }
    facts += control.references.map { ("reference", $0) }
    facts += control.related.filter { !names.has($0) }.map { ("related", $0) }
    if let counts = control.indicators {
      facts += [
        ("indicators-not-achieved", String(counts.notAchieved)),
        ("indicators-partially-achieved", String(counts.partiallyAchieved)),
        ("indicators-achieved", String(counts.achieved)),
      ]
    }
    facts += control.feasibility.sorted { $0.key < $1.key }.map {
      ("feasibility_\(OSCALTokens.token($0.key))", String($0.value))
    }
    return label(control.id.rawValue) + Self.properties(facts + locator(control.locator))
  }

  private func links(of control: Control) -> [OSCALLink] {
    control.related.filter(names.has).map { OSCALLink(href: "#\(names[$0])", rel: "related") }
      + control.supersedes.map { lower in
        OSCALLink(
          href: "#\(names[lower.id.rawValue])", rel: "supersedes",
          text: OSCALMarkupLine(
            text: [lower.basis.rawValue, lower.note].filter { !$0.isEmpty }.joined(separator: ": "))
        )
      }
  }

  private func parameters(of control: Control) -> [OSCALParameter] {
    var taken: Set<String> = []
    return control.parameters.map { parameter in
      let name = "\(names[control.id.rawValue])_prm_\(OSCALTokens.token(parameter.name))"
      var id = name
      while !taken.insert(id).inserted { id += "_" }
      return OSCALParameter(
        id: id,
        props: Self.properties([
          ("unit", parameter.unit), ("firm", parameter.isFirm ? "true" : "false"),
        ]), label: OSCALMarkupLine(text: parameter.name),
        values: [OSCALTokens.line(parameter.value, or: "none")])
    }
  }

  private func parts(of control: Control) -> [OSCALPart] {
    var parts: [OSCALPart] = []
    if let part = part("statement", isCore: true, control.statement ?? "") { parts.append(part) }
    if let part = part("overview", isCore: true, control.summary) { parts.append(part) }
    if let part = part("condition", isCore: false, control.condition) { parts.append(part) }
    for aspect in control.aspects {
      guard
        var part = part(
          "aspect", isCore: false, aspect.title.isEmpty ? aspect.id.rawValue : aspect.title)
      else { continue }
      part.id = "\(names[control.id.rawValue])_asp_\(OSCALTokens.token(aspect.id.rawValue))"
      part.props = label(aspect.id.rawValue) + Self.properties([("weight", "\(aspect.weight)")])
      parts.append(part)
    }
    parts += control.notes.compactMap { part("note", isCore: false, $0) }
    return parts
  }

  /// A part with prose, a paragraph for each line; nil when there is nothing to say.
  private func part(_ name: String, isCore: Bool, _ text: String) -> OSCALPart? {
    let lines = text.split(whereSeparator: \.isNewline).map { OSCALTokens.line(String($0), or: "") }
      .filter { !$0.isEmpty }
    guard !lines.isEmpty else { return nil }
    return OSCALPart(
      name: name, ns: isCore ? nil : OSCALCatalogExport.namespace,
      prose: OSCALMarkupMultiline(lines.map { .paragraph([.text($0)]) }))
  }

  private func locator(_ locator: Locator) -> [(String, String)] {
    locator.parts.map { ("locator_\($0.name)", $0.value) }
  }

  /// Properties of our own; those without a value are left out.
  static func properties(_ facts: [(String, String)]) -> [OSCALProperty] {
    facts.compactMap { property($0.0, $0.1) }
  }

  static func property(_ name: String, _ value: String) -> OSCALProperty? {
    let line = OSCALTokens.line(value, or: "")
    guard !line.isEmpty else { return nil }
    return OSCALProperty(
      name: OSCALTokens.token(name), ns: OSCALCatalogExport.namespace, value: line)
  }
}
