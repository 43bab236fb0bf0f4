internal import ControlModel
internal import Scoring

/// Verdicts for people: a sign that can be told apart without colour, and what it means.
enum VerdictWords {
  static func sign(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: "●"
    case .metByEquivalent: "◉"
    case .partial: "◐"
    case .unresolved: "◍"
    case .unanswered: "?"
    case .missing: "○"
    case .unmapped: "∅"
    case .riskAccepted: "△"
    case .notApplicable: "–"
    }
  }

  static func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: "the lower bound is the whole"
    case .metByEquivalent: "another measure reaches the same end, as somebody decided"
    case .partial: "certainly not the whole, but something is or may be in place"
    case .unresolved: "may be met; how far the parts overlap, or what is open, must be decided"
    case .unanswered: "nobody has said anything of its practices"
    case .missing: "nothing that is in place meets any of it"
    case .unmapped: "no practice is paired with it, so nothing is known"
    case .riskAccepted: "still a gap, with the name of who accepted it"
    case .notApplicable: "does not apply here, and leaves the denominator"
    }
  }
}
