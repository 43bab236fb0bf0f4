internal import CLibYAML
public import Diagnostics

extension YAMLParser {
  /// Reads one document with the bytes that each of its values takes up.
  ///
  /// - Returns: the tree, or nil for an empty document.
  /// - Throws: whatever `parse` refuses, and files with line breaks that only YAML knows.
  public static func spans(
    _ bytes: [UInt8], file: String, limits: Limits = Limits()
  ) throws(Refusal) -> YAMLSpan? {
    // Syntax, depth and size are checked there, so that the reader of spans need not.
    guard try parse(bytes, file: file, limits: limits) != nil else { return nil }
    var reader = YAMLSpanReader(bytes: bytes)
    return reader.readDocument()
  }
}

/// One reading of one file that `YAMLParser.parse` has accepted. Owns the libyaml parser and the
/// bytes that it reads, and hands out neither; hence `@safe`.
@safe private struct YAMLSpanReader: ~Copyable {
  private var parser: UnsafeMutablePointer<yaml_parser_t>
  private let storage: UnsafeMutableBufferPointer<UInt8>
  private let bytes: [UInt8]
  /// Bytes of the mark that may stand before the text.
  private let prefix: Int
  /// Where each character starts; empty when each is one byte.
  private let offsets: [Int32]

  init(bytes: [UInt8]) {
    self.bytes = bytes
    prefix = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = bytes.dropFirst(prefix)
    offsets = Self.offsets(of: text)
    unsafe storage = .allocate(capacity: max(1, text.count))
    _ = unsafe storage.initialize(from: text)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    _ = unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, storage.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe storage.deallocate()
  }

  private static func offsets(of text: ArraySlice<UInt8>) -> [Int32] {
    guard text.contains(where: { $0 >= 0x80 }) else { return [] }
    var offsets: [Int32] = []
    offsets.reserveCapacity(text.count)
    for index in text.indices where text[index] & 0xC0 != 0x80 { offsets.append(Int32(index)) }
    return offsets
  }

  private enum Event {
    case scalar(YAMLSpan.Scalar)
    case mappingStart(isFlow: Bool, YAMLSpan.Place)
    case sequenceStart(isFlow: Bool, YAMLSpan.Place)
    case end(Int)
    case streamEnd
    case other
  }

  mutating func readDocument() -> YAMLSpan? {
    while true {
      switch next() {
      case .streamEnd: return nil
      case .end, .other: continue
      case let event: return read(event)
      }
    }
  }

  private mutating func read(_ event: Event) -> YAMLSpan? {
    switch event {
    case .scalar(let scalar):
      return .scalar(scalar)
    case .mappingStart(let isFlow, let place):
      return readMapping(isFlow, place).map { .mapping($0) }
    case .sequenceStart(let isFlow, let place):
      return readSequence(isFlow, place).map { .sequence($0) }
    case .end, .streamEnd, .other:
      return nil
    }
  }

  private mutating func readMapping(
    _ isFlow: Bool, _ place: YAMLSpan.Place
  ) -> YAMLSpan.Mapping? {
    var mapping = YAMLSpan.Mapping(entries: [], isFlow: isFlow, place: place)
    while true {
      let event = next()
      if case .end(let end) = event {
        // A block ends with its last value, not with the next thing that stands in the file.
        let last = mapping.entries.last?.value.place.bytes.upperBound
        mapping.place.bytes = place.bytes.lowerBound..<(isFlow ? end : last ?? end)
        return mapping
      }
      guard case .scalar(let key) = event, let value = read(next()) else { return nil }
      mapping.entries.append(.init(key: key.text, keyPlace: key.place, value: value))
    }
  }

  private mutating func readSequence(
    _ isFlow: Bool, _ place: YAMLSpan.Place
  ) -> YAMLSpan.Sequence? {
    var sequence = YAMLSpan.Sequence(items: [], isFlow: isFlow, place: place)
    while true {
      let event = next()
      if case .end(let end) = event {
        let last = sequence.items.last?.place.bytes.upperBound
        sequence.place.bytes = place.bytes.lowerBound..<(isFlow ? end : last ?? end)
        return sequence
      }
      guard let item = read(event) else { return nil }
      sequence.items.append(item)
    }
  }

  private mutating func next() -> Event {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { return .streamEnd }
    defer { unsafe yaml_event_delete(&raw) }
    let start = unsafe offset(Int(raw.start_mark.index))
    let end = unsafe max(start, offset(Int(raw.end_mark.index)))
    let place = unsafe YAMLSpan.Place(
      bytes: start..<end, line: Int(raw.start_mark.line) + 1,
      column: Int(raw.start_mark.column) + 1)
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT:
      let data = unsafe raw.data.scalar
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
      return .scalar(scalar(text, unsafe style(data.style), place))
    case YAML_MAPPING_START_EVENT:
      let isFlow = unsafe raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      return .mappingStart(isFlow: isFlow, place)
    case YAML_SEQUENCE_START_EVENT:
      let isFlow = unsafe raw.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      return .sequenceStart(isFlow: isFlow, place)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      return .end(end)
    case YAML_STREAM_END_EVENT:
      return .streamEnd
    default:
      return .other
    }
  }

  private func scalar(
    _ text: String, _ style: YAMLSpan.Style, _ place: YAMLSpan.Place
  ) -> YAMLSpan.Scalar {
    var place = place
    if style == .block { place.bytes = withoutEmptyLines(place.bytes) }
    return YAMLSpan.Scalar(text: text, style: style, place: place)
  }

  /// The lines after a block scalar that hold nothing belong to it only where its header says so.
  private func withoutEmptyLines(_ range: Range<Int>) -> Range<Int> {
    let header = bytes[range].prefix { $0 != 0x0A }
    guard !header.prefix(while: { $0 != 0x23 }).contains(0x2B) else { return range }
    var end = range.upperBound
    while true {
      var line = end
      guard line > range.lowerBound, bytes[line - 1] == 0x0A else { break }
      line -= 1
      if line > range.lowerBound, bytes[line - 1] == 0x0D { line -= 1 }
      guard line > range.lowerBound, bytes[line - 1] == 0x0A else { break }
      end = line
    }
    return range.lowerBound..<end
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLSpan.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  /// The byte at which a character starts.
  private func offset(_ character: Int) -> Int {
    guard !offsets.isEmpty else { return min(prefix + character, bytes.count) }
    return character < offsets.count ? Int(offsets[character]) : bytes.count
  }
}
