/// The merge phase: what becomes of controls that come twice, and how the result is structured.
enum MergePhase {
  static func merge(_ selections: [ControlSelection], by merge: OSCALMerge?) -> ResolvedBody {
    let combined = CombineRule(merge?.combine).combine(selections)
    switch merge?.structure {
    case nil, .flat, .asIs(false): return FlatStructure.body(of: combined)
    case .asIs(true): return AsIsStructure.body(of: combined)
    case .custom(let custom): return CustomStructure(custom).body(of: combined)
    }
  }
}
