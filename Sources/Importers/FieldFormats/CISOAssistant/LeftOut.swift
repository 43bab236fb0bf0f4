internal import Diagnostics

/// What a library holds and a catalog has no room for: counted, and told in one note.
struct LeftOut {
  private var counts: [(name: String, number: Int)] = []
  /// Where each name stands among them.
  private var places: [String: Int] = [:]
  /// The languages of texts that could be taken instead.
  private var languages: Set<String> = []

  mutating func add(_ name: String, _ number: Int = 1) {
    guard number > 0 else { return }
    if let place = places[name] {
      counts[place].number += number
    } else {
      places[name] = counts.count
      counts.append((name, number))
    }
  }

  mutating func add(_ other: LeftOut) {
    for count in other.counts { add(count.name, count.number) }
    languages.formUnion(other.languages)
  }

  /// Texts in other languages, `number` in all.
  mutating func add(translations number: Int, in languages: [String]) {
    guard number > 0 else { return }
    add("translations (\(languages.joined(separator: ", ")))", number)
    self.languages.formUnion(languages)
  }

  /// Names in the note: libraries have some dozen keys.
  private static let nameLimit = 60

  /// The note, or none when nothing was left out.
  func diagnostics(file: String) -> [Diagnostic] {
    guard !counts.isEmpty else { return [] }
    let named = counts.prefix(Self.nameLimit).map { "\($0.name) \($0.number)" }
    let more = counts.count - Self.nameLimit
    let list = named.joined(separator: ", ") + (more > 0 ? " and \(more) more sorts of things" : "")
    return [
      Diagnostic(
        .note, id: "library-left-out", "not taken over: \(list)", at: SourceLocation(file: file),
        hints: ["a catalog has no room for them; the library itself keeps them"]
          + (languages.isEmpty
            ? []
            : [
              "--language takes the texts in one of: \(languages.sorted().joined(separator: ", "))"
            ])
      )
    ]
  }
}
