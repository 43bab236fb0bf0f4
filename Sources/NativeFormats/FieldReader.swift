internal import ControlModel
internal import Diagnostics
internal import YAMLEvents

/// Collects the problems of one file while its tree is turned into values.
final class ReadingContext {
  var sink = DiagnosticSink()

  /// The fields of `node`, when it is a mapping; keys that are not in `keys` are reported.
  func fields(_ node: YAMLNode, of what: String, keys: [String]) -> FieldReader? {
    guard case .mapping(let mapping) = node else {
      sink.error(
        "wrong-type", "\(what) must be a mapping (key: value), but here is \(node.kindName)",
        at: node.location, hints: ["its keys are: \(keys.joined(separator: ", "))"])
      return nil
    }
    var meant: Set<String> = []
    for entry in mapping.entries where !keys.contains(entry.key) {
      let isTold = sink.keepsMore()
      let near = isTold ? NearestMatch.of(entry.key, in: keys) : nil
      if let near { meant.insert(near) }
      // What is only counted shall not count twice: any key may have been meant.
      if !isTold { meant = Set(keys) }
      sink.error(
        "unknown-key", "\(what) has no key '\(entry.key)'", at: entry.location,
        hints: near.map { ["did you mean '\($0)'?"] }
          ?? ["its keys are: \(keys.joined(separator: ", "))"])
    }
    return FieldReader(mapping: mapping, what: what, meant: meant, context: self)
  }
}

/// Reads the fields of one mapping and reports what is wrong with each.
struct FieldReader {
  let mapping: YAMLNode.Mapping
  /// What the mapping is, for messages: `control`, `answer`.
  let what: String
  /// The keys that were probably meant by unknown ones; that they are missing was told thereby.
  let meant: Set<String>
  let context: ReadingContext

  var location: SourceLocation { mapping.location }

  /// The value of `key`, unless it is absent or null.
  func node(_ key: String) -> YAMLNode? {
    guard let entry = mapping.entries.first(where: { $0.key == key }) else { return nil }
    if case .scalar(let scalar) = entry.value, scalar.isNull { return nil }
    return entry.value
  }

  /// Where the value of `key` stands, or else the mapping.
  func location(of key: String) -> SourceLocation { node(key)?.location ?? location }

  /// The origin of the entry, with the places of `keys`.
  func origin(_ keys: String...) -> Origin {
    var fields: [String: SourceLocation] = [:]
    for key in keys {
      guard let node = node(key) else { continue }
      fields[key] = node.location
      if case .sequence(let sequence) = node {
        for (index, item) in sequence.items.enumerated() {
          fields["\(key)[\(index)]"] = item.location
        }
      }
    }
    return Origin(location: location, fields: fields)
  }

  func report(
    _ id: String, _ summary: String, at key: String, hints: @autoclosure () -> [String] = []
  ) {
    context.sink.error(id, summary, at: location(of: key), hints: hints())
  }

  /// Reports that `key` is missing, unless a misspelling of it was reported.
  func reportMissing(
    _ key: String, _ id: String = "missing-key", _ summary: String? = nil, at place: String? = nil,
    hints: [String]
  ) {
    guard !meant.contains(key) else { return }
    context.sink.error(
      id, summary ?? "\(what) needs the key '\(key)'",
      at: place.map { self.location(of: $0) } ?? location, hints: hints)
  }

  // MARK: Text

  func optionalText(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node else {
      report("wrong-type", "'\(key)' must be a single value, but here is \(node.kindName)", at: key)
      return nil
    }
    return scalar.text
  }

  func text(_ key: String) -> String { optionalText(key) ?? "" }

  /// Text that must be there and not be empty.
  func requiredText(_ key: String) -> String? {
    guard node(key) != nil else {
      reportMissing(key, hints: ["add '\(key): …'"])
      return nil
    }
    guard let text = optionalText(key) else { return nil }
    guard !text.allSatisfy(\.isWhitespace) else {
      report("empty-value", "'\(key)' must not be empty", at: key)
      return nil
    }
    return text
  }

  /// An id that must be there: no white space, no control characters, at most 120 characters.
  func requiredID<Kind>(_ key: String, _: Identifier<Kind>.Type) -> Identifier<Kind>? {
    guard let text = requiredText(key) else { return nil }
    return checkedID(text, at: location(of: key)).map { Identifier($0) }
  }

  func optionalID<Kind>(_ key: String, _: Identifier<Kind>.Type) -> Identifier<Kind>? {
    guard let text = optionalText(key) else { return nil }
    return checkedID(text, at: location(of: key)).map { Identifier($0) }
  }

  private func checkedID(_ text: String, at location: SourceLocation) -> String? {
    let isPrintable = text.unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F }
      return !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
        && scalar.properties.generalCategory != .format
    }
    guard isPrintable, !text.isEmpty, text.count <= 120 else {
      context.sink.error(
        "bad-id", "'\(text.prefix(60))' cannot be an id", at: location,
        hints: ["an id has at most 120 characters and no blanks in it"])
      return nil
    }
    return text
  }

  func texts(_ key: String) -> [String] { located(key).map(\.text) }

  func ids<Kind>(_ key: String, _: Identifier<Kind>.Type) -> [Identifier<Kind>] {
    located(key).compactMap { checkedID($0.text, at: $0.location).map { Identifier($0) } }
  }

  /// The scalars of a list.
  private func located(_ key: String) -> [YAMLNode.Scalar] {
    nodes(key).compactMap { item in
      if case .scalar(let scalar) = item { return scalar }
      context.sink.error(
        "wrong-type", "'\(key)' must be a list of single values, but here is \(item.kindName)",
        at: item.location)
      return nil
    }
  }

  // MARK: Typed values

  func bool(_ key: String) -> Bool {
    guard let text = optionalText(key) else { return false }
    switch text {
    case "true": return true
    case "false": return false
    default:
      report("wrong-type", "'\(key)' must be true or false, not '\(text)'", at: key)
      return false
    }
  }

  func integer(_ key: String) -> Int? {
    guard let text = optionalText(key) else { return nil }
    if let number = Int(text) { return number }
    report("wrong-type", "'\(key)' must be a whole number, not '\(text)'", at: key)
    return nil
  }

  func number(_ key: String) -> Double? {
    guard let text = optionalText(key) else { return nil }
    // Swift would also read hexadecimal numbers.
    let isDecimal = text.utf8.allSatisfy { Self.decimalBytes.contains($0) }
    if isDecimal, let number = Double(text), number.isFinite { return number }
    report("wrong-type", "'\(key)' must be a number, not '\(text)'", at: key)
    return nil
  }

  private static let decimalBytes = Set("0123456789.+-eE".utf8)

  /// A number above 0 and up to 1 (or below it, where `includingOne` is false).
  func share(_ key: String, includingOne: Bool = true) -> Double? {
    guard let number = number(key) else { return nil }
    guard number > 0, includingOne ? number <= 1 : number < 1 else {
      let range = includingOne ? "greater than 0 and at most 1" : "between 0 and 1, both excluded"
      report(
        "out-of-range", "'\(key)' must be \(range), not \(text(key))", at: key,
        hints: number > 1 && number <= 100 ? ["50 % is written 0.5"] : [])
      return nil
    }
    return number
  }

  func date(_ key: String) -> CalendarDate? {
    guard let text = optionalText(key) else { return nil }
    if let date = CalendarDate(text) { return date }
    report("wrong-type", "'\(key)' must be a day as YYYY-MM-DD, not '\(text)'", at: key)
    return nil
  }

  /// One of the words of an enumeration, or nil when the key is absent or the word unknown.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _: Word.Type
  ) -> Word? {
    guard let text = optionalText(key) else { return nil }
    return word(text, key, at: location(of: key))
  }

  func words<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _: Word.Type
  ) -> [Word] {
    located(key).compactMap { word($0.text, key, at: $0.location) }
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ key: String, at location: SourceLocation
  ) -> Word? {
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    context.sink.error(
      "unknown-word", "'\(key)' cannot be '\(text)'", at: location,
      hints: NearestMatch.hints(text, in: known)
        + ["it is one of: \(known.joined(separator: ", "))"])
    return nil
  }

  func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) -> Word? {
    guard node(key) != nil else {
      reportMissing(
        key, hints: ["it is one of: \(type.allCases.map(\.rawValue).joined(separator: ", "))"])
      return nil
    }
    return word(key, type)
  }

  // MARK: Structure

  /// The items of a list.
  func nodes(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      report(
        "wrong-type", "'\(key)' must be a list, but here is \(node.kindName)", at: key,
        hints: ["write each item on a line of its own, with '- ' before it"])
      return []
    }
    return sequence.items
  }

  /// The entries of a mapping.
  func entries(_ key: String) -> [YAMLNode.Entry] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let mapping) = node else {
      report(
        "wrong-type", "'\(key)' must be a mapping (key: value), but here is \(node.kindName)",
        at: key)
      return []
    }
    return mapping.entries
  }

  /// The fields of each item of a list.
  func items<Item>(
    _ key: String, of what: String, keys: [String], _ read: (FieldReader) -> Item?
  ) -> [Item] {
    nodes(key).compactMap { node in
      context.fields(node, of: what, keys: keys).flatMap(read)
    }
  }

  /// The fields of a mapping.
  func child(_ key: String, of what: String, keys: [String]) -> FieldReader? {
    node(key).flatMap { context.fields($0, of: what, keys: keys) }
  }
}
