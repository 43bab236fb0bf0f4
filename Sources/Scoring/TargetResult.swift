public import ControlModel

/// Whether a target is reached, or will be.
public struct TargetResult: Sendable, Hashable {
  /// The target.
  public var target: Target
  /// How it stands.
  public var state: State
  /// Where it stands now, in words.
  public var now: String
  /// What keeps it from being reached now; empty when it is.
  public var blockers: [Blocker]
  /// What keeps the plans from reaching it by its day; empty when they do.
  public var unplanned: [Blocker]
  /// How many applicable requirements it asks for, counted once in each of its contexts. For a
  /// target of coverage: those that its coverage is the mean of.
  public var asked: Int
  /// For a target of coverage: the lower bound in the weakest of its contexts, 0…1; else nil.
  public var coverage: Double?

  /// A requirement that keeps a target from being reached.
  public struct Blocker: Sendable, Hashable {
    /// The requirement.
    public var requirement: ControlID
    /// The context.
    public var context: ContextID
  }

  /// How a target stands on the as-of date.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// It is reached.
    case reached
    /// Its day lies ahead, and the plans that are due by then reach it.
    case onTrack = "on-track"
    /// Its day lies ahead, but the plans do not reach it.
    case offTrack = "off-track"
    /// Its day has come, or it has none, and it is not reached.
    case missed
    /// Nothing that it asks for is applicable, so nothing can be said.
    case undecided
  }

  /// Whether a check fails because of it.
  public func isUnmet(strict: Bool) -> Bool {
    switch state {
    case .reached: false
    case .onTrack: strict
    case .offTrack, .missed, .undecided: true
    }
  }
}
