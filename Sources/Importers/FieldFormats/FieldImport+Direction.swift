internal import ControlModel
internal import Diagnostics

extension FieldImport {
  /// Tells texts with characters that turn the direction of writing: they can look like others.
  ///
  /// - Parameter file: the file as the user named it.
  public mutating func tellTurnedTexts(in file: String) {
    var turned: [Control] = []
    for catalog in catalogs {
      let controls = catalog.controls.span
      for index in controls.indices
      where FoldedText.turnsDirection(controls[index].title)
        || FoldedText.turnsDirection(controls[index].summary)
        || FoldedText.turnsDirection(controls[index].statement ?? "")
      {
        turned.append(controls[index])
      }
    }
    guard let first = turned.first else { return }
    let names = turned.prefix(10).map(\.id.rawValue).joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .warning, id: "import-direction",
        "characters that turn the direction of writing stand in \(turned.count) texts: \(names)"
          + (turned.count > 10 ? " …" : ""),
        at: first.origin.location ?? SourceLocation(file: file),
        hints: ["such a text can look like another: compare it with the publisher's"]))
  }
}
