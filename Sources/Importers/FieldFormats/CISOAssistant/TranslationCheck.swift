internal import Diagnostics
internal import YAMLEvents

/// Says where the texts of a framework are not in the language that was asked for.
enum TranslationCheck {
  /// A warning when some are not; when none is, an error, or a warning among several files, of which
  /// others may be translated.
  ///
  /// - Parameters:
  ///   - framework: as the library has it.
  ///   - nodes: what was read of it.
  ///   - own: the language that the library is written in.
  ///   - isAlone: whether it is the only file of its command.
  static func problem(
    of framework: LibraryFields, _ nodes: [RequirementNode], in own: String, isAlone: Bool
  ) -> Diagnostic? {
    let asked = framework.language
    let wanted = asked ?? LibraryLanguage(own)
    if let asked, !asked.isMeant(by: own) {
      guard LibraryTranslations.has(asked, in: .mapping(framework.mapping)) else {
        let languages = LibraryTranslations(framework).languages
        return Diagnostic(
          isAlone ? .error : .warning, id: "library-language",
          "the framework has no texts in '\(asked.code)'"
            + (isAlone ? "" : ", and stays in '\(own)'"),
          at: framework.location,
          hints: ["it has: \(([own] + languages.sorted()).joined(separator: ", "))"])
      }
    }
    var others: Set<String> = []
    let foreign = nodes.filter { node in
      let languages = RequirementNode.translated.compactMap(node.fields.spoken)
        .map { $0.language ?? own }.filter { !wanted.isMeant(by: $0) }
      others.formUnion(languages)
      return !languages.isEmpty
    }
    guard let first = foreign.first else { return nil }
    return Diagnostic(
      .warning, id: "library-language",
      "\(foreign.count) of \(nodes.count) nodes have texts that are not in '\(wanted.code)', "
        + "and these stay in '\(others.sorted().joined(separator: "', '"))'",
      at: first.fields.location, hints: ["the first of them is here"])
  }
}
