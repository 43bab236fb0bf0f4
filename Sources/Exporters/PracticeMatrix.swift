internal import ControlModel
public import Scoring
internal import Tables

/// `matrix-<catalog>.csv`: requirements by practices (`docs/csv.md`).
///
/// A cell holds the share of the requirement that the practice meets when it works wholly; empty
/// where they are not paired. Several pairs of one practice show their largest share.
public enum PracticeMatrix {
  /// The file of one catalog. Its columns are the practices that have a pair, in the order of the
  /// library.
  public static func encoded(
    _ catalog: CatalogResult, input: ScoringInput, forExcel: Bool = false
  ) -> [UInt8] {
    let controls = Dictionary(catalog.catalog.controls.map { ($0.id, $0) }) { first, _ in first }
    var shares: [ControlID: [PracticeID: Double]] = [:]
    var used: Set<PracticeID> = []
    for pair in input.pairs[catalog.catalog.id] ?? [] where pair.pair.relation != .none {
      let share = weighted(pair.pair, of: controls[pair.pair.target])
      let known = shares[pair.pair.target]?[pair.practice] ?? 0
      shares[pair.pair.target, default: [:]][pair.practice] = max(known, share)
      used.insert(pair.practice)
    }
    let practices = input.practices.filter { used.contains($0.id) }
    var table = CSVTable(["clause", "title", "verdict"] + practices.map(\.id.rawValue))
    let verdicts = Dictionary(catalog.weakest.map { ($0.requirement, $0.verdict) }) { first, _ in
      first
    }
    for control in catalog.catalog.controls
    where control.kind == .requirement || control.kind == .alternative {
      table.append(
        [
          .id(control.id.rawValue), .text(control.heading),
          .text(verdicts[control.id]?.rawValue ?? ""),
        ]
          + practices.map { practice in
            shares[control.id]?[practice.id].map { .number($0) } ?? .empty
          })
    }
    return table.encoded(forExcel: forExcel)
  }

  /// A pair for an aspect meets its share of the aspect's weight.
  private static func weighted(_ pair: MappingPair, of control: Control?) -> Double {
    guard let aspect = pair.aspect, let control,
      let weight = control.aspects.first(where: { $0.id == aspect })?.weight
    else { return pair.share }
    return pair.share * weight / control.aspects.map(\.weight).reduce(0, +)
  }
}
