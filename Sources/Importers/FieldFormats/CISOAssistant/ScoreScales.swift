internal import YAMLEvents

/// What the scores of a framework mean, for the notes of its catalog.
struct ScoreScales {
  /// A note for each scale.
  private(set) var notes: [String] = []
  /// How many values have another shape than theirs.
  private(set) var strange = 0

  /// A list, or (in new libraries) a mapping of one or several lists, of which `scale` is that of the
  /// whole framework.
  init(_ framework: LibraryFields) {
    let key = "scores_definition"
    switch framework.node(key) {
    case .sequence(let sequence)?: add("Scores", framework, .sequence(sequence))
    case .mapping?:
      guard let scales = framework.items(key).first else { return }
      for entry in scales.mapping.entries where entry.key != "translations" {
        add(entry.key == "scale" ? "Scores" : "Scores '\(entry.key)'", scales, entry.value)
      }
    case .scalar?: strange = 1
    case nil: break
    }
  }

  private mutating func add(_ title: String, _ fields: LibraryFields, _ scale: YAMLNode) {
    strange += LibraryFields.strangers(in: scale).count
    let lines = fields.items(of: scale).map(Self.line)
    guard !lines.isEmpty else { return }
    notes.append(([title + ":"] + lines.map { "- \($0)" }).joined(separator: "\n"))
  }

  private static func line(_ score: LibraryFields) -> String {
    let head = ["score", "name"].map(score.text).filter { !$0.isEmpty }.joined(separator: " ")
    let rest = ["description", "description_doc"].map(score.text).filter { !$0.isEmpty }
    return ([head] + rest).filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
