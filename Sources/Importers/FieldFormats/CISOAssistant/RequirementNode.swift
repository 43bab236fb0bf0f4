internal import Diagnostics
internal import YAMLEvents

/// One node of a framework as the library has it.
struct RequirementNode {
  let fields: LibraryFields
  /// As the library has it.
  let printed: LibraryURN
  /// What it is known by: `printed`, except where another node has that already.
  private(set) var urn: LibraryURN
  let parent: LibraryURN?
  let reference: String
  let depth: Int?
  let isAssessable: Bool
  let questions: NodeQuestions

  /// Keys that go into the control; others are counted.
  static let keys: Set<String> =
    Set(texts + lists)
    .union([
      "urn", "parent_urn", "assessable", "depth", "questions", "question", "questions_properties",
      "translations",
    ])
  /// Keys of a single text.
  private static let texts = [
    "ref_id", "name", "description", "annotation", "typical_evidence", "importance", "weight",
    "urn_id", "display_mode", "min_score", "max_score", "scores_definition_ref",
  ]
  /// Keys of several. Old libraries name reference controls security functions.
  private static let lists = [
    "implementation_groups", "threats", "reference_controls", "security_functions",
  ]

  /// Where a node stands in a library says what it is, in the oldest ones.
  enum Place {
    /// In `requirement_nodes`: it says itself whether it is assessed.
    case nodes
    /// In `requirement_groups`: a heading.
    case groups
    /// In `requirements`: it is assessed.
    case requirements
  }

  init(_ fields: LibraryFields, in place: Place = .nodes) {
    self.fields = fields
    printed = LibraryURN(fields.text("urn"))
    urn = printed
    let parent = fields.text("parent_urn")
    self.parent = parent.isEmpty ? nil : LibraryURN(parent)
    reference = fields.text("ref_id")
    questions = NodeQuestions(fields)
    depth = Double(fields.text("depth")).flatMap { Int(exactly: $0) }
    switch place {
    // The tool never asks about a page that only greets, whatever its flag says.
    case .nodes:
      isAssessable = fields.flag("assessable") && fields.text("display_mode") != "splash"
    case .groups: isAssessable = false
    case .requirements: isAssessable = true
    }
  }

  /// Gives it a name of its own: it is the `number`th of those that share one.
  mutating func setApart(_ number: Int, besides others: Set<LibraryURN>) {
    urn = LibraryURN("\(printed.text)~\(number)")
    while others.contains(urn) { urn = LibraryURN("\(urn.text)~") }
  }

  /// The texts of a node that a library may say in several languages.
  static let translated = ["name", "description", "annotation", "typical_evidence"]

  /// What stands as its title: its name; where it has no text at all, the one question that it
  /// asks, or else its number, or the end of its URN.
  var title: String {
    let name = fields.text("name")
    guard name.isEmpty, fields.text("description").isEmpty else { return name }
    if questions.all.count == 1, let text = questions.all.first?.text, !text.isEmpty { return text }
    return !reference.isEmpty ? reference : printed.tail.isEmpty ? printed.text : printed.tail
  }

  /// The controls and threats that it names.
  var related: [String] { Self.relatedKeys.flatMap { fields.texts($0) } }

  private static let relatedKeys = ["reference_controls", "security_functions", "threats"]

  /// The keys of which something could not be taken over because it has another shape than theirs,
  /// and how much.
  var unsaid: [(key: String, number: Int)] {
    Self.texts.map { ($0, fields.unsaid($0)) }
      + Self.lists.map { ($0, fields.unsaid($0, isList: true)) }
  }

  /// What else the library says of it, a note each; points of lists keep a line.
  func notes(_ names: RelatedNames) -> [String] {
    var notes: [String] = []
    func add(_ name: String, _ text: String) {
      if !text.isEmpty { notes.append("\(name): \(text)") }
    }
    add("Annotation", fields.lines("annotation"))
    add("Typical evidence", fields.lines("typical_evidence"))
    add("Implementation groups", fields.texts("implementation_groups").joined(separator: ", "))
    add("Importance", fields.text("importance"))
    add("Weight", fields.text("weight"))
    let scores = ["min_score", "max_score"].map(fields.text)
    if scores.contains(where: { !$0.isEmpty }) {
      add(
        "Scores of its own",
        zip(["from", "to"], scores).filter { !$1.isEmpty }
          .map { "\($0) \($1)" }.joined(separator: " "))
    }
    add("Scores as in", fields.text("scores_definition_ref"))
    let title = title
    for question in questions.all where question.text != title || !question.answers.isEmpty {
      notes.append(question.note)
    }
    for (key, name) in zip(
      Self.relatedKeys, ["Reference controls", "Security functions", "Threats"])
    {
      add(name, names.names(of: fields.texts(key)).joined(separator: "; "))
    }
    let display = fields.text("display_mode")
    if display != "default" { add("Display mode", display) }
    return notes
  }
}
