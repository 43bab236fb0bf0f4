internal import Diagnostics

/// Says where the texts of a framework are not in the language that was asked for.
enum TranslationCheck {
  /// An error when none is, a warning when some are not.
  ///
  /// - Parameters:
  ///   - framework: as the library has it.
  ///   - nodes: what was read of it.
  ///   - own: the language that the library is written in.
  static func problem(
    of framework: LibraryFields, _ nodes: [RequirementNode], in own: String
  ) -> Diagnostic? {
    guard let asked = framework.language, !asked.isMeant(by: own) else { return nil }
    let languages = LibraryTranslations(framework).languages
    guard languages.contains(where: asked.isMeant) else {
      return Diagnostic(
        .error, id: "library-language", "the framework has no texts in '\(asked.code)'",
        at: framework.location,
        hints: ["it has: \(([own] + languages).joined(separator: ", "))"])
    }
    let untranslated = nodes.filter { node in
      !node.fields.untranslated(RequirementNode.translated, in: asked).isEmpty
    }
    guard let first = untranslated.first else { return nil }
    return Diagnostic(
      .warning, id: "library-language",
      "\(untranslated.count) of \(nodes.count) nodes have texts that are not in '\(asked.code)', "
        + "and these stay in '\(own)'",
      at: first.fields.location, hints: ["the first of them is here"])
  }
}
