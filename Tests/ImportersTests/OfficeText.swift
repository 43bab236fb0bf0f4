import Archive

/// Writes OpenDocument texts as office programs do.
enum OfficeText {
  /// A file with that body, list styles and, in its styles, that outline.
  static func file(
    _ body: String, lists: String = "", outline: String = ""
  ) throws -> [UInt8] {
    func root(_ name: String, _ content: String) -> [UInt8] {
      let spaces = ["office", "text", "style", "table", "draw", "fo"].map {
        "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
      }
      return Array(
        "<?xml version=\"1.0\"?><office:\(name) \(spaces.joined(separator: " "))>\(content)</office:\(name)>"
          .utf8)
    }
    return try ArchiveWriter.archive(of: [
      .init(name: "mimetype", bytes: Array("application/vnd.oasis.opendocument.text".utf8)),
      .init(
        name: "styles.xml",
        bytes: root("document-styles", "<office:styles>\(outline)</office:styles>")),
      .init(
        name: "content.xml",
        bytes: root(
          "document-content",
          "<office:automatic-styles>\(lists)</office:automatic-styles>"
            + "<office:body><office:text>\(body)</office:text></office:body>")),
    ])
  }

  /// A level of a list style.
  static func level(_ number: Int, _ more: String = "", format: String = "1") -> String {
    "<text:list-level-style-number text:level=\"\(number)\" style:num-format=\"\(format)\" \(more)/>"
  }

  /// A list style of those levels.
  static func style(_ name: String, _ levels: String...) -> String {
    "<text:list-style style:name=\"\(name)\">\(levels.joined())</text:list-style>"
  }

  /// A point on a level, in a list of its own that goes on with the one before.
  static func point(_ level: Int, _ content: String, style: String = "L1") -> String {
    let opening = "<text:list-item><text:list>"
    let closing = "</text:list></text:list-item>"
    return "<text:list text:style-name=\"\(style)\" text:continue-numbering=\"true\">"
      + String(repeating: opening, count: level - 1)
      + "<text:list-item>\(content)</text:list-item>"
      + String(repeating: closing, count: level - 1) + "</text:list>"
  }

  /// A paragraph.
  static func paragraph(_ content: String) -> String { "<text:p>\(content)</text:p>" }

  /// A heading.
  static func heading(_ level: Int, _ content: String) -> String {
    "<text:h text:outline-level=\"\(level)\">\(content)</text:h>"
  }

  /// A footnote.
  static func note(_ marker: String) -> String {
    "<text:note><text:note-citation>\(marker)</text:note-citation><text:note-body>"
      + "<text:p>They shall not be read.</text:p></text:note-body></text:note>"
  }
}
