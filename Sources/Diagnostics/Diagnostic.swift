/// One problem, told to a person: what is wrong, where, and how to mend it.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public var severity: Severity
  /// A stable, kebab-case name that scripts and documentation can refer to.
  public var id: String
  /// What is wrong, in one line.
  public var summary: String
  /// Where it stands, when it stands in a file.
  public var location: SourceLocation?
  /// What was expected or what to do, one line each.
  public var hints: [String]
  /// How many problems it stands for: more than one where only their number was kept.
  public var number = 1

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, id: String, _ summary: String, at location: SourceLocation? = nil,
    hints: [String] = []
  ) {
    self.severity = severity
    self.id = id
    self.summary = summary
    self.location = location
    self.hints = hints
  }
}

/// How bad a problem is.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; nothing to do.
  case note = 0
  /// Suspicious; the result can still be trusted.
  case warning = 1
  /// Wrong; the input is refused or the result is not complete.
  case error = 2

  /// Orders by badness.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The word that stands in front of the message.
  public var label: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
