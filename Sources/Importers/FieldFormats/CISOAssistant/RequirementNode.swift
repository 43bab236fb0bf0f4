internal import Diagnostics
internal import YAMLEvents

/// One node of a framework as the library has it.
struct RequirementNode {
  let fields: LibraryFields
  let urn: LibraryURN
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
    urn = LibraryURN(fields.text("urn"))
    let parent = fields.text("parent_urn")
    self.parent = parent.isEmpty ? nil : LibraryURN(parent)
    reference = fields.text("ref_id")
    depth = Int(fields.text("depth"))
    isAssessable = fields.flag("assessable")
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
    for question in questions { add("Question", question) }
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
