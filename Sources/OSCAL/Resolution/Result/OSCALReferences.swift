/// What texts and links refer to: parameters that they insert, and resources of the same document.
struct OSCALReferences {
  /// The ids of parameters.
  private(set) var insertedParameters: Set<String> = []
  /// The ids behind `#`.
  private(set) var fragments: Set<String> = []

  mutating func visit(_ metadata: OSCALMetadata) {
    visit(metadata.title)
    visit(metadata.remarks)
    visit(metadata.props)
    visit(metadata.links)
    for nodes in [
      metadata.revisions, metadata.roles, metadata.locations, metadata.parties,
      metadata.responsibleParties, metadata.actions,
    ] {
      for node in nodes { visit(node) }
    }
  }

  mutating func visit(_ body: ResolvedBody) {
    for control in body.controls { visit(control) }
    for group in body.groups { visit(group) }
  }

  /// All of a group but its parameters, which stay only if something refers to them.
  private mutating func visit(_ group: OSCALGroup) {
    visit(group.title)
    visit(group.props)
    visit(group.links)
    for part in group.parts { visit(part) }
    for control in group.controls { visit(control) }
    for child in group.groups { visit(child) }
  }

  mutating func visit(_ control: OSCALControl) {
    visit(control.title)
    for parameter in control.params { visit(parameter) }
    visit(control.props)
    visit(control.links)
    for part in control.parts { visit(part) }
    for child in control.controls { visit(child) }
  }

  mutating func visit(_ parameter: OSCALParameter) {
    visit(parameter.props)
    visit(parameter.links)
    visit(parameter.label)
    visit(parameter.usage)
    visit(parameter.remarks)
    for constraint in parameter.constraints {
      visit(constraint.description)
      for test in constraint.tests { visit(test.remarks) }
    }
    for guideline in parameter.guidelines { visit(guideline.prose) }
    for choice in parameter.select?.choices ?? [] { visit(choice) }
    if let other = parameter.dependsOn { insertedParameters.insert(other) }
  }

  mutating func visit(_ resource: OSCALResource) { visit(resource.node("resource")) }

  private mutating func visit(_ part: OSCALPart) {
    visit(part.title)
    visit(part.props)
    visit(part.prose)
    visit(part.links)
    for child in part.parts { visit(child) }
  }

  private mutating func visit(_ props: [OSCALProperty]) {
    for prop in props {
      visit(prop.remarks)
      // SP 800-53 has parameters that stand for others, which it names so.
      if prop.name == "aggregates" { insertedParameters.insert(prop.value) }
    }
  }

  private mutating func visit(_ links: [OSCALLink]) {
    for link in links {
      visit(reference: link.href)
      visit(link.text)
    }
  }

  private mutating func visit(_ node: OSCALNode) {
    switch node.content {
    case .none, .text: break
    case .line(let line): visit(line)
    case .multiline(let text): visit(text)
    }
    for flag in node.flags where flag.name == "href" { visit(reference: flag.value) }
    for child in node.children { visit(child) }
  }

  private mutating func visit(_ line: OSCALMarkupLine?) {
    line?.forEachInline { self.visit($0) }
  }

  private mutating func visit(_ text: OSCALMarkupMultiline?) {
    text?.forEachInline { self.visit($0) }
  }

  private mutating func visit(_ inline: OSCALInline) {
    switch inline {
    case .insert(type: "param", let id): insertedParameters.insert(id)
    case .anchor(let href?, _, _): visit(reference: href)
    case .image(let image): visit(reference: image.src)
    default: break
    }
  }

  private mutating func visit(reference: String) {
    if reference.hasPrefix("#") { fragments.insert(String(reference.dropFirst())) }
  }
}
