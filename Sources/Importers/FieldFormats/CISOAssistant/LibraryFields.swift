internal import Diagnostics
internal import YAMLEvents

/// The fields of one mapping of a library. It reads what it can and remembers which keys it never
/// asked for, so that nothing is dropped silently.
struct LibraryFields {
  let mapping: YAMLNode.Mapping
  /// What texts are taken of `translations`. Fields within these have the same.
  let languages: LibraryLanguages

  init?(_ node: YAMLNode?, languages: LibraryLanguages = LibraryLanguages()) {
    guard case .mapping(let mapping)? = node else { return nil }
    self.mapping = mapping
    self.languages = languages
  }

  /// The language that was asked for.
  var language: LibraryLanguage? { languages.asked }

  var location: SourceLocation { mapping.location }

  /// The value of `key`, unless it is absent or nothing.
  func node(_ key: String) -> YAMLNode? {
    guard let entry = mapping.entries.first(where: { $0.key == key }) else { return nil }
    if case .scalar(let scalar) = entry.value, Self.isNothing(scalar) { return nil }
    return entry.value
  }

  /// `Null` and `NULL` are nothing as well, in the YAML of other programs.
  private static func isNothing(_ scalar: YAMLNode.Scalar) -> Bool {
    scalar.isNull || (scalar.isPlain && ["Null", "NULL"].contains(scalar.text))
  }

  func location(of key: String) -> SourceLocation { node(key)?.location ?? location }

  /// A single value with white space folded, or the values of a list one after the other; empty when
  /// there is none.
  func text(_ key: String) -> String {
    switch said(key) {
    case .scalar(let scalar)?: FoldedText.foldSpaces(scalar.text)
    case .sequence(let sequence)?: Self.texts(of: sequence).joined(separator: " ")
    case .mapping?, nil: ""
    }
  }

  /// The same, with a line for each paragraph and point of a list.
  func lines(_ key: String) -> String {
    switch said(key) {
    case .scalar(let scalar)?: ListedText.fold(scalar.text)
    case .sequence(let sequence)?: Self.texts(of: sequence).joined(separator: "\n")
    case .mapping?, nil: ""
    }
  }

  /// The value of `key`: in the language that was asked for, as the mapping itself has it, in the
  /// language of the library, in any other.
  private func said(_ key: String) -> YAMLNode? { spoken(key)?.value }

  /// The same, with its language. Names of things are the same in all.
  func spoken(_ key: String) -> Spoken? {
    let own = node(key).flatMap { Self.isBlank($0) ? nil : $0 }
    guard Self.isTranslated(key), let translations else { return own.map { ($0, nil) } }
    if own != nil, languages.asked == nil { return own.map { ($0, nil) } }
    return chosen(
      own: own,
      among: translations.mapping.entries.compactMap { entry in
        LibraryFields(entry.value)?.node(key).flatMap { value in
          Self.isBlank(value) ? nil : (value, entry.key)
        }
      })
  }

  /// A value, with its language in `translations`; nil: the mapping itself has it.
  typealias Spoken = (value: YAMLNode, language: String?)

  static func isTranslated(_ key: String) -> Bool {
    !["urn", "ref_id", "parent_urn"].contains(key)
  }

  /// Which of the values of one key is taken.
  ///
  /// - Parameters:
  ///   - own: what the mapping itself has, unless it is blank.
  ///   - all: what its translations have, in their order.
  func chosen(own: YAMLNode?, among all: [Spoken]) -> Spoken? {
    if own != nil, languages.asked == nil { return own.map { ($0, nil) } }
    func first(_ language: LibraryLanguage?) -> Spoken? {
      all.first { text in text.language.map { language?.isMeant(by: $0) == true } == true }
    }
    return first(languages.asked) ?? own.map { ($0, nil) } ?? first(languages.own) ?? all.first
  }

  /// Whether a value is nothing, or a text in which nothing shows.
  static func isBlank(_ node: YAMLNode) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return isNothing(scalar) || FoldedText.foldSpaces(scalar.text).isEmpty
  }

  /// Whether a value has a text of its own.
  static func holdsText(_ node: YAMLNode) -> Bool {
    switch node {
    case .scalar: !isBlank(node)
    case .sequence(let sequence): !texts(of: sequence).isEmpty
    case .mapping: false
    }
  }

  /// What the mapping says in other languages, each a mapping by its name.
  var translations: LibraryFields? { LibraryFields(node("translations")) }

  /// The languages of `translations` that were not asked for.
  var otherLanguages: [String] {
    guard case .mapping(let mapping)? = node("translations") else { return [] }
    return mapping.entries.map(\.key).filter { language?.isMeant(by: $0) != true }
  }

  /// Whether a flag is set: whatever is not a way to say no sets it, as in the tool.
  func flag(_ key: String) -> Bool {
    !["", "false", "no", "off", "n", "0", "none"].contains(text(key).lowercased())
  }

  /// Single values of a list, and the urns of those of its items that are objects; a lone value is
  /// a list of one, split at commas or what else is said.
  func texts(_ key: String, splitAt separator: Character = ",") -> [String] {
    switch node(key) {
    case .sequence(let sequence)?:
      return Self.texts(of: sequence)
    case .scalar(let scalar)?:
      return scalar.text.split(separator: separator).map(FoldedText.foldSpaces)
        .filter { !$0.isEmpty }
    case .mapping(let mapping)?:
      return [Self.text(ofItem: .mapping(mapping))].compactMap(\.self)
    case nil: return []
    }
  }

  private static func texts(of sequence: YAMLNode.Sequence) -> [String] {
    sequence.items.compactMap(text(ofItem:))
  }

  /// What one value says; nil when that is nothing.
  static func text(ofItem item: YAMLNode) -> String? {
    switch item {
    case .scalar(let scalar):
      let text = isNothing(scalar) ? "" : FoldedText.foldSpaces(scalar.text)
      return text.isEmpty ? nil : text
    case .mapping:
      let fields = LibraryFields(item)
      return ["urn", "ref_id", "name"].compactMap { fields?.text($0) }.first { !$0.isEmpty }
    case .sequence: return nil
    }
  }

  /// How much of `key` neither `text` nor `texts` can say: a mapping in the place of a text, and
  /// items without one.
  func unsaid(_ key: String, isList: Bool = false) -> Int {
    switch node(key) {
    case .mapping: isList && !texts(key).isEmpty ? 0 : 1
    case .sequence(let sequence)?:
      sequence.items.count { item in
        if case .scalar = item { return false }
        return Self.text(ofItem: item) == nil
      }
    case .scalar?, nil: 0
    }
  }

  /// The items of a list that are mappings, or the one mapping that stands in its place.
  func items(_ key: String) -> [LibraryFields] { items(of: node(key)) }

  /// The same of a value that is at hand: to look a key up takes as long as there are keys.
  func items(of node: YAMLNode?) -> [LibraryFields] {
    switch node {
    case .sequence(let sequence)?:
      sequence.items.compactMap { LibraryFields($0, languages: languages) }
    case .mapping(let mapping)?:
      [LibraryFields(.mapping(mapping), languages: languages)].compactMap(\.self)
    case .scalar?, nil: []
    }
  }

  /// Where the items of a list stand that are no mappings, and so none of `items`.
  func strangers(_ key: String) -> [SourceLocation] { Self.strangers(in: node(key)) }

  /// The same of a value that is at hand.
  static func strangers(in node: YAMLNode?) -> [SourceLocation] {
    switch node {
    case .sequence(let sequence)?:
      sequence.items.filter { LibraryFields($0) == nil }.map(\.location)
    case .scalar(let scalar)?: [scalar.location]
    case .mapping?, nil: []
    }
  }

  /// How many items a list or mapping has, for what is only counted.
  func count(_ key: String) -> Int {
    switch node(key) {
    case .sequence(let sequence)?: sequence.items.count
    case .mapping(let mapping)?: mapping.entries.count
    case .scalar?: 1
    case nil: 0
    }
  }

  /// How many things a value holds: a mapping in the place of a list is one of them.
  static func number(of node: YAMLNode) -> Int {
    switch node {
    case .sequence(let sequence): sequence.items.count
    case .mapping: 1
    case .scalar(let scalar): isNothing(scalar) ? 0 : 1
    }
  }

  /// The keys with a value that are not in `known`, and how much they hold: the items of a list, or
  /// one.
  func others(besides known: Set<String>) -> [(key: String, number: Int)] {
    mapping.entries.filter { !known.contains($0.key) }.map { entry in
      switch entry.value {
      case .sequence(let sequence): (entry.key, sequence.items.count)
      case .mapping(let mapping): (entry.key, min(1, mapping.entries.count))
      case .scalar(let scalar): (entry.key, Self.isNothing(scalar) ? 0 : 1)
      }
    }
  }
}
