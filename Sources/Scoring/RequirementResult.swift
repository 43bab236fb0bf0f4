public import ControlModel

/// The bounds of one requirement on the three tracks. Assured ≤ claimed ≤ planned, always.
public struct TrackBounds: Sendable, Hashable {
  /// What the answers with valid evidence say.
  public var assured: Bounds
  /// What the answers say.
  public var claimed: Bounds
  /// What it will be once every plan is done.
  public var planned: Bounds

  /// Makes bounds for the three tracks.
  public init(assured: Bounds, claimed: Bounds, planned: Bounds) {
    self.assured = assured
    self.claimed = claimed
    self.planned = planned
  }

  /// The bounds of one track.
  public subscript(track: Track) -> Bounds {
    switch track {
    case .assured: assured
    case .claimed: claimed
    case .planned: planned
    }
  }
}

/// What one pair brings to one requirement in one context.
public struct Contribution: Sendable, Hashable {
  /// The pair.
  public var pair: PracticePair
  /// The state of its practice.
  public var finding: Finding
  /// Whether at least one piece of evidence for the practice is valid.
  public var isEvidenced: Bool
  /// Whether the pair's condition is fulfilled; nil: there is none, or the value is not known.
  public var condition: Bool?
  /// What it contributes; nil when the practice is not applicable.
  public var claimed: Bounds?
}

/// How many independent failures a met requirement survives (`docs/scoring.md`, section 6).
public struct Resilience: Sendable, Hashable {
  /// Failures of single practices, whichever fail: 0 when one failure is enough to break it.
  public var failures: Int
  /// Practices whose failure alone breaks it.
  public var singlePoints: [PracticeID]
  /// Layers whose failure as a whole breaks it.
  public var fragileLayers: [Practice.Layer]
  /// Owners whose failure as a whole breaks it.
  public var fragileOwners: [String]
  /// Suppliers whose failure as a whole breaks it.
  public var fragileSuppliers: [String]
}

/// Everything that is known of one requirement in one context.
public struct RequirementResult: Sendable, Hashable {
  /// The catalog.
  public var catalog: CatalogID
  /// The requirement.
  public var requirement: ControlID
  /// The context.
  public var context: ContextID
  /// What is said of it, by the answers.
  public var verdict: Verdict
  /// Why it is not applicable, when it is not.
  public var notApplicableBecause: NotApplicableReason?
  /// The bounds for coverage.
  public var bounds: TrackBounds
  /// The bounds that decide whether it is met; they differ from `bounds` only where all children
  /// of a requirement are needed.
  public var decisive: TrackBounds
  /// What its own pairs contribute, and those of the children that it is assessed through, in a
  /// fixed order.
  public var contributions: [Contribution]
  /// The decision that holds for it, when there is one.
  public var determination: Determination?
  /// Decisions that no longer hold.
  public var expired: [Determination]
  /// How deep its defence is; only for a requirement that practices meet.
  public var resilience: Resilience?

  /// Whether it is met when only the answers of `track` count.
  public func isMet(on track: Track) -> Bool { decisive[track].isWhole }

  /// Whether more than answers without evidence says that it is not applicable.
  var isShownNotApplicable: Bool {
    notApplicableBecause != .answers || contributions.allSatisfy(\.isEvidenced)
  }

  /// Why a requirement is not applicable.
  public enum NotApplicableReason: String, Sendable, Hashable {
    /// Somebody decided so.
    case determination
    /// It obliges roles that the organisation does not play.
    case role
    /// Every practice that is mapped to it was answered so.
    case answers
  }
}
