internal import ControlModel
internal import Diagnostics

extension FieldImport {
  /// Tells texts with characters that turn the direction of writing: they can look like others.
  ///
  /// - Parameter file: the file as the user named it.
  public mutating func tellTurnedTexts(in file: String) {
    let turned = catalogs.flatMap(\.controls).filter { control in
      FoldedText.turnsDirection(control.title)
        || FoldedText.turnsDirection(control.summary)
        || FoldedText.turnsDirection(control.statement ?? "")
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
