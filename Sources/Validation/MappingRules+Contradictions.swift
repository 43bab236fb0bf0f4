public import ControlModel
public import Diagnostics

extension MappingRules {
  /// Pairs that cannot both be true: `none` beside another relation, the whole beside a part, the
  /// same ends with two relations or shares.
  ///
  /// Inside one set it is an error. Between two sets it is a warning, because two authors may see
  /// a thing differently.
  ///
  /// - Parameter practices: whose parameters the conditions of the pairs speak of.
  public static func contradictions(
    in sets: [MappingSet], practices: [Practice]
  ) -> [Diagnostic] {
    var sink = DiagnosticSink()
    let parameters = Dictionary(
      practices.map { ($0.id.rawValue, $0.parameter) }, uniquingKeysWith: { first, _ in first })
    for group in groups(of: sets) {
      let parameter = group.first.flatMap { parameters[$0.pair.source] ?? nil }
      for (position, second) in group.enumerated() {
        for first in group.prefix(position) {
          let isOneSet = first.set == second.set
          // The same key twice in one set is found when the set is loaded.
          if isOneSet, first.pair.key == second.pair.key { continue }
          guard contradict(first.pair, second.pair, parameter) else { continue }
          report(first.pair, second.pair, isError: isOneSet, &sink)
        }
      }
    }
    return sink.diagnostics
  }

  private struct Placed {
    let set: Int
    let pair: MappingPair
  }

  private struct Ends: Hashable {
    let from: String
    let to: String
    let source: String
    let target: ControlID
  }

  /// The pairs of the same two ends, in the order of the sets, where there is more than one.
  private static func groups(of sets: [MappingSet]) -> [[Placed]] {
    var order: [Ends] = []
    var groups: [Ends: [Placed]] = [:]
    for (position, set) in sets.enumerated() {
      for pair in set.pairs {
        let ends = Ends(
          from: "\(set.source.kind.rawValue) \(set.source.id)", to: set.target.id,
          source: pair.source, target: pair.target)
        if groups[ends] == nil { order.append(ends) }
        groups[ends, default: []].append(Placed(set: position, pair: pair))
      }
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
  }

  private static func contradict(
    _ first: MappingPair, _ second: MappingPair, _ parameter: Practice.Parameter?
  ) -> Bool {
    if first.key == second.key {
      return first.relation != second.relation || first.share != second.share
    }
    return refutes(first, second, parameter) || refutes(second, first, parameter)
  }

  /// Whether `other` cannot be true where `pair` is.
  private static func refutes(
    _ pair: MappingPair, _ other: MappingPair, _ parameter: Practice.Parameter?
  ) -> Bool {
    let holdsToo = holds(pair.when, wherever: other.when, parameter)
    let isAboutIt = pair.aspect == nil || pair.aspect == other.aspect
    if pair.relation == .none {
      guard other.relation != .none else { return false }
      // Who meets the whole clause meets each aspect of it.
      let isWhole = other.aspect == nil && other.relation.meetsWhole
      return (isAboutIt || isWhole)
        && (holdsToo || holds(other.when, wherever: pair.when, parameter))
    }
    let isPart = other.relation == .subset || other.relation == .intersects
    return pair.relation.meetsWhole && isPart && isAboutIt && holdsToo
  }

  /// Whether `condition` is fulfilled by every value that fulfils `other`.
  private static func holds(
    _ condition: Condition?, wherever other: Condition?, _ parameter: Practice.Parameter?
  ) -> Bool {
    guard let condition else { return true }
    guard let other else { return false }
    if condition == other { return true }
    guard let parameter, condition.parameter == other.parameter,
      let asked = parameter.rank(of: condition.value), let given = parameter.rank(of: other.value)
    else { return false }
    switch (condition.comparison, other.comparison) {
    case (.atMost, .atMost), (.atMost, .exactly): return given <= asked
    case (.atLeast, .atLeast), (.atLeast, .exactly): return given >= asked
    case (.exactly, .exactly): return given == asked
    default: return false
    }
  }

  private static func report(
    _ first: MappingPair, _ second: MappingPair, isError: Bool, _ sink: inout DiagnosticSink
  ) {
    func said(_ pair: MappingPair) -> String {
      var text = "'\(pair.relation.rawValue)'"
      if pair.relation != .none, !pair.relation.meetsWhole, pair.isShareKnown {
        text += " with a share of \(pair.share)"
      }
      if let aspect = pair.aspect { text += " of the aspect '\(aspect)'" }
      if let when = pair.when { text += " when \(when)" }
      return text
    }
    let summary =
      "\(second.source) → \(second.target) says \(said(second)), and elsewhere \(said(first))"
    let place = first.origin.location.map { ["the other one is at \($0)"] } ?? []
    let location = second.origin.location(of: "relation") ?? second.origin.location
    if isError {
      sink.error(
        "contradiction", summary, at: location, hints: place + ["keep the one that is true"])
    } else {
      sink.warning(
        "contradiction", summary, at: location,
        hints: place + ["the two sets see it differently: which one do you follow?"])
    }
  }
}
