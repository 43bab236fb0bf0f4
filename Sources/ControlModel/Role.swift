/// A part that an organisation plays for an AI system (DSIT Code of Practice, stakeholders).
public enum Role: String, Sendable, Hashable, CaseIterable {
  /// Creates or adapts a model or a system.
  case developer
  /// Embeds, deploys or runs a system.
  case systemOperator = "system-operator"
  /// Controls data permissions and integrity.
  case dataCustodian = "data-custodian"
  /// Uses a system.
  case endUser = "end-user"
  /// Any organisation, whatever its part.
  case organisation
}

/// A stage of the life cycle of an AI system.
public enum Lifecycle: String, Sendable, Hashable, CaseIterable {
  /// Before anything is built.
  case design
  /// Data, training, tuning.
  case development
  /// Release.
  case deployment
  /// Operation and maintenance.
  case maintenance
  /// Transfer, disposal, decommissioning.
  case endOfLife = "end-of-life"
}
