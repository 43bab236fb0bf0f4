internal import Diagnostics

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
    guard let asked = framework.language, !asked.isMeant(by: own) else { return nil }
    let languages = LibraryTranslations(framework).languages
    guard languages.contains(where: asked.isMeant) else {
      return Diagnostic(
        isAlone ? .error : .warning, id: "library-language",
        "the framework has no texts in '\(asked.code)'"
          + (isAlone ? "" : ", and stays in '\(own)'"),
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
