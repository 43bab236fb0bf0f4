public import Diagnostics
internal import YAMLEvents

/// Changes single values of a YAML file and leaves every other byte of it as it is: comments,
/// order, quotes, indentation.
///
/// Paths always speak of the file as it was read, also after changes: collect all changes, then ask
/// for the text with `finish()`. It is read again there and compared with what the changes mean, so
/// that a file is either changed as told or refused.
public struct YAMLEditing: Sendable {
  let bytes: [UInt8]
  let file: String
  let root: YAMLSpan
  private(set) var changes = YAMLChanges()

  /// Reads a file.
  ///
  /// - Throws: what is wrong with it as YAML, or that it is empty.
  public init(_ bytes: [UInt8], file: String) throws(Refusal) {
    guard let root = try YAMLParser.spans(bytes, file: file) else {
      throw Refusal("empty-file", "the file is empty", at: SourceLocation(file: file))
    }
    if let line = Self.lineOfStrangeBreak(bytes) {
      throw Refusal(
        "yaml-line-break", "a line ends with a character that most programs take for none",
        at: SourceLocation(file: file, line: line),
        hints: ["save the file with LF or CRLF line ends"])
    }
    self.bytes = bytes
    self.file = file
    self.root = root
  }

  /// Whether anything is to be changed.
  public var isChanged: Bool { !changes.isUntouched || !changes.children.isEmpty }

  // MARK: Looking

  /// The value at a path, or nil when there is none.
  public func value(at path: YAMLPath) -> YAMLValue? { span(at: path).map { YAMLValue($0) } }

  /// The path of the value that starts at a place, as readers of the file give it in origins.
  public func path(at location: SourceLocation) -> YAMLPath? {
    func find(_ span: YAMLSpan, _ steps: [YAMLPath.Step]) -> YAMLPath? {
      let place = span.place
      if place.line == location.line, place.column == location.column { return YAMLPath(steps) }
      switch span {
      case .scalar: return nil
      case .mapping(let mapping):
        for entry in mapping.entries {
          if let path = find(entry.value, steps + [.key(entry.key)]) { return path }
        }
      case .sequence(let sequence):
        // The last item that starts no later than the place.
        let index = sequence.items.lastIndex {
          ($0.place.line, $0.place.column) <= (location.line, location.column)
        }
        if let index { return find(sequence.items[index], steps + [.index(index)]) }
      }
      return nil
    }
    return find(root, [])
  }

  /// Where the value at a path starts.
  public func location(of path: YAMLPath) -> SourceLocation? {
    span(at: path).map {
      SourceLocation(file: file, line: $0.place.line, column: $0.place.column)
    }
  }

  private func span(at path: YAMLPath) -> YAMLSpan? {
    var span = root
    for step in path.steps {
      switch (span, step) {
      case (.mapping(let mapping), .key(let key)):
        guard let entry = mapping.entries.first(where: { $0.key == key }) else { return nil }
        span = entry.value
      case (.sequence(let sequence), .index(let index)):
        guard sequence.items.indices.contains(index) else { return nil }
        span = sequence.items[index]
      default: return nil
      }
    }
    return span
  }

  // MARK: Changing

  /// Puts another value in the place of the one at `path`. Quotes stay, where the new text allows.
  ///
  /// - Throws: when there is nothing at `path`, or something else was done to it already.
  public mutating func replace(_ path: YAMLPath, with value: YAMLValue) throws(Refusal) {
    guard !path.steps.isEmpty else { throw conflict(path) }
    try change(path) { changes in
      guard changes.isUntouched, changes.children.isEmpty else { return false }
      changes.replacement = value
      return true
    }
  }

  /// Adds a key to the mapping at `path`.
  ///
  /// - Parameter sister: the key after which it is to stand; nil, or one that is not there: at the
  ///   end.
  /// - Throws: when there is no mapping at `path`, it has the key, or it was replaced or removed.
  public mutating func insert(
    _ key: String, _ value: YAMLValue, in path: YAMLPath, after sister: String? = nil
  ) throws(Refusal) {
    let keys: [String]
    switch span(at: path) {
    case .mapping(let mapping)?: keys = mapping.entries.map(\.key)
    case .scalar(let scalar)? where scalar.isNothing: keys = []
    default: throw noSuchPlace(path)
    }
    guard !keys.contains(key) else { throw conflict(path.appending(.key(key))) }
    try change(path) { changes in
      guard changes.replacement == nil, !changes.isRemoved,
        !changes.additions.contains(where: { $0.key == key })
      else { return false }
      let after = sister.flatMap { keys.contains($0) ? $0 : nil }
      changes.additions.append(.init(key: key, value: value, after: after))
      return true
    }
  }

  /// Adds a value to the end of the list at `path`; where nothing stands there, a list begins.
  ///
  /// - Throws: when there is no list at `path`, or it was replaced or removed.
  public mutating func append(_ value: YAMLValue, to path: YAMLPath) throws(Refusal) {
    switch span(at: path) {
    case .sequence?: break
    case .scalar(let scalar)? where scalar.isNothing: break
    default: throw noSuchPlace(path)
    }
    try change(path) { changes in
      guard changes.replacement == nil, !changes.isRemoved else { return false }
      changes.additions.append(.init(key: nil, value: value, after: nil))
      return true
    }
  }

  /// Takes an entry of a mapping or an item of a list away. Comments above it stay; when nothing
  /// is left, `{}` or `[]` takes the place of all.
  ///
  /// - Throws: when there is nothing at `path`, or something else was done to it already.
  public mutating func remove(_ path: YAMLPath) throws(Refusal) {
    guard !path.steps.isEmpty else { throw conflict(path) }
    try change(path) { changes in
      guard changes.isUntouched, changes.children.isEmpty else { return false }
      changes.isRemoved = true
      return true
    }
  }

  /// Writes a comment on lines of their own above the line on which an entry or item starts.
  ///
  /// - Throws: when there is nothing at `path`, or it was removed.
  public mutating func comment(_ text: String, above path: YAMLPath) throws(Refusal) {
    guard !path.steps.isEmpty else { throw conflict(path) }
    try change(path) { changes in
      guard !changes.isRemoved else { return false }
      changes.comments += text.split(whereSeparator: \.isNewline).map(YAMLRendering.comment)
      return true
    }
  }

  private mutating func change(
    _ path: YAMLPath, _ body: (inout YAMLChanges) -> Bool
  ) throws(Refusal) {
    guard span(at: path) != nil else { throw noSuchPlace(path) }
    func descend(_ steps: ArraySlice<YAMLPath.Step>, _ changes: inout YAMLChanges) -> Bool {
      guard let step = steps.first else { return body(&changes) }
      guard changes.replacement == nil, !changes.isRemoved else { return false }
      return descend(steps.dropFirst(), &changes.children[step, default: YAMLChanges()])
    }
    guard descend(path.steps[...], &changes) else { throw conflict(path) }
  }

  // MARK: The text

  /// The changed text.
  ///
  /// - Throws: when the file is written in a way in which a change cannot be made for certain.
  public func finish() throws(Refusal) -> [UInt8] {
    guard isChanged else { return bytes }
    var writer = YAMLEditWriter(bytes)
    let meant = changes.applied(to: YAMLValue(root))
    if writer.write(root, changes) {
      let text = writer.text()
      let read = (try? YAMLParser.parse(text, file: file)).flatMap(\.self)
      if let read, YAMLValue(read).isSame(as: meant) { return text }
    }
    throw Refusal(
      "cannot-edit", "the file is written in a way that cannot be changed without risk",
      at: SourceLocation(file: file),
      hints: ["write its entries as 'key: value' lines, one to a line; nothing was changed"])
  }

  private func noSuchPlace(_ path: YAMLPath) -> Refusal {
    Refusal(
      "cannot-edit", "there is nothing to change at '\(path)'", at: SourceLocation(file: file))
  }

  private func conflict(_ path: YAMLPath) -> Refusal {
    Refusal(
      "cannot-edit", "two changes to '\(path)' do not go together",
      at: location(of: path) ?? SourceLocation(file: file))
  }

  /// The first line that ends with NEL, LS, PS or a lone CR, which YAML takes for line breaks.
  private static func lineOfStrangeBreak(_ bytes: [UInt8]) -> Int? {
    var line = 1
    for index in bytes.indices {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case 0x0A: line += 1
      case 0x0D where next != 0x0A: return line
      case 0xC2 where next == 0x85: return line
      case 0xE2 where next == 0x80 && index + 2 < bytes.count && bytes[index + 2] & 0xFE == 0xA8:
        return line
      default: break
      }
    }
    return nil
  }
}

extension YAMLSpan.Scalar {
  /// Whether it stands for nothing.
  var isNothing: Bool { style == .plain && (text.isEmpty || text == "~" || text == "null") }
}
