internal import ControlModel
internal import Scoring

/// What differs between an earlier result and this one, in sentences.
struct ResultChanges {
  let now: EarlierResult
  let before: EarlierResult
  let result: AssessmentResult
  let names: BoardNames

  init(_ result: AssessmentResult, _ names: BoardNames, since before: EarlierResult) {
    self.result = result
    self.names = names
    self.before = before
    now = EarlierResult(result, words: "")
  }

  /// One point for each thing that changed, those of levels and targets first.
  func points() -> [BoardPoint] {
    var points: [BoardPoint] = []
    let fresh = result.targets.filter { before.targets[$0.target.id.rawValue] == nil }
    if fresh.count > 2 {
      points.append(BoardPoint("New targets", "\(fresh.count) of \(result.targets.count)"))
    } else {
      points += fresh.map { BoardPoint("New target", TargetWords.statement($0.target)) }
    }
    for target in result.targets {
      guard let old = before.targets[target.target.id.rawValue] else { continue }
      if old != target.state.rawValue {
        let words = TargetResult.State(rawValue: old).map(TargetWords.state) ?? old
        points.append(
          BoardPoint(
            "\(words) → \(TargetWords.state(target.state))",
            TargetWords.statement(target.target)))
      }
    }
    let gone = Set(before.targets.keys).subtracting(result.targets.map(\.target.id.rawValue))
    if !gone.isEmpty {
      points.append(BoardPoint("Targets dropped", gone.sorted().joined(separator: ", ")))
    }
    for catalog in result.catalogs { points += changes(catalog.catalog) }
    points += dropped() + answers() + evidence()
    return points
  }

  private func dropped() -> [BoardPoint] {
    let gone = Set(before.catalogs.keys).subtracting(now.catalogs.keys).sorted()
    return gone.isEmpty ? [] : [BoardPoint("No longer scored", gone.joined(separator: ", "))]
  }

  private func answers() -> [BoardPoint] {
    // A result without answers says nothing of them.
    guard !before.answers.isEmpty else { return [] }
    let changed = now.answers.filter { before.answers[$0.key] != $0.value }
    guard !changed.isEmpty else { return [] }
    var practices: Set<String> = []
    for key in changed.keys { practices.insert(Self.first(key)) }
    return [
      BoardPoint(
        "Answers",
        "\(practices.count) of \(BoardPoint.counted(result.input.practices.count, "practice")) "
          + "\(practices.count == 1 ? "is" : "are") answered differently "
          + "(\(BoardNames.few(practices.sorted(), 3)))")
    ]
  }

  private func evidence() -> [BoardPoint] {
    func valid(_ states: [String: String]) -> String {
      "\(states.values.count { $0 == Evidence.State.valid.rawValue }) of \(states.count)"
    }
    guard !before.evidence.isEmpty || !now.evidence.isEmpty, before.evidence != now.evidence
    else { return [] }
    let lost = result.input.assessment.evidence.map(\.id.rawValue).filter {
      before.evidence[$0] == Evidence.State.valid.rawValue
        && now.evidence[$0] != Evidence.State.valid.rawValue
    }
    return [
      BoardPoint(
        "Evidence",
        "\(valid(before.evidence)) → \(valid(now.evidence)) pieces valid"
          + (lost.isEmpty ? "" : "; no longer: \(BoardNames.few(lost, 3))"))
    ]
  }

  private func changes(_ catalog: Catalog) -> [BoardPoint] {
    let id = catalog.id.rawValue
    guard let now = now.catalogs[id] else { return [] }
    let title = names.name(catalog.id)
    guard let old = before.catalogs[id] else { return [BoardPoint(title, "was not scored before")] }
    var points: [BoardPoint] = []
    if old.version != now.version {
      points.append(BoardPoint(title, "another edition: \(old.version) → \(now.version)"))
    }
    func name(_ level: String?) -> String {
      level == "none" ? "below \(catalog.levels.first?.id ?? "any level")" : level ?? "no score"
    }
    if let first = old.levels, let second = now.levels, first != second {
      points.append(
        BoardPoint(
          title,
          "level \(name(first.claimed)) → \(name(second.claimed)), by evidence "
            + "\(name(first.assured)) → \(name(second.assured))"))
    }
    var gained: [String] = []
    var lost: [String] = []
    var other = 0
    var fresh = 0
    for (key, verdict) in now.verdicts.sorted(by: { $0.key < $1.key }) {
      guard let past = old.verdicts[key] else {
        fresh += 1
        continue
      }
      guard past != verdict else { continue }
      let requirement = Self.first(key)
      switch (Self.isMet(past), Self.isMet(verdict)) {
      case (false, true): gained.append(requirement)
      case (true, false): lost.append(requirement)
      default: other += 1
      }
    }
    var words: [String] = []
    if let first = old.coverage, let second = now.coverage, first != second {
      words.append(
        "\(first.met) of \(first.applicable) → \(second.met) of \(second.applicable) met, by "
          + "evidence \(first.assuredMet) → \(second.assuredMet)")
    }
    if !gained.isEmpty { words.append("newly met in \(places(gained))") }
    if !lost.isEmpty { words.append("no longer met in \(places(lost))") }
    if other > 0 { words.append("another verdict in \(BoardPoint.counted(other, "place"))") }
    if fresh > 0 { words.append("\(BoardPoint.counted(fresh, "place")) not assessed before") }
    let dropped = old.verdicts.keys.count { now.verdicts[$0] == nil }
    if dropped > 0 { words.append("\(BoardPoint.counted(dropped, "place")) no longer assessed") }
    if !words.isEmpty {
      points.append(
        BoardPoint(
          title,
          words.joined(separator: "; ")
            + "; of \(now.verdicts.count) places (requirement × context)"))
    }
    return points
  }

  private static func first(_ key: String) -> String { String(key.prefix { $0 != "\u{1F}" }) }

  private static func isMet(_ verdict: String) -> Bool {
    Verdict(rawValue: verdict)?.isMet == true
  }

  /// `3 places (1.1, 2.3)`
  private func places(_ requirements: [String]) -> String {
    var told: Set<String> = []
    let ids = requirements.filter { told.insert($0).inserted }
    let shown = ids.prefix(4).joined(separator: ", ")
    let more = ids.count > 4 ? " …" : ""
    return "\(requirements.count) place\(requirements.count == 1 ? "" : "s") (\(shown)\(more))"
  }
}
