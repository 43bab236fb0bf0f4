/// How far a requirement is met, as the conformance rules see it.
enum RequirementState: Sendable, Hashable {
  case notApplicable
  case applicable(Bounds)

  /// Whether it is certainly met.
  var isMet: Bool {
    if case .applicable(let bounds) = self { return bounds.isWhole }
    return false
  }

  /// Whether it may be met.
  var mayBeMet: Bool {
    if case .applicable(let bounds) = self { return bounds.mayBeWhole }
    return false
  }

  var isApplicable: Bool { self != .notApplicable }
}
