/// Writes folded pieces of a line in Markdown.
struct MarkdownInlineWriter {
  private var text = ""
  /// Whether every piece is written as a tag, and every mark in text escaped.
  private let usesTags: Bool

  static func text(_ inlines: [OSCALInline], usesTags: Bool) -> String {
    var writer = MarkdownInlineWriter(usesTags: usesTags)
    writer.write(inlines)
    return writer.text
  }

  private init(usesTags: Bool) { self.usesTags = usesTags }

  /// A paragraph that would start like a heading, a list or another block.
  static func escapingStart(of text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return "\\" + text }
    return digits + "\\" + text.dropFirst(digits.count)
  }

  private mutating func write(_ inlines: [OSCALInline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: OSCALInline) {
    switch inline {
    case .text(let content): write(text: content)
    case .insert(let type, let idRef): text += "{{ insert: \(type), \(idRef) }}"
    case .lineBreak: text += "<br/>"
    case .phrase(let phrase, let content): write(phrase, content)
    case .code(let kind, let content):
      if !usesTags, kind == nil, content.count == 1, case .text(let code) = content[0],
        !code.contains("`")
      {
        text += "`\(code)`"
      } else {
        tag("code", kind.map { [("class", $0)] } ?? [], content)
      }
    case .anchor(let href, let title, let content):
      guard !usesTags, let href else {
        let attributes = [href.map { ("href", $0) }, title.map { ("title", $0) }]
        return tag("a", attributes.compactMap(\.self), content)
      }
      text += "["
      write(content)
      text += "](\(Self.address(href))\(Self.title(title)))"
    case .image(let image):
      guard !usesTags else {
        let attributes = [
          image.alt.map { ("alt", $0) }, ("src", image.src), image.title.map { ("title", $0) },
        ]
        return tag("img", attributes.compactMap(\.self), nil)
      }
      text += "!["
      write(text: image.alt ?? "")
      text += "](\(Self.address(image.src))\(Self.title(image.title)))"
    }
  }

  private mutating func write(_ phrase: OSCALInline.Phrase, _ content: [OSCALInline]) {
    let mark: String? =
      switch phrase {
      case .em: "*"
      case .strong: "**"
      case .q: "\""
      case .sub: "~"
      case .sup: "^"
      case .i, .b: nil
      }
    guard let mark, !usesTags, !content.isEmpty else { return tag(phrase.rawValue, [], content) }
    text += mark
    write(content)
    text += mark
  }

  private mutating func tag(
    _ name: String, _ attributes: [(String, String)], _ content: [OSCALInline]?
  ) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
    guard let content else {
      text += "/>"
      return
    }
    text += ">"
    write(content)
    text += "</\(name)>"
  }

  /// Text, with a backslash before what would be read as a mark.
  private mutating func write(text content: String) {
    let bytes = Array(content.utf8)
    var escaped: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if isMark(bytes, index) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    text += String(decoding: escaped, as: UTF8.self)
  }

  private func isMark(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    guard MarkdownInlines.isSpecial(byte) else { return false }
    if usesTags { return true }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch byte {
    case UInt8(ascii: "\\"): return next == 0 || MarkdownInlines.isPunctuation(next)
    case UInt8(ascii: "&"): return next == UInt8(ascii: "#") || MarkdownInlines.isLetter(next)
    case UInt8(ascii: "<"): return next == UInt8(ascii: "/") || MarkdownInlines.isLetter(next)
    case UInt8(ascii: "{"): return next == byte
    case UInt8(ascii: "!"): return next == UInt8(ascii: "[") || next == 0
    case UInt8(ascii: "["), UInt8(ascii: "_"):
      // Within a word, or without a link's address after it, it means nothing: see the check.
      return false
    default: return true
    }
  }

  private static func address(_ address: String) -> String {
    let isPlain = address.utf8.allSatisfy { byte in
      byte > 0x20 && ![UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\")].contains(byte)
        && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
    }
    return isPlain && !address.isEmpty ? address : "<\(address)>"
  }

  private static func title(_ title: String?) -> String { title.map { " \"\($0)\"" } ?? "" }

  private static func escaped(_ value: String) -> String {
    var result = ""
    for character in value {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      default: result.append(character)
      }
    }
    return result
  }
}
