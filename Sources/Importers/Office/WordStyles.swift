internal import Markup

/// The styles of a DOCX text that say what is a heading, bold or numbered.
struct WordStyles {
  /// What one style says itself.
  private struct Style {
    var parent: String?
    var level: Int?
    var isBold: Bool?
    var isHidden: Bool?
    var numbering: WordNumbering.Place?
    var isContents = false
  }

  private var styles: [String: Style] = [:]
  /// The style of paragraphs that name none.
  private var usual: String?

  /// Reads the part of the styles; without it, nothing is known of any.
  init(_ part: MarkupElement?) {
    for element in part?.elements ?? [] where element.name == "style" {
      guard let id = element.attribute("styleId") else { continue }
      var style = Style()
      style.parent = element.child("basedOn")?.attribute("val")
      let properties = element.child("pPr")
      let name = element.child("name")?.attribute("val")?.lowercased() ?? ""
      style.level = Self.level(properties) ?? Self.level(named: name)
      style.numbering = WordNumbering.Place(properties?.child("numPr"))
      style.isBold = Self.isOn("b", element.child("rPr"))
      style.isHidden = Self.isOn("vanish", element.child("rPr"))
      style.isContents = name.hasPrefix("toc ")
      styles[id] = style
      if element.attribute("type") == "paragraph", element.attribute("default") == "1" {
        usual = id
      }
    }
  }

  /// The level of heading, from 1, that properties of a paragraph set: 10 stands for text.
  static func level(_ properties: MarkupElement?) -> Int? {
    properties?.child("outlineLvl")?.attribute("val").flatMap { Int($0) }
      .flatMap { (0...9).contains($0) ? $0 + 1 : nil }
  }

  /// The level that the styles of headings which every program knows have without saying so.
  private static func level(named name: String) -> Int? {
    guard name.hasPrefix("heading "), let level = Int(name.dropFirst("heading ".count)) else {
      return nil
    }
    return (1...9).contains(level) ? level : nil
  }

  /// Whether properties of a run switch something on; nil when they say nothing of it.
  static func isOn(_ name: String, _ properties: MarkupElement?) -> Bool? {
    guard let element = properties?.child(name) else { return nil }
    return !["0", "false", "off", "none"].contains(element.attribute("val") ?? "")
  }

  /// The level of heading, from 1, that text of a style has; nil for other text.
  func headingLevel(_ id: String?) -> Int? {
    value(of: id ?? usual, \.level).flatMap { $0 < 10 ? $0 : nil }
  }

  /// Whether a style is bold; nil when it says nothing.
  func isBold(_ id: String?) -> Bool? { value(of: id, \.isBold) }

  /// Whether text of a style is hidden.
  func isHidden(_ id: String?) -> Bool { value(of: id, \.isHidden) ?? false }

  /// Whether it is the style of a line of a table of contents.
  func isContents(_ id: String?) -> Bool { id.flatMap { styles[$0]?.isContents } ?? false }

  /// The list that text of a style belongs to, and the style that says so.
  func numbering(_ id: String?) -> (place: WordNumbering.Place, style: String)? {
    value(of: id ?? usual) { id, style in style.numbering.map { ($0, id) } }
  }

  private func value<Value>(of id: String?, _ path: KeyPath<Style, Value?>) -> Value? {
    value(of: id) { _, style in style[keyPath: path] }
  }

  /// What a style says, or else the one that it is made from.
  private func value<Value>(
    of id: String?, _ read: (_ id: String, _ style: Style) -> Value?
  ) -> Value? {
    var id = id
    for _ in 0..<16 {
      guard let name = id, let style = styles[name] else { return nil }
      if let value = read(name, style) { return value }
      id = style.parent
    }
    return nil
  }
}
