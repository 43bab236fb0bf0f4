public import ControlModel

/// Chooses the practices that a target needs, the most decisive first.
public enum PracticeSelection {
  /// - Parameters:
  ///   - practices: the library.
  ///   - targets: what is to be reached; their groups, level and modality limit the requirements.
  ///   - exposures: the deployments that there are; practices that make sense only in others are
  ///     left out. Empty: all.
  ///   - catalogs: the catalogs of the targets.
  ///   - pairs: the pairs practice → control, by catalog.
  /// - Returns: the practices, those first that can meet the most of the requirements.
  public static func practices(
    _ practices: [Practice], for targets: [Target], exposures: Set<Context.Exposure>,
    catalogs: [Catalog], pairs: [CatalogID: [PracticePair]]
  ) -> [Practice] {
    var weights: [PracticeID: Double] = [:]
    for target in targets {
      guard let catalog = catalogs.first(where: { $0.id == target.catalog }) else { continue }
      for (practice, weight) in self.weights(target, catalog, pairs[catalog.id] ?? []) {
        weights[practice, default: 0] += weight
      }
    }
    return
      practices
      .filter { weights[$0.id] != nil && makesSense($0, exposures) }
      .sorted { left, right in
        let (first, second) = (weights[left.id] ?? 0, weights[right.id] ?? 0)
        return first != second ? first > second : left.id < right.id
      }
  }

  private static func makesSense(
    _ practice: Practice, _ exposures: Set<Context.Exposure>
  ) -> Bool {
    practice.exposure.isEmpty || exposures.isEmpty
      || practice.exposure.contains(where: exposures.contains)
  }

  /// How much of the requirements of a target each practice can meet.
  private static func weights(
    _ target: Target, _ catalog: Catalog, _ pairs: [PracticePair]
  ) -> [PracticeID: Double] {
    let index = CatalogIndex(catalog, [], [:])
    var asked: Set<ControlID> = []
    for position in index.requirements where isAsked(position, target, index) {
      asked.formUnion(members(position, index))
    }
    var best: [PracticeID: [ControlID: Double]] = [:]
    for pair in pairs where pair.pair.relation != .none && asked.contains(pair.pair.target) {
      guard let control = index.position[pair.pair.target] else { continue }
      let share = pair.pair.share / Double(max(1, aspectCount(pair, index, control)))
      let known = best[pair.practice]?[pair.pair.target] ?? 0
      best[pair.practice, default: [:]][pair.pair.target] = max(known, share)
    }
    // Sorted, so that the rounding of the sum does not depend on the order of rows.
    return best.mapValues { $0.values.sorted().reduce(0, +) }
  }

  private static func aspectCount(
    _ pair: PracticePair, _ index: CatalogIndex, _ control: Int
  ) -> Int {
    pair.pair.aspect == nil ? 1 : index.catalog.controls[control].aspects.count
  }

  /// A requirement, and the children that it is assessed through.
  private static func members(_ position: Int, _ index: CatalogIndex) -> [ControlID] {
    [index.catalog.controls[position].id]
      + index.children[position].map { index.catalog.controls[$0].id }
  }

  private static func isAsked(
    _ position: Int, _ target: Target, _ index: CatalogIndex
  ) -> Bool {
    let control = index.catalog.controls[position]
    if !target.groups.isEmpty, !index.groups[position].contains(where: target.groups.contains) {
      return false
    }
    switch target.goal {
    case .level(let level):
      let levels = index.catalog.levels.map(\.id)
      guard let wanted = levels.firstIndex(of: level),
        let own = levels.firstIndex(of: control.level)
      else { return false }
      return own <= wanted
    case .modality(let modality):
      return control.modality.map { $0.isAtLeast(modality) } ?? false
    case .coverage, .outcomes:
      return true
    }
  }
}
