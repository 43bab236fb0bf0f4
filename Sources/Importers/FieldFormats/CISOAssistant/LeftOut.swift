internal import Diagnostics

/// What a library holds and a catalog has no room for: counted, and told in one note.
struct LeftOut {
  private var counts: [(name: String, number: Int)] = []

  mutating func add(_ name: String, _ number: Int = 1) {
    guard number > 0 else { return }
    if let index = counts.firstIndex(where: { $0.name == name }) {
      counts[index].number += number
    } else {
      counts.append((name, number))
    }
  }

  /// The note, or none when nothing was left out.
  func diagnostics(file: String) -> [Diagnostic] {
    guard !counts.isEmpty else { return [] }
    let list = counts.map { "\($0.name) \($0.number)" }.joined(separator: ", ")
    return [
      Diagnostic(
        .note, id: "library-left-out", "not taken over: \(list)", at: SourceLocation(file: file),
        hints: ["a catalog has no room for them; the library itself keeps them"])
    ]
  }
}
