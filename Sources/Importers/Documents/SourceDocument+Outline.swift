internal import Markup

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
    case .layout(let layout):
      let first = layout.pages.lazy.flatMap(\.lines).map { FoldedText.fold($0.text) }
        .first { !$0.isEmpty }
      guard let first else { return "\(form.label) without text (a scan?)" }
      return "\(form.label) of \(layout.pages.count) pages that begins '\(first.prefix(80))'"
    }
  }

  /// Whether it is a page by which a site keeps out programs instead of the document.
  var isChallengePage: Bool {
    guard case .page(let root) = content else { return false }
    let text = root.text.lowercased()
    // Published standards are long; such pages are short apart from their scripts.
    for sign in [
      "just a moment", "attention required! | cloudflare", "checking your browser",
      "enable javascript and cookies to continue", "verify you are human",
      "verifying you are human",
      "cf-chl", "challenge-platform", "access denied", "request unsuccessful. incapsula",
    ] where text.contains(sign) {
      return true
    }
    return root.first {
      ($0.attribute("id") ?? "").contains("challenge")
        || ($0.attribute("src") ?? "").contains("challenge-platform")
    } != nil
  }
}
