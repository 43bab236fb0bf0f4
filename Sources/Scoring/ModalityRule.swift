public import ControlModel

/// Required, recommended and permitted controls, reported apart and never averaged together.
public struct ModalityResult: Sendable, Hashable {
  /// By modality, strongest first; only those that the catalog has.
  public var parts: [Part]

  /// The controls of one modality.
  public struct Part: Sendable, Hashable {
    /// The modality.
    public var modality: Control.Modality
    /// What is said of them.
    public var coverage: Coverage
  }

  /// The controls of one modality.
  public func part(_ modality: Control.Modality) -> Coverage? {
    parts.first { $0.modality == modality }?.coverage
  }

  /// Whether every applicable required control is met; nil when none is applicable.
  public func isConformant(on track: Track) -> Bool? {
    guard let required = part(.required), required.counts.applicable > 0 else { return nil }
    let met =
      switch track {
      case .assured: required.assuredMet
      case .claimed: required.counts.met
      case .planned: required.plannedMet
      }
    return met == required.counts.applicable
  }
}

/// The rule of catalogs that say shall and should (DSIT, ETSI).
enum ModalityRule {
  static func result(_ catalog: Catalog, _ results: [RequirementResult]) -> ModalityResult {
    var modality: [ControlID: Control.Modality] = [:]
    for control in catalog.controls { modality[control.id] = control.modality }
    return ModalityResult(
      parts: Control.Modality.allCases.compactMap { wanted in
        let part = results.filter { modality[$0.requirement] == wanted }
        return part.isEmpty ? nil : .init(modality: wanted, coverage: Coverage(part))
      })
  }
}
