/// Collects problems, so that one run reports all of them.
public struct DiagnosticSink: Sendable {
  /// What was collected, in the order of collection, and the number of what was not kept.
  public var diagnostics: [Diagnostic] {
    kept + Severity.allCases.reversed().compactMap { further[$0] }
  }

  private var kept: [Diagnostic] = []
  private var counts: [Severity: Int] = [:]
  /// What stands for the problems beyond the limit.
  private var further: [Severity: Diagnostic] = [:]

  /// Makes an empty sink.
  public init() {}

  /// So many problems of each severity are kept. Nobody reads more; a hostile file has a million,
  /// and they would take more memory than the file itself.
  public static let limit = 1_000

  /// Whether any problem is an error.
  public var hasErrors: Bool { errorCount > 0 }

  /// How many errors were added.
  public var errorCount: Int { counts[.error, default: 0] }

  /// The problem that was kept last.
  public var last: Diagnostic? { kept.last }

  /// Adds one problem.
  public mutating func add(_ diagnostic: Diagnostic) {
    let severity = diagnostic.severity
    counts[severity, default: 0] += diagnostic.number
    if counts[severity, default: 0] <= Self.limit, diagnostic.number == 1 {
      kept.append(diagnostic)
      return
    }
    let number = further[severity]?.number ?? 0
    let place = further[severity]?.location ?? diagnostic.location
    further[severity] = Diagnostic.further(
      number + diagnostic.number, severity, from: place)
  }

  /// Adds several problems.
  public mutating func add(contentsOf problems: some Sequence<Diagnostic>) {
    for problem in problems { add(problem) }
  }

  /// Adds the problems of another sink.
  public mutating func add(contentsOf other: DiagnosticSink) {
    add(contentsOf: other.diagnostics)
  }

  /// Whether problems of this severity are still told with hints: looking for what was meant takes
  /// time, and what is not kept needs none.
  public func keepsMore(_ severity: Severity = .error) -> Bool {
    counts[severity, default: 0] < Self.limit
  }

  /// Adds the problems of a refusal.
  public mutating func add(_ refusal: Refusal) { add(contentsOf: refusal.diagnostics) }

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
    let told = keepsMore(severity) ? hints() : []
    add(Diagnostic(severity, id: id, summary, at: location, hints: told))
  }
}

extension Diagnostic {
  /// Stands for problems that were counted only.
  fileprivate static func further(
    _ number: Int, _ severity: Severity, from place: SourceLocation?
  ) -> Diagnostic {
    var further = Diagnostic(
      severity, id: "further-problems",
      "\(number) more \(severity.label)\(number == 1 ? "" : "s") from here on, not told one by one",
      at: place, hints: ["mend those before first"])
    further.number = number
    return further
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
