internal import YAMLEvents

/// The languages in which something of a library is said as well.
struct LibraryTranslations {
  /// All of them, as the library names them.
  private(set) var languages: Set<String> = []
  /// How many things have texts in a language that are not taken, by language.
  private var left: [String: Int] = [:]
  private let chosen: LibraryLanguages

  /// Of `fields` and all that they hold.
  init(_ fields: LibraryFields) {
    chosen = fields.languages
    add(.mapping(fields.mapping))
  }

  private mutating func add(_ node: YAMLNode) {
    switch node {
    case .scalar: break
    case .sequence(let sequence): for item in sequence.items { add(item) }
    case .mapping(let mapping):
      for entry in mapping.entries {
        if entry.key != "translations" {
          add(entry.value)
        } else if let fields = LibraryFields(node, languages: chosen) {
          add(translationsOf: fields)
        }
      }
    }
  }

  private mutating func add(translationsOf fields: LibraryFields) {
    var texts: [String: [LibraryFields.Spoken]] = [:]
    for entry in fields.translations?.mapping.entries ?? [] {
      languages.insert(entry.key)
      for text in LibraryFields(entry.value)?.mapping.entries ?? []
      where !LibraryFields.isBlank(text.value) {
        texts[text.key, default: []].append((text.value, entry.key))
      }
    }
    let own = Dictionary(
      fields.mapping.entries.lazy.filter { !LibraryFields.isBlank($0.value) }
        .map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var leaving: Set<String> = []
    for (key, all) in texts {
      let taken =
        LibraryFields.isTranslated(key)
        ? fields.chosen(own: own[key], among: all)?.language : nil
      for case (let value, let language?) in all
      where language != taken && LibraryFields.holdsText(value) { leaving.insert(language) }
    }
    for language in leaving { left[language, default: 0] += 1 }
  }

  /// Whether `node`, or something in it, has texts in a language; looks no further than needed.
  static func has(_ language: LibraryLanguage, in node: YAMLNode) -> Bool {
    switch node {
    case .scalar: false
    case .sequence(let sequence): sequence.items.contains { has(language, in: $0) }
    case .mapping(let mapping):
      mapping.entries.contains { entry in
        guard entry.key == "translations", case .mapping(let languages) = entry.value else {
          return has(language, in: entry.value)
        }
        return languages.entries.contains { language.isMeant(by: $0.key) }
      }
    }
  }

  /// How much is said in other languages and is not taken, and in which, sorted.
  var leftOut: (number: Int, languages: [String]) {
    (left.values.reduce(0, +), left.keys.sorted())
  }
}
