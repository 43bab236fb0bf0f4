internal import ControlModel

/// From where the answers are looked at: which of them count, and by when.
struct Standpoint: Sendable, Hashable {
  /// Which answers count.
  var track: Track
  /// On the planned track, only plans that are due by this day count; nil: all.
  var plansDueBy: CalendarDate?
  /// On the planned track, whether an answer counts only with evidence: with a valid piece of it
  /// today, or as the outcome of a plan, which is taken to bring its own.
  var needsEvidence = false

  init(_ track: Track) { self.track = track }

  /// What the plans that are due by `day` will have brought about.
  static func planned(by day: CalendarDate, needsEvidence: Bool) -> Standpoint {
    var standpoint = Standpoint(.planned)
    standpoint.plansDueBy = day
    standpoint.needsEvidence = needsEvidence
    return standpoint
  }
}
