public import ControlModel

/// Practices to be answered in a spreadsheet, with what is answered so far.
public struct Questionnaire: Sendable {
  /// What stands in the cell for every context that says nothing of its own: no id, because an id
  /// has no blanks.
  public static let everyContext = "all contexts"

  /// The assessment that it was made from.
  public let assessment: Assessment
  /// The practices that are asked, in their order.
  public let practices: [Practice]
  /// Whose practices they are, when they are one owner's only.
  public let owner: String?
  /// The day of the export.
  public let asOf: CalendarDate

  /// Makes a questionnaire.
  public init(
    _ assessment: Assessment, practices: [Practice], owner: String? = nil, asOf: CalendarDate
  ) {
    self.assessment = assessment
    self.practices = practices
    self.owner = owner
    self.asOf = asOf
  }

  /// One row.
  public struct Row: Sendable {
    /// The practice.
    public let practice: Practice
    /// Nil for every context that says nothing of its own.
    public let context: ContextID?
    /// What is answered so far.
    public let texts: AnswerTexts
    let stamp: RowStamp

    /// The text of a cell.
    public func text(_ column: QuestionnaireColumn) -> String {
      if let field = column.field { return texts[field] }
      switch column {
      case .practice: return practice.id.rawValue
      case .title: return practice.title
      case .whatCounts: return practice.description
      case .gradingPartial: return practice.partial
      case .typicalEvidence: return practice.evidence.joined(separator: "; ")
      case .context: return context?.rawValue ?? Questionnaire.everyContext
      case .parameter: return practice.parameter.map(Self.words) ?? ""
      case .exported: return stamp.text
      default: return ""
      }
    }

    /// `patch-days: a whole number, in days; lower is better`
    private static func words(_ parameter: Practice.Parameter) -> String {
      guard parameter.type != .choice else {
        let choices = parameter.choices.joined(separator: ", ")
        return "\(parameter.name): one of \(choices) (weakest first)"
      }
      let noun = parameter.type == .integer ? "a whole number" : "a number"
      let unit = parameter.unit.isEmpty ? "" : ", in \(parameter.unit)"
      let better = parameter.lowerIsBetter ? "lower" : "higher"
      return "\(parameter.name): \(noun)\(unit); \(better) is better"
    }
  }

  /// The rows: each practice for every context, then the contexts that say something of their own.
  public func rows() -> [Row] {
    let answers = Dictionary(assessment.answers.map { ($0.practice, $0) }) { first, _ in first }
    return practices.flatMap { practice -> [Row] in
      let answer = answers[practice.id]
      let special = assessment.contexts.map(\.id).filter { answer?.contexts[$0] != nil }
      return ([nil] + special.map(Optional.some)).map { context in
        let texts = AnswerTexts(answer, in: context, practice)
        return Row(
          practice: practice, context: context, texts: texts,
          stamp: RowStamp(
            organisation: assessment.organisation, practice: practice.id, context: context,
            texts: texts))
      }
    }
  }

  /// Who owns a practice here: as answered, else the usual owner.
  public static func owner(of practice: Practice, _ answer: Answer?) -> String {
    let own = answer?.owner ?? ""
    return own.isEmpty ? practice.owner : own
  }
}
