extension OSCALInline {
  /// Pieces with white space folded: one blank for any of it, none at the ends, and none within the
  /// ends of emphasis and links, where Markdown cannot have it. XML breaks lines where it likes, JSON
  /// cannot: two lines of prose say the same when they are equal after folding.
  static func folded(_ inlines: [OSCALInline]) -> [OSCALInline] {
    if inlines.count == 1, case .text(let text) = inlines[0], isFolded(text) { return inlines }
    return fold(inlines).content
  }

  private static func isFolded(_ text: String) -> Bool {
    var wasSpace = true
    let bytes = text.utf8.span
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte == 0x20 {
        if wasSpace { return false }
        wasSpace = true
      } else if byte < 0x20 {
        return false
      } else {
        wasSpace = false
      }
    }
    return !wasSpace
  }

  private struct Folded {
    var leads = false
    var content: [OSCALInline] = []
    var trails = false
  }

  private static func fold(_ inlines: [OSCALInline]) -> Folded {
    var result = Folded()
    var pending = false
    func append(_ inline: OSCALInline) {
      if pending {
        if result.content.isEmpty { result.leads = true } else { appendText(" ", to: &result) }
      }
      pending = false
      if case .text(let text) = inline {
        appendText(text, to: &result)
      } else {
        result.content.append(inline)
      }
    }
    for inline in inlines {
      switch inline {
      case .text(let text):
        let (leads, core, trails) = folded(text)
        pending = pending || leads
        if !core.isEmpty {
          append(.text(core))
          pending = trails
        }
      case .phrase(let phrase, let content):
        let inner = fold(content)
        pending = pending || inner.leads
        append(.phrase(phrase, inner.content))
        pending = inner.trails
      case .anchor(let href, let title, let content):
        let inner = fold(content)
        pending = pending || inner.leads
        append(.anchor(href: href, title: title, inner.content))
        pending = inner.trails
      case .code(let kind, let content):
        let inner = fold(content)
        pending = pending || inner.leads
        append(.code(class: kind, inner.content))
        pending = inner.trails
      case .image, .insert, .lineBreak: append(inline)
      }
    }
    result.trails = pending && !result.content.isEmpty
    result.leads = result.leads || (pending && result.content.isEmpty)
    return result
  }

  private static func appendText(_ text: String, to result: inout Folded) {
    if case .text(let last)? = result.content.last {
      result.content[result.content.count - 1] = .text(last + text)
    } else {
      result.content.append(.text(text))
    }
  }

  private static func folded(_ text: String) -> (leads: Bool, core: String, trails: Bool) {
    var bytes: [UInt8] = []
    var leads = false
    var pending = false
    let given = text.utf8.span
    bytes.reserveCapacity(given.count)
    for index in 0..<given.count {
      let byte = given[index]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        pending = true
        continue
      }
      if pending { if bytes.isEmpty { leads = true } else { bytes.append(0x20) } }
      pending = false
      bytes.append(byte)
    }
    if bytes.isEmpty { return (pending, "", false) }
    return (leads, String(decoding: bytes, as: UTF8.self), pending)
  }
}
