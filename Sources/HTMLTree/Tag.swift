/// The elements that documents are made of. Their names come from here alone, never from data.
public enum Tag: String, Sendable, Hashable, CaseIterable {
  case a, b, body, button, caption, code, dd, details, div, dl, dt, em, fieldset, figcaption
  case figure, form, h1, h2, h3, head, header, html, i, input, label, legend, li, main, meta
  case nav, option, output, p, section, select, small, span, strong, style, summary, table, tbody
  case td, th, thead, title, tr, ul, script
  case svg, rect, path, line
  case svgText = "text"

  /// Whether it never has content nor an end tag.
  var isVoid: Bool { self == .input || self == .meta }

  /// Whether HTML lets the end tag go, because what may follow ends the element.
  var needsNoEnd: Bool {
    switch self {
    case .li, .td, .th, .tr, .tbody, .thead, .dt, .dd, .option: true
    default: false
    }
  }

  /// Whether it is drawn, so that a self-closing tag ends it.
  var isShape: Bool {
    switch self {
    case .rect, .path, .line: true
    default: false
    }
  }

  /// Whether its content is code, which is written as it is.
  var holdsCode: Bool { self == .style || self == .script }

  /// Whether a line break before it changes nothing that is shown.
  var startsLine: Bool {
    switch self {
    case .body, .details, .div, .dl, .figure, .form, .h1, .h2, .h3, .head, .header, .li, .main,
      .meta,
      .nav, .p, .script, .section, .style, .table, .tbody, .thead, .title, .tr, .ul:
      true
    default: false
    }
  }
}
