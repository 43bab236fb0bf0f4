internal import ControlModel
public import Scoring
internal import Tables

/// `matrix-<catalog>.csv`: requirements by practices (`docs/csv.md`).
///
/// A cell holds the share of the requirement that the practice meets when it works wholly; empty
/// where they are not paired. Several pairs of one practice show the largest share, and pairs for
/// aspects add up by the weights of the aspects.
public enum PracticeMatrix {
  /// The file of one catalog. Its columns are the practices that have a pair, in the order of the
  /// library; the last one has their titles.
  public static func encoded(
    _ catalog: CatalogResult, input: ScoringInput, forExcel: Bool = false
  ) -> [UInt8] {
    let table = table(catalog, input: input)
    return CSVTable.encoded(table.header, table.rows, forExcel: forExcel)
  }

  /// The header and the rows, for every form that the matrix is given in.
  static func table(
    _ catalog: CatalogResult, input: ScoringInput
  ) -> (header: [CSVTable.Cell], rows: [[CSVTable.Cell]]) {
    var shares: [ControlID: [PracticeID: Shares]] = [:]
    var used: Set<PracticeID> = []
    for pair in input.pairs[catalog.catalog.id] ?? [] where pair.pair.relation != .none {
      shares[pair.pair.target, default: [:]][pair.practice, default: Shares()].add(pair.pair)
      used.insert(pair.practice)
    }
    let practices = input.practices.filter { used.contains($0.id) }
    let header: [CSVTable.Cell] =
      [.text("clause"), .text("title"), .text("verdict")]
      + practices.map { .id($0.id.rawValue) } + [.text("practiceTitles")]
    let verdicts = Dictionary(catalog.weakest.map { ($0.requirement, $0.verdict) }) { first, _ in
      first
    }
    let assessed = catalog.catalog.controls.filter {
      $0.kind == .requirement || $0.kind == .alternative
    }
    let rows: [[CSVTable.Cell]] = assessed.map { control in
      [
        .id(control.id.rawValue), .text(control.heading),
        .text(verdicts[control.id]?.rawValue ?? ""),
      ]
        + practices.map { practice in
          shares[control.id]?[practice.id].map { .number($0.total(of: control)) } ?? .empty
        } + [.text(titles(practices.filter { shares[control.id]?[$0.id] != nil }))]
    }
    return (header, rows)
  }

  /// `mfa-required: Every account …; key-custody: …`, for who does not know the ids by heart.
  private static func titles(_ practices: [Practice]) -> String {
    practices.map { "\($0.id): \($0.title)" }.joined(separator: "; ")
  }

  /// What one practice meets of one requirement.
  private struct Shares {
    private var whole = 0.0
    private var aspects: [AspectID: Double] = [:]

    mutating func add(_ pair: MappingPair) {
      guard let aspect = pair.aspect else {
        whole = max(whole, pair.share)
        return
      }
      aspects[aspect] = max(aspects[aspect] ?? 0, pair.share)
    }

    /// The larger of what it meets of the whole and of the aspects together, by their weights.
    func total(of control: Control) -> Double {
      var met = 0.0
      var weights = 0.0
      for aspect in control.aspects {
        met += aspect.weight * (aspects[aspect.id] ?? 0)
        weights += aspect.weight
      }
      return weights > 0 ? max(whole, met / weights) : whole
    }
  }
}
