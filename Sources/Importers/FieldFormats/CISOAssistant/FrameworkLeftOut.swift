/// Counts what a framework holds and its catalog has no room for.
enum FrameworkLeftOut {
  private static let groupKeys: Set<String> = [
    "ref_id", "name", "description", "default_selected", "translations",
  ]

  /// - Parameters:
  ///   - framework: as the library has it.
  ///   - nodes: what was read of it.
  ///   - keys: those of the framework that were asked for.
  static func of(
    _ framework: LibraryFields, _ nodes: [RequirementNode], besides keys: Set<String>
  ) -> LeftOut {
    var leftOut = LeftOut()
    leftOut.add("score definitions of another shape", ScoreScales(framework).strange)
    for (key, number) in framework.others(besides: keys) {
      leftOut.add("framework \(key)", number)
    }
    let groups = "implementation_groups_definition"
    for group in framework.items(groups) {
      for (key, number) in group.others(besides: groupKeys) {
        leftOut.add("group \(key)", min(1, number))
      }
    }
    leftOut.add("implementation groups of another shape", framework.strangers(groups).count)
    let translations = LibraryTranslations(framework).leftOut
    leftOut.add(translations: translations.number, in: translations.languages)
    for node in nodes {
      for (key, number) in node.unsaid { leftOut.add("node \(key) of another shape", number) }
      for (key, number) in node.fields.others(besides: RequirementNode.keys) {
        leftOut.add("node \(key)", min(1, number))
      }
      for (key, number) in node.questions.unsaid { leftOut.add(key, number) }
    }
    return leftOut
  }
}
