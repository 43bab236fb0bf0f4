internal import ControlModel
public import Diagnostics
internal import FoundationEssentials
public import Scoring

/// An earlier result, as much of it as a comparison needs: computed, or read from a file that
/// `export --format json` or `assess --json` wrote.
public struct EarlierResult: Sendable {
  /// What it is, for the reader: `as of 2026-06-30`.
  let words: String
  let catalogs: [String: Standing]
  /// State by target.
  let targets: [String: String]

  /// Where one catalog stood.
  struct Standing: Sendable {
    let version: String
    /// The verdict by requirement and context.
    let verdicts: [String: String]
    /// The levels reached, where there are levels.
    let levels: Levels?
  }

  struct Levels: Sendable, Decodable, Hashable {
    let claimed: String?
    let assured: String?
  }

  /// The same answers on another day.
  public init(_ result: AssessmentResult) {
    self.init(
      result,
      words: "the same answers as of \(result.input.asOf): only what ran out or fell due since "
        + "then shows")
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
            version: catalog.catalog.version, verdicts: verdicts, levels: Self.levels(catalog))
        )
      }
    ) { first, _ in first }
    targets = Dictionary(
      result.targets.map { ($0.target.id.rawValue, $0.state.rawValue) }
    ) { first, _ in first }
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
            version: catalog.version, verdicts: verdicts, levels: catalog.overall.levels)
        )
      }
    ) { first, _ in first }
    targets = Dictionary(document.targets.map { ($0.id, $0.state) }) { first, _ in first }
  }

  /// The keys of a result that a comparison needs.
  private struct Document: Decodable {
    let organisation: String
    let asOf: String
    let catalogs: [Catalog]
    let targets: [Target]

    struct Catalog: Decodable {
      let id: String
      let version: String
      let overall: Score
      let requirements: [Requirement]
    }
    struct Score: Decodable { let levels: Levels? }
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
