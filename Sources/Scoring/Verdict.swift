/// What is said of one requirement in one context (`docs/scoring.md`, section 4).
///
/// The cases stand from worst to best, which is the order in which several contexts are summed up.
public enum Verdict: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The upper bound is 0.
  case missing
  /// No practice of the library is mapped to it: nothing is known, which is not the same as
  /// missing, and never counts as met.
  case unmapped
  /// Nobody has said anything of its practices.
  case unanswered
  /// Certainly not the whole, but something is or may be in place.
  case partial
  /// It may be met; somebody must decide how far the parts overlap, or answer what is open.
  case unresolved
  /// A known gap that somebody accepted; still a gap.
  case riskAccepted = "risk-accepted"
  /// Another measure reaches the same end, with a rationale and an approver.
  case metByEquivalent = "met-by-equivalent"
  /// The lower bound is 1.
  case met
  /// It does not apply here; it leaves the denominator.
  case notApplicable = "not-applicable"

  /// Orders from worst to best.
  public static func < (left: Verdict, right: Verdict) -> Bool {
    guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right)
    else { return false }
    return first < second
  }

  /// Whether it counts as met.
  public var isMet: Bool { self == .met || self == .metByEquivalent }
  /// Whether it is part of the denominator.
  public var isApplicable: Bool { self != .notApplicable }
}
