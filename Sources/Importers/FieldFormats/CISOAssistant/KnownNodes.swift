/// The ids of the controls of a catalog by the URN of the nodes that they were made from.
struct KnownNodes {
  let ids: [LibraryURN: String]
  private let spellings: URNLookup

  init(ids: [LibraryURN: String]) {
    self.ids = ids
    spellings = URNLookup(ids.keys)
  }

  /// The id of the control that is meant, and whether the catalog writes its URN in another way.
  func find(_ urn: LibraryURN) -> (id: String, isRespelled: Bool)? {
    if let id = ids[urn] { return (id, false) }
    return spellings.find(urn).flatMap { ids[$0] }.map { ($0, true) }
  }
}
