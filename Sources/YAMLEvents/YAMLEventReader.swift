internal import CLibYAML
internal import Diagnostics

/// The events of one file, one after the other. Owns the libyaml parser and the bytes that it reads:
/// both live exactly as long as the reader, and nothing hands them out; hence `@safe`.
@safe struct YAMLEventReader: ~Copyable {
  private var parser: UnsafeMutablePointer<yaml_parser_t>
  private let storage: UnsafeMutableBufferPointer<UInt8>
  private let file: String
  private let readsAliases: Bool

  init(bytes: [UInt8], file: String, readsAliases: Bool) {
    self.file = file
    self.readsAliases = readsAliases
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

  /// The next event, and where it starts.
  ///
  /// - Throws: a syntax error, and marks (anchors, aliases, tags) that the limits refuse.
  mutating func next() throws(Refusal) -> (event: YAMLEvent, location: SourceLocation) {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw syntaxError() }
    defer { unsafe yaml_event_delete(&raw) }
    let location = unsafe SourceLocation(
      file: file, line: Int(raw.start_mark.line) + 1, column: Int(raw.start_mark.column) + 1)
    return (try unsafe event(raw, at: location), location)
  }

  private func event(
    _ raw: yaml_event_t, at location: SourceLocation
  ) throws(Refusal) -> YAMLEvent {
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
    case YAML_ALIAS_EVENT where readsAliases:
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
    if anchor != nil, !readsAliases {
      throw Refusal(
        "yaml-alias", "an anchor (&name) is not accepted", at: location,
        hints: ["write the value out in full where it is needed"])
    }
    guard let tag else { return }
    guard readsAliases, tag.hasPrefix("tag:yaml.org,2002:") else {
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
