/// What groups the result of a profile has.
public enum OSCALMergeStructure: Sendable, Hashable {
  /// None: every control stands by itself.
  case flat
  /// Those of the catalogs; the value as it is written.
  case asIs(Bool)
  /// Those that the profile gives.
  case custom(OSCALCustomMerge)
}
