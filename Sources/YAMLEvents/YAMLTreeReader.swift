internal import Diagnostics

/// Makes the tree of one file out of its events.
struct YAMLTreeReader: ~Copyable {
  private var events: YAMLEventReader
  private let file: String
  private let limits: YAMLParser.Limits
  private var nodes = 0
  private var anchors: [String: Anchored] = [:]
  /// Levels of the node that was read last.
  private var height = 0
  var sink = DiagnosticSink()

  init(bytes: [UInt8], file: String, limits: YAMLParser.Limits) {
    self.file = file
    self.limits = limits
    events = YAMLEventReader(bytes: bytes, file: file, readsAliases: limits.readsAliases)
  }

  /// What an anchor names, how many values it has, and how many levels.
  private struct Anchored {
    let node: YAMLNode
    let count: Int
    let height: Int
  }

  mutating func readDocument() throws(Refusal) -> YAMLNode? {
    var root: YAMLNode?
    var hasDocument = false
    while true {
      switch try next() {
      case .streamEnd:
        return root
      case .documentStart(let location):
        guard !hasDocument else {
          throw Refusal(
            "yaml-several-documents", "a second document starts here", at: location,
            hints: ["put it into a file of its own"])
        }
        hasDocument = true
        let first = try next()
        if case .documentEnd = first { continue }
        let node = try read(first, depth: 0)
        if case .scalar(let scalar) = node, scalar.isNull { continue }
        root = node
      default:
        continue
      }
    }
  }

  private mutating func read(_ event: YAMLEvent, depth: Int) throws(Refusal) -> YAMLNode {
    let before = nodes
    switch event {
    case .scalar(let scalar, let anchor):
      height = 0
      return remember(.scalar(scalar), as: anchor, since: before - 1)
    case .mappingStart(let location, let anchor):
      try checkDepth(depth, at: location)
      let node = try readMapping(from: location, depth: depth + 1)
      return remember(node, as: anchor, since: before)
    case .sequenceStart(let location, let anchor):
      try checkDepth(depth, at: location)
      var items: [YAMLNode] = []
      var below = 0
      while true {
        let event = try next()
        if case .end = event {
          height = below + 1
          let node = YAMLNode.sequence(.init(items: items, location: location))
          return remember(node, as: anchor, since: before)
        }
        items.append(try read(event, depth: depth + 1))
        below = max(below, height)
      }
    case .alias(let name, let location):
      guard let anchored = anchors[name] else {
        throw Refusal("yaml-alias", "nothing before has the anchor '&\(name)'", at: location)
      }
      try count(anchored.count, at: location)
      try checkDepth(depth + anchored.height - 1, at: location)
      height = anchored.height
      return anchored.node
    case .end, .documentStart, .documentEnd, .streamEnd, .other:
      throw Refusal("yaml-syntax", "the document ends too early", at: SourceLocation(file: file))
    }
  }

  private mutating func remember(
    _ node: YAMLNode, as anchor: String?, since before: Int
  ) -> YAMLNode {
    guard let anchor else { return node }
    anchors[anchor] = Anchored(
      node: node, count: max(1, nodes - before), height: height)
    return node
  }

  private mutating func count(_ more: Int, at location: SourceLocation) throws(Refusal) {
    nodes += more
    guard nodes <= limits.nodes else {
      throw Refusal(
        "yaml-too-many-nodes", "more than \(limits.nodes) values in one file", at: location,
        hints: ["split the file"])
    }
  }

  private mutating func readMapping(
    from location: SourceLocation, depth: Int
  ) throws(Refusal) -> YAMLNode {
    var entries: [YAMLNode.Entry] = []
    var known: [String: Int] = [:]
    var merged: [YAMLNode.Mapping] = []
    var below = 0
    while true {
      let event = try next()
      if case .end = event { break }
      guard case .scalar(let key, _) = event else {
        throw Refusal(
          "yaml-key", "a key must be a single word", at: event.start ?? location,
          hints: ["write 'key: value'"])
      }
      let value = try read(try next(), depth: depth)
      below = max(below, height)
      if limits.readsAliases, key.isPlain, key.text == "<<" {
        merged += Self.mappings(in: value)
        continue
      }
      let entry = YAMLNode.Entry(key: key.text, location: key.location, value: value)
      guard let place = place(of: key.text, in: entries, known: &known) else {
        entries.append(entry)
        continue
      }
      report(double: key, of: entries[place])
      if limits.doubles == .lastCounts { entries[place] = entry }
    }
    height = below + 1
    // The mapping's own keys come first, then those of the mappings that it takes in.
    for entry in merged.flatMap(\.entries)
    where place(of: entry.key, in: entries, known: &known) == nil {
      entries.append(entry)
    }
    return .mapping(.init(entries: entries, location: location))
  }

  private static func mappings(in node: YAMLNode) -> [YAMLNode.Mapping] {
    switch node {
    case .scalar: []
    case .mapping(let mapping): [mapping]
    case .sequence(let sequence): sequence.items.flatMap(mappings)
    }
  }

  private mutating func report(double key: YAMLNode.Scalar, of first: YAMLNode.Entry) {
    let summary = "the key '\(key.text)' stands twice in one mapping"
    let place = "the first one is at \(first.location)"
    switch limits.doubles {
    case .refused:
      sink.error(
        "yaml-duplicate-key", summary, at: key.location, hints: [place, "remove one of them"])
    case .lastCounts:
      sink.warning(
        "yaml-duplicate-key", "\(summary); the last one counts", at: key.location, hints: [place])
    }
  }

  /// Which entry has `key` already. Few mappings have many keys: a table of them is made only then.
  private func place(
    of key: String, in entries: [YAMLNode.Entry], known: inout [String: Int]
  ) -> Int? {
    guard entries.count > 24 else { return entries.firstIndex { $0.key == key } }
    for index in known.count..<entries.count { known[entries[index].key] = index }
    return known[key]
  }

  private func checkDepth(_ depth: Int, at location: SourceLocation) throws(Refusal) {
    guard depth >= limits.depth else { return }
    throw Refusal(
      "yaml-too-deep", "more than \(limits.depth) levels within each other", at: location,
      hints: ["no format of this program needs so many"])
  }

  private mutating func next() throws(Refusal) -> YAMLEvent {
    let (event, location) = try events.next()
    try count(1, at: location)
    return event
  }
}
