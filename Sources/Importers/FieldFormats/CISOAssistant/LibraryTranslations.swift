internal import YAMLEvents

/// Counts the languages in which something of a library is said as well.
struct LibraryTranslations {
  /// How many things have texts in a language; by the language as the library names it.
  private(set) var counts: [String: Int] = [:]

  /// Of `fields` and all that they hold.
  init(_ fields: LibraryFields) { add(.mapping(fields.mapping)) }

  private mutating func add(_ node: YAMLNode) {
    switch node {
    case .scalar: break
    case .sequence(let sequence): for item in sequence.items { add(item) }
    case .mapping(let mapping):
      for entry in mapping.entries {
        guard entry.key == "translations", case .mapping(let languages) = entry.value else {
          add(entry.value)
          continue
        }
        for language in languages.entries { counts[language.key, default: 0] += 1 }
      }
    }
  }

  /// The languages, sorted.
  var languages: [String] { counts.keys.sorted() }

  /// How much is said in other languages than the one that was asked for, and in which.
  func left(besides asked: LibraryLanguage?) -> (number: Int, languages: [String]) {
    let others = languages.filter { asked?.isMeant(by: $0) != true }
    return (others.map { counts[$0, default: 0] }.reduce(0, +), others)
  }
}
