internal import Diagnostics
internal import YAMLEvents

/// The questions that a node asks, each with the answers to choose from.
struct NodeQuestions {
  /// In the order of the library.
  private(set) var all: [Question] = []
  /// Keys of which nothing was taken over, and how often they stand.
  private(set) var unsaid: [(key: String, number: Int)] = []

  struct Question {
    let text: String
    /// Of what sort it is, and under which heading it stands.
    let remarks: [String]
    /// What can be chosen, a line each.
    let answers: [String]

    /// A note: the question, and below it the answers.
    var note: String {
      let head = remarks.isEmpty ? "Question" : "Question (\(remarks.joined(separator: ", ")))"
      return (["\(head): \(text)"] + answers.map { "- \($0)" }).joined(separator: "\n")
    }
  }

  private static let questionKeys: Set<String> = [
    "urn", "text", "type", "choices", "translations", "ref_id",
  ]
  private static let choiceKeys: Set<String> = [
    "urn", "value", "description", "add_score", "compute_result", "select_implementation_groups",
    "translations", "ref_id",
  ]
  /// Where the oldest libraries put the answers to all questions of a node.
  private static let oldKeys: Set<String> = ["question_type", "question_choices", "questions"]

  init(_ fields: LibraryFields) {
    let groups = Self.groups(fields)
    for key in ["questions", "question"] {
      switch fields.node(key) {
      case .scalar?: add(Question(text: fields.text(key), remarks: [], answers: []))
      case .sequence?:
        for item in fields.items(key) { add(item, group: groups[item.text("urn").lowercased()]) }
        count("question of another shape", fields.strangers(key).count)
      case .mapping?:
        guard let asked = fields.items(key).first else { continue }
        if asked.node("questions") != nil {
          addOld(asked, groups)
        } else if !asked.text("text").isEmpty {
          add(asked, group: nil)
        } else {
          add(asked, groups)
        }
      case nil: break
      }
    }
  }

  /// Questions by their URN.
  private mutating func add(_ asked: LibraryFields, _ groups: [String: String]) {
    for entry in asked.mapping.entries {
      let group = groups[entry.key.lowercased()]
      switch entry.value {
      case .mapping:
        if let question = asked.items(of: entry.value).first { add(question, group: group) }
      case .scalar:
        let text = LibraryFields.text(ofItem: entry.value) ?? ""
        add(Question(text: text, remarks: [group].compactMap(\.self), answers: []))
      case .sequence: count("question of another shape")
      }
    }
  }

  /// One object with the questions in it, and the answers for all of them.
  private mutating func addOld(_ asked: LibraryFields, _ groups: [String: String]) {
    let answers = asked.texts("question_choices", splitAt: "\n")
    for item in asked.items("questions") {
      add(
        item, group: groups[item.text("urn").lowercased()], type: asked.text("question_type"),
        answers: answers)
    }
    count("question of another shape", asked.strangers("questions").count)
    for (key, number) in asked.others(besides: Self.oldKeys) {
      count("question \(key)", min(1, number))
    }
  }

  private mutating func add(
    _ question: LibraryFields, group: String?, type: String = "", answers: [String] = []
  ) {
    let own = question.text("type")
    let type = (own.isEmpty ? type : own).replacing("_", with: " ")
    let isUsual = ["", "text", "unique choice"].contains(type)
    var answers = answers
    for choice in question.items("choices") {
      answers.append(Self.answer(choice))
      for (key, number) in choice.others(besides: Self.choiceKeys) {
        count("answer \(key)", min(1, number))
      }
    }
    if question.items("choices").isEmpty {
      answers += question.texts("choices", splitAt: "\n")
    } else {
      count("answer of another shape", question.strangers("choices").count)
    }
    count("question text of another shape", question.unsaid("text"))
    add(
      Question(
        text: question.text("text"), remarks: [group, isUsual ? nil : type].compactMap(\.self),
        answers: answers))
    for (key, number) in question.others(besides: Self.questionKeys) {
      count("question \(key)", min(1, number))
    }
  }

  private mutating func add(_ question: Question) {
    guard !question.text.isEmpty || !question.answers.isEmpty else { return }
    all.append(question)
  }

  private mutating func count(_ key: String, _ number: Int = 1) {
    guard number > 0 else { return }
    unsaid.append((key, number))
  }

  /// What can be chosen, and what follows from it.
  private static func answer(_ choice: LibraryFields) -> String {
    var effects: [String] = []
    switch choice.text("compute_result").lowercased() {
    case "": break
    case "true": effects.append("compliant")
    case "false": effects.append("non-compliant")
    case "non_compliant": effects.append("non-compliant")
    case let result: effects.append(result.replacing("_", with: " "))
    }
    let score = choice.text("add_score")
    if !score.isEmpty { effects.append("score \(score)") }
    let groups = choice.texts("select_implementation_groups")
    if !groups.isEmpty { effects.append("selects \(groups.joined(separator: ", "))") }
    let text = [choice.text("value"), choice.text("description")].filter { !$0.isEmpty }
      .joined(separator: ": ")
    return effects.isEmpty ? text : "\(text) (\(effects.joined(separator: "; ")))"
  }

  /// The headings under which a node's page shows its questions, by the URN of the question.
  private static func groups(_ fields: LibraryFields) -> [String: String] {
    var headings: [String: String] = [:]
    guard let groups = fields.items("questions_properties").first?.node("groups") else {
      return headings
    }
    let nodes: [YAMLNode] =
      switch groups {
      case .mapping(let mapping): mapping.entries.map(\.value)
      case .sequence(let sequence): sequence.items
      case .scalar: []
      }
    for node in nodes {
      guard let group = LibraryFields(node, languages: fields.languages) else { continue }
      let heading = ["description", "name"].map(group.text).first { !$0.isEmpty }
      for urn in group.texts("order") { headings[urn.lowercased()] = heading }
    }
    return headings
  }
}
