public import ControlModel
public import Diagnostics

/// What a questionnaire that came back would change.
public struct QuestionnairePlan: Sendable {
  /// The answers that change, in the order of the sheets.
  public internal(set) var changes: [Change] = []
  /// Pieces of evidence that are added, with their ids.
  public internal(set) var evidence: [NewEvidence] = []
  /// What cannot be decided here.
  public internal(set) var conflicts: [Conflict] = []
  /// How many rows were read.
  public internal(set) var rows = 0
  /// What is wrong with cells, and what is worth knowing.
  public internal(set) var problems: [Diagnostic] = []

  /// Whether nothing would change.
  public var isEmpty: Bool { changes.isEmpty && evidence.isEmpty }
  /// Whether any cell cannot be read.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }

  /// One field of one answer.
  public struct Change: Sendable, Hashable {
    /// The practice.
    public var practice: PracticeID
    /// Nil for every context that says nothing of its own.
    public var context: ContextID?
    /// The field.
    public var field: AnswerField
    /// What it says now; empty for nothing.
    public var before: String
    /// What it will say; empty for nothing.
    public var after: String
    /// The cell that says so; nil for what follows from another change.
    public var place: CellPlace?
  }

  /// One field of which two sides say different things.
  public struct Conflict: Sendable, Hashable {
    /// The practice.
    public var practice: PracticeID
    /// Nil for every context that says nothing of its own.
    public var context: ContextID?
    /// The field.
    public var field: AnswerField
    /// What the assessment says now.
    public var now: String
    /// What the sheets say, each with its cell.
    public var sheets: [Statement]
    /// Whether the sheets disagree among themselves; otherwise the assessment was changed after
    /// the export.
    public var isAmongSheets: Bool

    /// What one sheet says.
    public struct Statement: Sendable, Hashable {
      /// The text.
      public var text: String
      /// The cell.
      public var place: CellPlace?
    }
  }

  /// What is done where the assessment was changed after the export.
  public enum Resolution: String, Sendable, CaseIterable {
    /// Nothing is decided: each is a conflict.
    case refuse
    /// The assessment stays as it is.
    case keep
    /// The sheet wins.
    case take
  }
}
