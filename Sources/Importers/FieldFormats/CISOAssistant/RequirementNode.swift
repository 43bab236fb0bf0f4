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

  /// Keys that go into the control; others are counted.
  static let keys: Set<String> =
    Set(texts + lists)
    .union(["urn", "parent_urn", "assessable", "depth", "questions", "question", "translations"])
  /// Keys of a single text.
  private static let texts = [
    "ref_id", "name", "description", "annotation", "typical_evidence", "importance", "weight",
    "urn_id", "display_mode",
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

  /// What stands as its title: its name; where it has no text at all, the one question that it
  /// asks, or else its number, or the end of its URN.
  var title: String {
    let name = fields.text("name")
    guard name.isEmpty, fields.text("description").isEmpty else { return name }
    let questions = questions
    if questions.count == 1 { return questions[0] }
    return !reference.isEmpty ? reference : printed.tail.isEmpty ? printed.text : printed.tail
  }

  /// The controls and threats that it names.
  var related: [String] {
    ["reference_controls", "security_functions", "threats"].flatMap(fields.texts)
  }

  /// The keys of which something could not be taken over because it has another shape than theirs,
  /// and how much.
  var unsaid: [(key: String, number: Int)] {
    Self.texts.map { ($0, fields.unsaid($0)) }
      + Self.lists.map { ($0, fields.unsaid($0, isList: true)) }
  }

  /// What else the library says of it, a note each.
  var notes: [String] {
    var notes: [String] = []
    func add(_ name: String, _ text: String) {
      if !text.isEmpty { notes.append("\(name): \(text)") }
    }
    add("Annotation", fields.text("annotation"))
    add("Typical evidence", fields.text("typical_evidence"))
    add("Implementation groups", fields.texts("implementation_groups").joined(separator: ", "))
    add("Importance", fields.text("importance"))
    add("Weight", fields.text("weight"))
    let questions = questions
    for question in questions where question != title { add("Question", question) }
    let display = fields.text("display_mode")
    if display != "default" { add("Display mode", display) }
    return notes
  }

  /// Questions stand as a list, as a mapping by their URN, or (in old libraries) as one object
  /// `question` that holds the list.
  private var questions: [String] {
    var texts: [String] = []
    for key in ["questions", "question"] {
      switch fields.node(key) {
      case .scalar(let scalar)?: texts.append(FoldedText.foldSpaces(scalar.text))
      case .sequence?: texts += fields.items(key).map { $0.text("text") }
      case .mapping(let mapping)?:
        let inner = LibraryFields(.mapping(mapping))?.items("questions") ?? []
        texts += inner.map { $0.text("text") }
        texts += mapping.entries.compactMap { LibraryFields($0.value)?.text("text") }
      case nil: break
      }
    }
    return texts.filter { !$0.isEmpty }
  }
}
