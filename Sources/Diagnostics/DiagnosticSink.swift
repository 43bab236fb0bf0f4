/// Collects problems, so that one run reports all of them.
public struct DiagnosticSink: Sendable {
  /// What was collected, in the order of collection.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Makes an empty sink.
  public init() {}

  /// So many diagnostics get hints. Nobody reads more, and looking for what was meant takes time.
  private static let hintLimit = 1_000

  /// Whether any problem is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Adds one problem.
  public mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Adds the problems of another sink.
  public mutating func add(contentsOf other: DiagnosticSink) {
    diagnostics.append(contentsOf: other.diagnostics)
  }

  /// Adds the problems of a refusal.
  public mutating func add(_ refusal: Refusal) { diagnostics += refusal.diagnostics }

  /// Adds an error.
  public mutating func error(
    _ id: String, _ summary: String, at location: SourceLocation?,
    hints: @autoclosure () -> [String] = []
  ) {
    add(.error, id, summary, location, hints)
  }

  /// Adds a warning.
  public mutating func warning(
    _ id: String, _ summary: String, at location: SourceLocation?,
    hints: @autoclosure () -> [String] = []
  ) {
    add(.warning, id, summary, location, hints)
  }

  private mutating func add(
    _ severity: Severity, _ id: String, _ summary: String, _ location: SourceLocation?,
    _ hints: () -> [String]
  ) {
    let told = diagnostics.count < Self.hintLimit ? hints() : []
    add(Diagnostic(severity, id: id, summary, at: location, hints: told))
  }
}

/// A refusal: the problems that stopped the work.
public struct Refusal: Error, Sendable {
  /// Why, at least one error among them.
  public var diagnostics: [Diagnostic]

  /// Makes a refusal out of problems.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Makes a refusal out of one problem.
  public init(
    _ id: String, _ summary: String, at location: SourceLocation? = nil, hints: [String] = []
  ) {
    diagnostics = [Diagnostic(.error, id: id, summary, at: location, hints: hints)]
  }
}
