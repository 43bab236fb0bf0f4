public import ControlModel

/// A row that came back, with each cell read as what its column asks for.
struct FilledRow {
  var practice: Practice
  /// Nil for every context that says nothing of its own.
  var context: ContextID?
  /// What was exported; nil for a row that somebody added.
  var stamp: RowStamp?
  /// The fields whose columns are there and whose cells could be read.
  var texts: [AnswerField: String] = [:]
  /// The piece of evidence that is to be added.
  var newEvidence: NewEvidence?
  var places: [QuestionnaireColumn: CellPlace] = [:]

  /// Where a field stands.
  func place(of field: AnswerField) -> CellPlace? {
    QuestionnaireColumn(rawValue: field.rawValue).flatMap { places[$0] } ?? places[.practice]
  }

  /// Whether somebody changed the cell of a field after the export.
  func isEdited(_ field: AnswerField) -> Bool {
    guard let text = texts[field] else { return false }
    guard let stamp else { return true }
    return stamp.marks[field] != AnswerTexts.mark(text)
  }
}

/// A piece of evidence that a row brings.
public struct NewEvidence: Sendable, Hashable {
  /// The piece; its id is ours where it is not registered yet.
  public var evidence: Evidence
  /// Where it stands.
  public var place: CellPlace
}
