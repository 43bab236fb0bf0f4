internal import ControlModel
internal import Digests
internal import Spreadsheets

/// What an answer says in one place, field by field, as the cells of a questionnaire say it.
///
/// Two texts that mean the same are the same here, so that what a spreadsheet program does to a
/// cell that nobody edited never looks like an edit.
public struct AnswerTexts: Sendable, Hashable {
  private var texts: [AnswerField: String] = [:]

  /// The text of a field; empty when it says nothing.
  public subscript(field: AnswerField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// Nothing but that nobody has said anything.
  init() { self[.status] = Finding.Status.unanswered.word }

  /// - Parameters:
  ///   - answer: nil when there is none.
  ///   - context: nil for what holds in every context that says nothing of its own.
  init(_ answer: Answer?, in context: ContextID?, _ practice: Practice) {
    self.init()
    guard let answer else { return }
    let finding = context.map { answer.finding(in: $0) } ?? answer.finding
    self[.status] = finding.status.word
    if case .partial(let extent) = finding.status { self[.extent] = Self.number(extent) }
    self[.value] = Self.value(finding.value ?? "", practice.parameter)
    self[.plannedValue] = Self.value(finding.plannedValue ?? "", practice.parameter)
    self[.due] = finding.due?.description ?? ""
    self[.rationale] = Self.plain(finding.rationale)
    self[.evidence] = finding.evidence.map(\.rawValue).joined(separator: "; ")
    guard context == nil else { return }
    self[.owner] = Self.plain(answer.owner)
    self[.supplier] = Self.plain(answer.supplier)
    self[.notes] = Self.plain(answer.notes)
  }

  /// A text as a cell holds it, without blanks around it.
  static func plain(_ text: String) -> String {
    let fitted = CellText.shown(text)
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    return String(
      fitted.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }

  /// A value of a parameter: `14.0` is `14`.
  static func value(_ text: String, _ parameter: Practice.Parameter?) -> String {
    let text = plain(text)
    guard let parameter, parameter.type != .choice, let rank = parameter.rank(of: text) else {
      return text
    }
    return number(rank)
  }

  /// A number without what it does not need: `14`, `0.5`.
  static func number(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(number)
  }

  /// A mark for each field, by which an edit is told from what was exported.
  func marks() -> [AnswerField: String] {
    Dictionary(
      uniqueKeysWithValues: AnswerField.allCases.map { ($0, Self.mark(self[$0])) })
  }

  /// Eleven hex digits for a text.
  static func mark(_ text: String) -> String { String(SHA256.hex(of: text).prefix(11)) }
}
