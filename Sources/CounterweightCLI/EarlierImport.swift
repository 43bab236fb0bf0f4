internal import ControlModel
internal import Diagnostics
internal import Workspace

/// Keeps an import from taking away what an earlier one brought into the same folder: half a
/// document must not stand in for the whole that was there.
enum EarlierImport {
  /// What would be lost, a problem for each file; none: nothing would be.
  static func losses(_ outcomes: [ImportOutcome], in directory: String) -> [Diagnostic] {
    outcomes.flatMap(\.catalogs).compactMap { catalog in
      let path = "\(directory)/\(catalog.id).yaml"
      return loss(at: path) {
        try CatalogReading.earlier(at: path, otherThan: catalog.source).flatMap { earlier in
          let texts = lost(
            earlier.controls.filter { $0.statement != nil }.map(\.id.rawValue),
            but: catalog.controls.filter { $0.statement != nil }.map(\.id.rawValue))
          return loss(texts, "official texts", at: path)
            ?? loss(
              lost(earlier.controls.map(\.id.rawValue), but: catalog.controls.map(\.id.rawValue)),
              "controls", at: path)
        }
      }
    }
      + outcomes.flatMap(\.mappings).compactMap { set in
        let path = "\(directory)/\(set.id).yaml"
        return loss(at: path) {
          try CatalogReading.earlierMapping(at: path).flatMap { earlier in
            loss(
              lost(earlier.pairs.map(name), but: set.pairs.map(name)), "pairs", at: path,
              also: ["is it another set between the same catalogs? give it an id: --as ID"])
          }
        }
      }
  }

  private struct Loss {
    var ids: [String]
    var total: Int
  }

  private static func lost(_ earlier: [String], but now: [String]) -> Loss {
    let kept = Set(now)
    return Loss(ids: earlier.filter { !kept.contains($0) }, total: earlier.count)
  }

  private static func name(_ pair: MappingPair) -> String { "\(pair.source) → \(pair.target)" }

  private static func loss(
    _ loss: Loss, _ noun: String, at path: String, also: [String] = []
  ) -> Diagnostic? {
    guard !loss.ids.isEmpty else { return nil }
    let shown = loss.ids.prefix(40).joined(separator: ", ")
    let more = loss.ids.count > 40 ? " and \(loss.ids.count - 40) more" : ""
    return Diagnostic(
      .error, id: "import-would-lose",
      "an earlier import holds \(loss.total) \(noun), and \(loss.ids.count) of them are not in "
        + "this one: it was kept",
      at: SourceLocation(file: path),
      hints: ["these would be lost: \(shown)\(more)"] + also + wayOut)
  }

  private static let wayOut = [
    "import the whole document, or write into another directory: --into DIR",
    "to put this import in its place all the same: --replace",
  ]

  /// Where the file that is there cannot be read, nobody knows what would be lost.
  private static func loss(at path: String, _ compare: () throws -> Diagnostic?) -> Diagnostic? {
    do {
      return try compare()
    } catch {
      return Diagnostic(
        .error, id: "import-would-lose",
        "a file of this name is there that cannot be read as what is imported: it was kept",
        at: SourceLocation(file: path), hints: wayOut)
    }
  }
}
