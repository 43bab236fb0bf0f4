internal import ControlModel

/// What an assessment rests on each piece of evidence, for every register of it.
struct EvidenceCitations {
  /// The practices whose answers cite it, in order: `mfa-everywhere`, `mfa-everywhere (fleet)`.
  private(set) var practices: [EvidenceID: [String]] = [:]
  /// The decisions and indicators that cite it, in order: `catalog/requirement`.
  private(set) var decisions: [EvidenceID: [String]] = [:]

  init(_ assessment: Assessment) {
    for answer in assessment.answers.sorted(by: { $0.practice < $1.practice }) {
      for id in answer.finding.evidence {
        practices[id, default: []].append(answer.practice.rawValue)
      }
      for (context, finding) in answer.contexts.sorted(by: { $0.key < $1.key }) {
        for id in finding.evidence {
          practices[id, default: []].append("\(answer.practice) (\(context))")
        }
      }
    }
    var named: [EvidenceID: Set<String>] = [:]
    for decision in assessment.determinations {
      for id in decision.evidence {
        named[id, default: []].insert("\(decision.catalog)/\(decision.requirement)")
      }
    }
    for indicator in assessment.indicators {
      for id in indicator.evidence {
        named[id, default: []].insert("\(indicator.catalog)/\(indicator.id)")
      }
    }
    decisions = named.mapValues { $0.sorted() }
  }
}
