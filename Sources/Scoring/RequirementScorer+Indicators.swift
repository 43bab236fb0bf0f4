internal import ControlModel

/// Outcomes that are decided by their indicators (CAF).
extension RequirementScorer {
  /// The grade that the indicators of an outcome give; nil when none of them was answered.
  func indicatorGrade(
    of control: Int, from standpoint: Standpoint
  ) -> (lowest: OutcomeGrade, highest: OutcomeGrade)? {
    // A decision that another measure reaches the same end outweighs the indicators.
    if isEquivalent(holding(for: control), from: standpoint) { return (.achieved, .achieved) }
    guard let counts = index.catalog.controls[control].indicators, hasIndicatorAnswers(control)
    else { return nil }
    return OutcomesRule.grade(counts) { holds(control, $0, $1, from: standpoint) }
  }

  func indicatorBounds(of control: Int, from standpoint: Standpoint) -> Bounds? {
    guard let counts = index.catalog.controls[control].indicators, hasIndicatorAnswers(control)
    else { return nil }
    let bounds = OutcomesRule.bounds(counts) { holds(control, $0, $1, from: standpoint) }
    // What nobody has shown is not open on the assured track: it does not count.
    return standpoint.track == .assured ? Bounds(bounds.lower, bounds.lower) : bounds
  }

  func hasIndicatorAnswers(_ control: Int) -> Bool {
    guard !indicators.isEmpty, let counts = index.catalog.controls[control].indicators else {
      return false
    }
    return IndicatorColumn.allCases.contains { column in
      (0..<counts.count(in: column)).contains { indicators[id(control, column, $0 + 1)] != nil }
    }
  }

  private func id(_ control: Int, _ column: OutcomesRule.Column, _ number: Int) -> String {
    column.id(of: index.catalog.controls[control].id, number)
  }

  /// Whether an indicator is true. On the assured track a good answer counts only with evidence;
  /// a bad one always does.
  private func holds(
    _ control: Int, _ column: OutcomesRule.Column, _ number: Int,
    from standpoint: Standpoint
  ) -> Bool? {
    guard let answer = indicators[id(control, column, number)] else { return nil }
    let isGood = answer.holds == (column != .notAchieved)
    let needsEvidence = standpoint.track == .assured || standpoint.needsEvidence
    if needsEvidence, isGood, !answer.evidence.contains(where: validEvidence.contains) {
      return nil
    }
    return answer.holds
  }
}
