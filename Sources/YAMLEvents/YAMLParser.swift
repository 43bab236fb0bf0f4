internal import CLibYAML
public import Diagnostics

/// Reads YAML through libyaml's events.
///
/// The input is hostile: anchors, aliases and tags are refused, so that a small file cannot
/// become a large tree; size, depth and number of nodes are bounded.
public enum YAMLParser {
  /// Bounds on what is accepted.
  public struct Limits: Sendable {
    /// Bytes of a file.
    public var bytes = 32 << 20
    /// Mappings and lists within each other.
    public var depth = 64
    /// Scalars, mappings and lists in all.
    public var nodes = 4_000_000
    /// Whether anchors, aliases, merge keys (`<<`) and the tags of YAML's own types are read, as
    /// files of other programs have them. What an alias stands for counts as if it were written
    /// out, so that a small file cannot become a large tree.
    public var readsAliases = false
    /// What becomes of a key that stands twice in one mapping.
    public var doubles = Doubles.refused

    /// The default bounds.
    public init() {}

    /// What becomes of a key that stands twice in one mapping.
    public enum Doubles: Sendable {
      /// An error; the first one stays in the tree.
      case refused
      /// A warning; the last one counts, as most programs read it.
      case lastCounts
    }

    /// The bounds for files of other programs.
    public static var foreign: Limits {
      var limits = Limits()
      limits.readsAliases = true
      return limits
    }
  }

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  /// - Returns: the tree, or nil for an empty document.
  /// - Throws: the problems found: a syntax error ends the reading, duplicate keys are all told.
  public static func parse(
    _ bytes: [UInt8], file: String, limits: Limits = Limits()
  ) throws(Refusal) -> YAMLNode? {
    var sink = DiagnosticSink()
    let root = try parse(bytes, file: file, limits: limits, reporting: &sink)
    guard sink.diagnostics.isEmpty else { throw Refusal(sink.diagnostics) }
    return root
  }

  /// Reads one document, and goes on after problems that leave a tree.
  ///
  /// - Parameter sink: takes the duplicate keys.
  /// - Throws: the problem that ended the reading, after those that went before it.
  public static func parse(
    _ bytes: [UInt8], file: String, limits: Limits = Limits(),
    reporting sink: inout DiagnosticSink
  ) throws(Refusal) -> YAMLNode? {
    guard bytes.count <= limits.bytes else {
      throw Refusal(
        "file-too-large", "the file has \(bytes.count) bytes",
        at: SourceLocation(file: file),
        hints: ["a YAML file may have at most \(limits.bytes) bytes"])
    }
    var reader = YAMLTreeReader(bytes: bytes, file: file, limits: limits)
    do throws(Refusal) {
      let root = try reader.readDocument()
      sink.add(contentsOf: reader.sink)
      return root
    } catch {
      throw Refusal(reader.sink.diagnostics + error.diagnostics)
    }
  }
}

/// One reading of one file. Owns the libyaml parser and the bytes that it reads: both live exactly
/// as long as the reader, and nothing hands them out; hence `@safe`.
@safe struct YAMLTreeReader: ~Copyable {
  private var parser: UnsafeMutablePointer<yaml_parser_t>
  private let storage: UnsafeMutableBufferPointer<UInt8>
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
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    unsafe storage = .allocate(capacity: max(1, text.count))
    _ = unsafe storage.initialize(from: text)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    _ = unsafe yaml_parser_initialize(parser)
    // Else a byte-order mark would turn the reading to UTF-16.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, storage.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe storage.deallocate()
  }

  /// What an anchor names, how many values it has, and how many levels.
  private struct Anchored {
    let node: YAMLNode
    let count: Int
    let height: Int
  }

  /// What an event says, without the C union.
  private enum Event {
    case scalar(YAMLNode.Scalar, anchor: String?)
    case mappingStart(SourceLocation, anchor: String?)
    case sequenceStart(SourceLocation, anchor: String?)
    case alias(String, SourceLocation)
    case end
    case documentStart(SourceLocation)
    case documentEnd
    case streamEnd
    case other

    /// Where a mapping or list starts.
    var start: SourceLocation? {
      switch self {
      case .mappingStart(let location, _), .sequenceStart(let location, _),
        .alias(_, let location):
        location
      case .scalar, .end, .documentStart, .documentEnd, .streamEnd, .other: nil
      }
    }
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

  private mutating func read(_ event: Event, depth: Int) throws(Refusal) -> YAMLNode {
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

  private mutating func next() throws(Refusal) -> Event {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw syntaxError() }
    defer { unsafe yaml_event_delete(&raw) }
    let location = unsafe SourceLocation(
      file: file, line: Int(raw.start_mark.line) + 1, column: Int(raw.start_mark.column) + 1)
    try count(1, at: location)
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT:
      let data = unsafe raw.data.scalar
      let anchor = unsafe Self.text(data.anchor)
      let isTagged =
        unsafe data.tag != nil && data.plain_implicit == 0 && data.quoted_implicit == 0
      try refuseMarks(
        anchor: anchor, tag: isTagged ? unsafe Self.text(data.tag) : nil, at: location)
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
      let isPlain = unsafe data.style == YAML_PLAIN_SCALAR_STYLE
      return .scalar(.init(text: text, isPlain: isPlain, location: location), anchor: anchor)
    case YAML_MAPPING_START_EVENT:
      let data = unsafe raw.data.mapping_start
      let anchor = unsafe Self.text(data.anchor)
      let tag = unsafe data.implicit == 0 ? Self.text(data.tag) : nil
      try refuseMarks(anchor: anchor, tag: tag, at: location)
      return .mappingStart(location, anchor: anchor)
    case YAML_SEQUENCE_START_EVENT:
      let data = unsafe raw.data.sequence_start
      let anchor = unsafe Self.text(data.anchor)
      let tag = unsafe data.implicit == 0 ? Self.text(data.tag) : nil
      try refuseMarks(anchor: anchor, tag: tag, at: location)
      return .sequenceStart(location, anchor: anchor)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      return .end
    case YAML_DOCUMENT_START_EVENT:
      return .documentStart(location)
    case YAML_DOCUMENT_END_EVENT:
      return .documentEnd
    case YAML_STREAM_END_EVENT:
      return .streamEnd
    case YAML_ALIAS_EVENT where limits.readsAliases:
      let name = unsafe Self.text(raw.data.alias.anchor)
      return .alias(name ?? "", location)
    case YAML_ALIAS_EVENT:
      throw Refusal(
        "yaml-alias", "an alias (*name) is not accepted", at: location,
        hints: ["write the value out in full"])
    default:
      return .other
    }
  }

  private static func text(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let characters = unsafe characters else { return nil }
    return unsafe String(cString: characters)
  }

  private func refuseMarks(
    anchor: String?, tag: String?, at location: SourceLocation
  ) throws(Refusal) {
    if anchor != nil, !limits.readsAliases {
      throw Refusal(
        "yaml-alias", "an anchor (&name) is not accepted", at: location,
        hints: ["write the value out in full where it is needed"])
    }
    guard let tag else { return }
    guard limits.readsAliases, tag.hasPrefix("tag:yaml.org,2002:") else {
      throw Refusal(
        "yaml-tag", "a tag (!name) is not accepted", at: location, hints: ["remove the tag"])
    }
  }

  private func syntaxError() -> Refusal {
    let problem =
      unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "cannot be read"
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      let offset = unsafe min(Int(parser.pointee.problem_offset), storage.count)
      return encodingError(problem, at: offset)
    }
    let mark = unsafe parser.pointee.problem_mark
    var hints: [String] = []
    if let context = unsafe parser.pointee.context.map({ unsafe String(cString: $0) }) {
      let line = unsafe Int(parser.pointee.context_mark.line) + 1
      hints.append("\(context) that starts in line \(line)")
    }
    if problem.contains("mapping values are not allowed") {
      hints.append("text with ': ' in it needs quotes; a key needs the indentation of its sisters")
    } else if problem.contains("expected node content") {
      hints.append("is a bracket or brace before it not closed?")
    } else if problem.contains("cannot start any token") {
      hints.append("indent with blanks, not tabs; text that starts with @ or ` needs quotes")
    }
    return Refusal(
      "yaml-syntax", "not valid YAML: \(problem)",
      at: SourceLocation(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1),
      hints: hints)
  }

  private func encodingError(_ problem: String, at offset: Int) -> Refusal {
    var line = 1
    var column = 1
    for index in 0..<offset {
      let byte = unsafe storage[index]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        // Bytes that go on with a character do not count.
        column += 1
      }
    }
    let start = unsafe (storage.first ?? 0, storage.dropFirst().first ?? 0)
    let isUTF16 = start == (0xFF, 0xFE) || start == (0xFE, 0xFF)
    return Refusal(
      "not-utf8",
      "the file is not readable as UTF-8 text: \(isUTF16 ? "it is UTF-16" : problem)",
      at: SourceLocation(file: file, line: line, column: column),
      hints: [
        isUTF16 ? "save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW" : "save it as UTF-8"
      ])
  }
}
