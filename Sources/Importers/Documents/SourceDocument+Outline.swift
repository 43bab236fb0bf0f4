internal import Markup
internal import YAMLEvents

extension SourceDocument {
  /// What the document looks like, in one phrase, for the message that nobody knows it.
  var outline: String {
    switch content {
    case .page(let root):
      let title = FoldedText.fold(root.first { $0.name == "title" }?.text ?? "")
      let heading = FoldedText.fold(root.first { $0.name == "h1" || $0.name == "h2" }?.text ?? "")
      let name = title.isEmpty ? heading : title
      return form.label + (name.isEmpty ? "" : " titled '\(name.prefix(80))'")
    case .lines(let lines):
      let first = lines.map(FoldedText.fold).first { !$0.isEmpty } ?? ""
      return "\(form.label) that begins '\(first.prefix(80))'"
    case .tree(let root):
      guard case .mapping(let mapping) = root else { return form.label }
      let keys = mapping.entries.prefix(6).map(\.key).joined(separator: ", ")
      return "\(form.label) with the keys \(keys.prefix(80))"
    case .layout(let layout):
      let first = layout.pages.lazy.flatMap(\.lines).map { FoldedText.fold($0.text) }
        .first { !$0.isEmpty }
      guard let first else { return "\(form.label) without text (a scan?)" }
      return "\(form.label) of \(layout.pages.count) pages that begins '\(first.prefix(80))'"
    }
  }
}
