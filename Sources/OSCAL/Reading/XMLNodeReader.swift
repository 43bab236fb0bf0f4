internal import Diagnostics
internal import Markup

/// Reads an XML document into elements, by the schema.
struct XMLNodeReader {
  var reader: XMLReader
  var problems: OSCALProblems
  /// Elements of other namespaces are left out, and counted.
  private(set) var foreign = 0
  /// Where the groups of a catalog go; nil: they stay.
  private let groups: OSCALGroupReading?

  init(
    _ bytes: [UInt8], file: String, groups: OSCALGroupReading? = nil
  ) throws(MarkupFailure) {
    reader = try XMLReader(bytes, limits: OSCALLimits.markup)
    self.groups = groups
    problems = OSCALProblems(file: file)
  }

  /// Reads the root element.
  ///
  /// - Returns: nil when it is none that is known; the problems say why.
  mutating func document() throws(MarkupFailure) -> OSCALNode? {
    guard try reader.next() == .start else { return nil }
    guard reader.namespace == OSCALSchema.namespace,
      let root = OSCALSchema.roots.first(where: { $0.element == reader.name })
    else {
      OSCALRootProblem.report(
        reader.name, namespace: reader.namespace, line: reader.line, &problems)
      return nil
    }
    let node = try element(root)
    guard try reader.next() == .endOfDocument else { return nil }
    return node
  }

  /// Reads an element whose start was just read.
  private mutating func element(
    _ child: OSCALDefinition.Child
  ) throws(MarkupFailure) -> OSCALNode {
    let definition = OSCALSchema.definitions[child.definition]
    var node = OSCALNode(child.element, origin: OSCALOrigin(line: reader.line))
    readFlags(of: definition, into: &node)
    switch definition.content {
    case .assembly:
      let kinds = try readChildren(of: definition, into: &node)
      node.complete(by: definition, kinds: kinds, &problems)
      return node
    case .text, .literal: node.content = .text(try value(of: child.element))
    case .line: node.content = .line(OSCALMarkupLine(try inlines()))
    case .multiline: node.content = .multiline(OSCALMarkupMultiline(try blocks()))
    }
    if !definition.flags.isEmpty {
      node.complete(by: definition, kinds: OSCALChildKinds(), &problems)
    }
    return node
  }

  private mutating func readFlags(of definition: OSCALDefinition, into node: inout OSCALNode) {
    guard !reader.attributes.isEmpty else { return }
    var taken = 0
    node.flags.reserveCapacity(reader.attributes.count)
    let attributes = reader.attributes
    let flags = definition.flags
    for flag in flags.indices {
      for index in attributes.indices
      where attributes[index].name == flags[flag].name && !attributes[index].hasPrefix {
        node.flags.append(OSCALNode.Flag(attributes[index].name, attributes[index].value))
        taken += 1
      }
    }
    guard taken < reader.attributes.count else { return }
    for attribute in reader.attributes where !attribute.hasPrefix {
      guard !definition.flags.contains(where: { $0.name == attribute.name }) else { continue }
      problems.warning(
        "oscal-unknown",
        "<\(node.name)> cannot have the attribute '\(attribute.name)', which is left out",
        line: reader.line,
        hints: OSCALUnknown.hints(attribute.name, in: definition.flags.map(\.name)))
    }
  }

  /// Reads up to the end of an assembly; tells which children there were.
  private mutating func readChildren(
    of definition: OSCALDefinition, into node: inout OSCALNode
  ) throws(MarkupFailure) -> OSCALChildKinds {
    var kinds = OSCALChildKinds()
    var hint = 0
    while true {
      switch try reader.next() {
      case .end, .endOfDocument: return kinds
      case .text:
        if !reader.isBlank {
          problems.warning(
            "oscal-stray-text", "<\(node.name)> cannot hold text of its own, which is left out",
            line: reader.line)
        }
      case .start:
        guard reader.namespace == OSCALSchema.namespace else {
          foreign += 1
          try skip()
          continue
        }
        guard let kind = Self.kind(of: reader.name, in: definition, from: &hint) else {
          try readOther(definition, &node, &kinds)
          continue
        }
        let child = try element(definition.children[kind])
        // Most have two to four: the array need not grow again for each.
        if node.children.isEmpty { node.children.reserveCapacity(4) }
        if let groups, reader.depth == 1, child.name == "group" {
          groups.take(child)
          node.children.append(OSCALGroupReading.placeholder)
        } else {
          node.children.append(child)
        }
        kinds.add(kind)
      }
    }
  }

  /// Reads prose that stands there without an element around it, a list with one around it, or
  /// leaves out what is not known.
  private mutating func readOther(
    _ definition: OSCALDefinition, _ node: inout OSCALNode, _ kinds: inout OSCALChildKinds
  ) throws(MarkupFailure) {
    if let prose = definition.prose, Self.blockNames.contains(reader.name) {
      let block = try block()
      if let place = node.children.lastIndex(where: { $0.name == "prose" }) {
        var multiline = node.children[place].multiline
        node.children[place].content = .none
        if let block { multiline.blocks.append(block) }
        node.children[place].content = .multiline(multiline)
      } else {
        node.children.append(
          OSCALNode(
            "prose", content: .multiline(OSCALMarkupMultiline(block.map { [$0] } ?? [])),
            origin: OSCALOrigin(line: reader.line)))
        kinds.add(prose)
      }
    } else if let list = definition.children.firstIndex(where: { $0.wrapper == reader.name }) {
      let child = definition.children[list]
      let inner = OSCALDefinition(content: .assembly, children: [Self.unwrapped(child)])
      var wrapper = OSCALNode(reader.name, origin: OSCALOrigin(line: reader.line))
      _ = try readChildren(of: inner, into: &wrapper)
      node.children += wrapper.children
      for _ in wrapper.children { kinds.add(list) }
    } else {
      let known = definition.children.map(\.element)
      problems.warning(
        "oscal-unknown", "<\(node.name)> cannot hold <\(reader.name)>, which is left out",
        line: reader.line, hints: NearestMatch.hints(reader.name, in: known))
      try skip()
    }
  }

  private static func unwrapped(_ child: OSCALDefinition.Child) -> OSCALDefinition.Child {
    OSCALDefinition.Child(
      element: child.element, key: child.key, isList: child.isList, isRequired: child.isRequired,
      definition: child.definition)
  }

  /// Elements mostly come in the order of the schema: the search starts where it last ended.
  private static func kind(
    of name: String, in definition: OSCALDefinition, from hint: inout Int
  ) -> Int? {
    let children = definition.children
    for step in 0..<children.count {
      let index = hint + step < children.count ? hint + step : hint + step - children.count
      if children[index].element == name, children[index].wrapper == nil,
        index != definition.prose
      {
        hint = index
        return index
      }
    }
    return nil
  }

  /// The value of a field, without white space around it.
  private mutating func value(of name: String) throws(MarkupFailure) -> String {
    var value = ""
    while true {
      switch try reader.next() {
      case .end, .endOfDocument: return value
      case .text: value += reader.text.trimmed
      case .start:
        problems.warning(
          "oscal-unknown", "<\(name)> cannot hold <\(reader.name)>, which is left out",
          line: reader.line)
        try skip()
      }
    }
  }

  /// Passes over an element whose start was just read.
  mutating func skip() throws(MarkupFailure) {
    var depth = 1
    while depth > 0 {
      switch try reader.next() {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      case .endOfDocument: return
      }
    }
  }
}
