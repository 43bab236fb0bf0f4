internal import ControlModel

/// What a row was when it was exported: `cw1 <organisation> <practice> <context> <marks>`.
struct RowStamp: Sendable, Hashable {
  var organisation: String
  var practice: PracticeID
  /// Nil for the row of all contexts.
  var context: ContextID?
  var marks: [AnswerField: String]

  private static let version = "cw1"
  /// An id has no colon at its start and end, because it has no blanks: this can be none.
  private static let everywhere = "::"

  init(
    organisation: String, practice: PracticeID, context: ContextID?, texts: AnswerTexts
  ) {
    self.organisation = AnswerTexts.mark(organisation)
    self.practice = practice
    self.context = context
    marks = texts.marks()
  }

  /// Reads a stamp; nil when it is none, or was damaged.
  init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 5, parts[0] == Self.version else { return nil }
    let marks = parts[4].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard marks.count == AnswerField.allCases.count else { return nil }
    organisation = parts[1]
    practice = PracticeID(parts[2])
    context = parts[3] == Self.everywhere ? nil : ContextID(parts[3])
    self.marks = Dictionary(uniqueKeysWithValues: zip(AnswerField.allCases, marks))
  }

  var text: String {
    let all = AnswerField.allCases.map { marks[$0] ?? "" }.joined(separator: ".")
    return [
      Self.version, organisation, practice.rawValue, context?.rawValue ?? Self.everywhere, all,
    ].joined(separator: " ")
  }
}
