internal import ControlModel
internal import Scoring

/// What a board calls standards and their requirements.
struct BoardNames {
  private let names: [CatalogID: String]
  private let order: [CatalogID]

  init(_ result: AssessmentResult) {
    let catalogs = result.catalogs.map(\.catalog)
    let plain = catalogs.map { ($0, Self.plain($0)) }
    names = Dictionary(
      plain.map { catalog, name in
        // Two editions of one standard are told apart.
        let isShared = plain.count { $0.1 == name } > 1
        return (catalog.id, isShared ? "\(name) \(catalog.version)" : name)
      }
    ) { first, _ in first }
    order = catalogs.map(\.id)
  }

  /// `RAND, Securing AI Model Weights`
  func name(_ catalog: CatalogID) -> String { names[catalog] ?? catalog.rawValue }

  /// Its publisher and its title, without what follows a colon.
  private static func plain(_ catalog: Catalog) -> String {
    let publisher = catalog.publisher.prefix { $0 != " " && $0 != "," }
    let title = catalog.title.split(separator: ":", maxSplits: 1).first ?? ""
    let parts = [String(publisher), String(title)].filter { !$0.isEmpty }
    return BoardPoint.short(parts.joined(separator: ", "), 64)
  }

  /// `3 of DSIT, Code of Practice (1.1, 2.3 …); 1 of NCSC, … (A1.a)`: a clause means nothing
  /// without its standard. An id that several contexts share counts once.
  func list(_ requirements: [(catalog: CatalogID, id: ControlID)]) -> String {
    order.compactMap { catalog in
      var told: Set<ControlID> = []
      let ids = requirements.filter { $0.catalog == catalog && told.insert($0.id).inserted }
      guard !ids.isEmpty else { return nil }
      return "\(ids.count) of \(name(catalog)) (\(Self.few(ids.map(\.id.rawValue), 2)))"
    }.joined(separator: "; ")
  }

  /// `a, b …`
  static func few(_ ids: [String], _ limit: Int) -> String {
    ids.prefix(limit).joined(separator: ", ") + (ids.count > limit ? " …" : "")
  }
}
