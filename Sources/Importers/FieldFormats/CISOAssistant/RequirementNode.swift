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
  static let keys: Set<String> = [
    "urn", "parent_urn", "ref_id", "name", "description", "annotation", "typical_evidence",
    "assessable", "depth", "implementation_groups", "threats", "reference_controls", "importance",
    "weight", "questions", "question", "translations", "urn_id", "display_mode",
  ]

  init(_ fields: LibraryFields) {
    self.fields = fields
    printed = LibraryURN(fields.text("urn"))
    urn = printed
    let parent = fields.text("parent_urn")
    self.parent = parent.isEmpty ? nil : LibraryURN(parent)
    reference = fields.text("ref_id")
    depth = Int(fields.text("depth"))
    // The tool never asks about a page that only greets, whatever its flag says.
    isAssessable = fields.flag("assessable") && fields.text("display_mode") != "splash"
  }

  /// Gives it a name of its own: it is the `number`th of those that share one.
  mutating func setApart(_ number: Int) {
    urn = LibraryURN("\(printed.text)~\(number)")
  }

  /// What stands as its title: its name; where it has no text at all, the one question that it
  /// asks, or else its number.
  var title: String {
    let name = fields.text("name")
    guard name.isEmpty, fields.text("description").isEmpty else { return name }
    let questions = questions
    return questions.count == 1 ? questions[0] : reference
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
      case .scalar(let scalar)?: texts.append(FoldedText.fold(scalar.text))
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
