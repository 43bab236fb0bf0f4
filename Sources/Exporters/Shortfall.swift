public import ControlModel
public import Scoring

/// Says in words what a requirement lacks, for the matrix and for `explain` alike.
public enum Shortfall {
  /// One sentence for each thing that is missing; nothing when it is met with valid evidence.
  ///
  /// - Parameters:
  ///   - result: the requirement.
  ///   - asOf: the day as of which it was computed.
  public static func sentences(
    _ result: RequirementResult, asOf: CalendarDate
  ) -> [String] {
    var sentences = decisions(result, asOf)
    switch result.verdict {
    case .notApplicable:
      return sentences
    case .met, .metByEquivalent:
      if !result.isMet(on: .assured) {
        sentences.append("Met by the answers alone: no valid evidence shows all of it.")
      }
      return sentences
    case .unmapped:
      sentences.append(
        "No practice of the library is mapped to it, so nothing is known: add an own pair or a "
          + "determination.")
      return sentences
    case .missing, .unanswered, .partial, .unresolved, .riskAccepted: break
    }
    sentences += practices(result, asOf)
    if result.verdict == .unresolved, sentences.isEmpty {
      sentences.append(
        "Together the practices may meet it, if they do not overlap: somebody has to decide, and "
          + "record a determination.")
    } else if sentences.isEmpty {
      sentences.append(
        "What is in place meets only a part of it: add what is missing as an own practice, or "
          + "record a determination.")
    }
    return sentences
  }

  private static func decisions(_ result: RequirementResult, _ asOf: CalendarDate) -> [String] {
    var sentences = result.expired.map { expired in
      "The decision '\(expired.decision.rawValue)' of \(expired.approver) ran out"
        + (expired.expires.map { " on \($0)" } ?? "") + "."
    }
    switch result.notApplicableBecause {
    case .role: sentences.append("It obliges roles that the organisation does not play.")
    case .answers: sentences.append("Every practice mapped to it was answered 'not-applicable'.")
    case .determination, nil: break
    }
    if result.verdict == .riskAccepted, let decision = result.determination {
      sentences.append("A known gap; \(decision.approver) accepted the risk.")
    }
    return sentences
  }

  private static func practices(
    _ result: RequirementResult, _ asOf: CalendarDate
  ) -> [String] {
    var told: Set<String> = []
    return result.contributions.compactMap { contribution in
      sentence(contribution, asOf)
    }.filter { told.insert($0).inserted }
  }

  private static func sentence(
    _ contribution: Contribution, _ asOf: CalendarDate
  ) -> String? {
    let name = contribution.pair.practice.rawValue
    switch contribution.finding.status {
    case .notApplicable: return nil
    case .unanswered: return "\(name) is not answered."
    case .absent: return "\(name) is absent."
    case .planned:
      guard let due = contribution.finding.due else { return "\(name) is planned." }
      return due < asOf
        ? "\(name) was due on \(due): confirm that it is done."
        : "\(name) is planned for \(due)."
    case .partial(let extent):
      let due = contribution.finding.due.map {
        $0 < asOf ? ", the rest was due on \($0)" : ", the rest is due on \($0)"
      }
      return "\(name) works to \(Percent.text(extent))\(due ?? "")."
    case .implemented:
      guard let condition = contribution.pair.pair.when, contribution.condition != true else {
        return nil
      }
      guard let value = contribution.finding.value else {
        return "\(name) needs a value: is \(condition) true?"
      }
      return "\(name) is at \(value), but \(condition) is needed."
    }
  }
}
