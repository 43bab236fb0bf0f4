internal import Digests
internal import FoundationEssentials
internal import HTMLTree

/// An HTML file that needs nothing beside it: style and script are in it, and its own policy
/// forbids everything else, so that even a mistake could load or send nothing.
enum SelfContainedPage {
  /// The file.
  ///
  /// - Parameters:
  ///   - style: the style sheet.
  ///   - script: the script; nil for a page without one.
  ///   - version: of a page that is served live and may ask its server for the version; else nil.
  static func encoded(
    title: String, style: [UInt8], script: [UInt8]? = nil, version: String? = nil,
    bodyClass: String = "", _ content: HTML
  ) -> [UInt8] {
    let styleText = String(decoding: style, as: UTF8.self)
    let live = version.map { _ in PackageResources.live_js }
    let scripts = [script, live].compactMap(\.self).map { String(decoding: $0, as: UTF8.self) }
    let head = HTML.tag(
      .head, [],
      .tag(.meta, [Attribute(.charset, "utf-8")]),
      .tag(
        .meta,
        [
          Attribute(.httpEquiv, "Content-Security-Policy"),
          Attribute(.content, policy(styleText, scripts, isLive: version != nil)),
        ]),
      meta("viewport", "width=device-width, initial-scale=1"),
      meta("color-scheme", "light dark"), meta("referrer", "no-referrer"),
      meta("robots", "noindex"),
      version.map { meta("version", $0) } ?? .nothing,
      .tag(.title, [], .text(title)),
      .tag(.style, [], .text(styleText)))
    return HTMLFormatter.document(
      .tag(
        .html, [Attribute(.lang, "en")], head,
        .tag(
          .body, bodyClass.isEmpty ? [] : [.class(bodyClass)], content,
          .list(scripts.map { .tag(.script, [], .text($0)) }))))
  }

  private static func meta(_ name: String, _ content: String) -> HTML {
    .tag(.meta, [Attribute(.name, name), Attribute(.content, content)])
  }

  /// Nothing may be loaded; the style and the script are allowed by their digests alone.
  private static func policy(_ style: String, _ scripts: [String], isLive: Bool) -> String {
    var parts = ["default-src 'none'", "style-src '\(digest(style))'"]
    if !scripts.isEmpty {
      parts.append("script-src " + scripts.map { "'\(digest($0))'" }.joined(separator: " "))
    }
    if isLive { parts.append("connect-src 'self'") }
    return (parts + ["base-uri 'none'", "form-action 'none'"]).joined(separator: "; ")
  }

  private static func digest(_ code: String) -> String {
    let hex = Array(SHA256.hex(of: code).utf8)
    func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }
    let bytes = stride(from: 0, to: hex.count, by: 2).map {
      value(hex[$0]) << 4 | value(hex[$0 + 1])
    }
    return "sha256-\(Data(bytes).base64EncodedString())"
  }
}
