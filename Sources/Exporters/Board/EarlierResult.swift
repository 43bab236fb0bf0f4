internal import ControlModel
public import Diagnostics
internal import FoundationEssentials
public import Scoring
internal import Tables

/// An earlier result, as much of it as a comparison needs: computed, or read from a file that
/// `export --format json` or `assess --json` wrote.
public struct EarlierResult: Sendable {
  /// What it is, for the reader: `as of 2026-06-30`.
  let words: String
  let catalogs: [String: Standing]
  /// State by target.
  let targets: [String: String]
  /// Status and extent by practice and context; empty for a file that has none.
  let answers: [String: String]
  /// State by piece of evidence.
  let evidence: [String: String]

  /// Where one catalog stood.
  struct Standing: Sendable {
    let version: String
    /// The verdict by requirement and context.
    let verdicts: [String: String]
    /// The levels reached, where there are levels.
    let levels: Levels?
    /// In the weakest context; nil for a file that does not say it.
    let coverage: Coverage?
  }

  struct Coverage: Sendable, Decodable, Hashable {
    let met: Int
    let assuredMet: Int
    let applicable: Int
  }

  struct Levels: Sendable, Decodable, Hashable {
    let claimed: String?
    let assured: String?
  }

  /// The same answers on another day.
  public init(_ result: AssessmentResult) {
    self.init(
      result,
      words: "the same answers as of \(result.input.asOf): only what fell due, ran out or came to "
        + "hold since then shows")
  }

  init(_ result: AssessmentResult, words: String) {
    self.words = words
    catalogs = Dictionary(
      result.catalogs.map { catalog in
        let verdicts = Dictionary(
          catalog.results.map {
            (Self.key($0.requirement.rawValue, $0.context.rawValue), $0.verdict.rawValue)
          }
        ) { first, _ in first }
        return (
          catalog.catalog.id.rawValue,
          Standing(
            version: catalog.catalog.version, verdicts: verdicts, levels: Self.levels(catalog),
            coverage: Self.coverage(catalog.overall.coverage))
        )
      }
    ) { first, _ in first }
    targets = Dictionary(
      result.targets.map { ($0.target.id.rawValue, $0.state.rawValue) }
    ) { first, _ in first }
    answers = Self.answers(result)
    evidence = Dictionary(
      result.input.assessment.evidence.map {
        ($0.id.rawValue, $0.state(on: result.input.asOf).rawValue)
      }
    ) { first, _ in first }
  }

  private static func answers(_ result: AssessmentResult) -> [String: String] {
    let index = ResultIndex(result)
    var answers: [String: String] = [:]
    for practice in result.input.practices {
      for context in index.contexts {
        let finding = index.answers[practice.id]?.finding(in: context.id) ?? Finding(.unanswered)
        var extent: Double?
        if case .partial(let share) = finding.status { extent = share }
        answers[key(practice.id.rawValue, context.id.rawValue)] =
          status(finding.status.word, extent)
      }
    }
    return answers
  }

  /// `partial 0.5`
  private static func status(_ word: String, _ extent: Double?) -> String {
    extent.map { "\(word) \(CSVTable.decimal($0))" } ?? word
  }

  private static func coverage(_ coverage: Scoring.Coverage) -> Coverage {
    Coverage(
      met: coverage.counts.met, assuredMet: coverage.assuredMet,
      applicable: coverage.counts.applicable)
  }

  private static func levels(_ catalog: CatalogResult) -> Levels? {
    guard case .levels(let levels) = catalog.overall.conformance else { return nil }
    func name(_ position: Int?) -> String? {
      position.map { $0 > 0 ? catalog.catalog.levels[$0 - 1].id : "none" }
    }
    return Levels(claimed: name(levels.reached[.claimed]), assured: name(levels.reached[.assured]))
  }

  static func key(_ requirement: String, _ context: String) -> String {
    "\(requirement)\u{1F}\(context)"
  }

  /// Reads a result.
  ///
  /// - Parameter file: the name of the file, for messages and for the reader.
  /// - Throws: when it is not a result.
  public static func decode(_ bytes: [UInt8], file: String) throws(Refusal) -> EarlierResult {
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      throw Refusal(
        "not-a-result", "this is no result", at: SourceLocation(file: file),
        hints: [
          "expected a file that 'counterweight export --format json' or 'assess --json' wrote"
        ])
    }
    return EarlierResult(document, file: file)
  }

  private init(_ document: Document, file: String) {
    // The name alone: where it lies is nobody's business.
    let name = file.split(separator: "/").last.map(String.init) ?? file
    words = "\(document.organisation) as of \(document.asOf), read from \(name)"
    catalogs = Dictionary(
      document.catalogs.map { catalog in
        let verdicts = Dictionary(
          catalog.requirements.map { (Self.key($0.requirement, $0.context), $0.verdict) }
        ) { first, _ in first }
        return (
          catalog.id,
          Standing(
            version: catalog.version, verdicts: verdicts, levels: catalog.overall.levels,
            coverage: catalog.overall.coverage)
        )
      }
    ) { first, _ in first }
    targets = Dictionary(document.targets.map { ($0.id, $0.state) }) { first, _ in first }
    answers = Dictionary(
      (document.practices ?? []).flatMap { practice in
        practice.answers.map {
          (Self.key(practice.id, $0.context), Self.status($0.status, $0.extent))
        }
      }
    ) { first, _ in first }
    evidence = Dictionary((document.evidence ?? []).map { ($0.id, $0.state) }) { first, _ in first }
  }

  /// The keys of a result that a comparison needs.
  private struct Document: Decodable {
    let organisation: String
    let asOf: String
    let catalogs: [Catalog]
    let targets: [Target]
    let practices: [Practice]?
    let evidence: [Target]?

    struct Practice: Decodable {
      let id: String
      let answers: [Answer]
    }
    struct Answer: Decodable {
      let context: String
      let status: String
      let extent: Double?
    }
    struct Catalog: Decodable {
      let id: String
      let version: String
      let overall: Score
      let requirements: [Requirement]
    }
    struct Score: Decodable {
      let levels: Levels?
      let coverage: Coverage?
    }
    struct Requirement: Decodable {
      let requirement: String
      let context: String
      let verdict: String
    }
    struct Target: Decodable {
      let id: String
      let state: String
    }
  }
}
