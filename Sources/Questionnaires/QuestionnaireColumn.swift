internal import ControlModel

/// A column of a questionnaire, known by its head.
public enum QuestionnaireColumn: String, Sendable, Hashable, CaseIterable {
  case practice, title
  case whatCounts = "what counts"
  case gradingPartial = "how to grade partial"
  case typicalEvidence = "typical evidence"
  case context, status, extent
  case parameter = "value asked for"
  case value
  case plannedValue = "planned value"
  case due, rationale, evidence
  case newTitle = "new evidence: title"
  case newLocation = "new evidence: file or address"
  case newKind = "new evidence: kind"
  case newShows = "new evidence: shows (day)"
  case newValidUntil = "new evidence: valid until"
  case newSHA256 = "new evidence: sha256"
  case owner, supplier, notes
  /// What the row said when it was exported; not for people.
  case exported

  /// What the cell answers; nil for what is only read.
  public var field: AnswerField? { AnswerField(rawValue: rawValue) }

  /// Whether it is filled in.
  public var isInput: Bool { field != nil || self == .context || isNewEvidence }

  /// Whether it describes a piece of evidence that is to be added.
  public var isNewEvidence: Bool { Self.newEvidence.contains(self) }

  /// Whether it holds ids, which must not become numbers or days.
  var holdsIDs: Bool { self == .practice || self == .context || self == .evidence }

  static let newEvidence: [QuestionnaireColumn] = [
    .newTitle, .newLocation, .newKind, .newShows, .newValidUntil, .newSHA256,
  ]
}

/// One thing that a row answers. The order is that of the marks in a row's stamp.
public enum AnswerField: String, Sendable, Hashable, CaseIterable {
  case status, extent, value
  case plannedValue = "planned value"
  case due, rationale, evidence, owner, supplier, notes

  /// Whether it belongs to the answer as a whole, not to one place.
  public var isOfWholeAnswer: Bool { self == .owner || self == .supplier || self == .notes }

  /// Its key in the YAML.
  var key: String { self == .plannedValue ? "plannedValue" : rawValue }
}
