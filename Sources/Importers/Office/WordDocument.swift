internal import Diagnostics
internal import Markup

/// The parts of an Office Open XML text (DOCX), as ECMA-376 Part 1 section 11.3 names them.
struct WordDocument {
  private let archive: OfficeArchive
  private let main: MarkupElement
  /// The names of the parts that the main part uses, by the last word of their type.
  private let related: [String: String]

  /// - Returns: nil when the archive holds no such text.
  /// - Throws: what makes a part unreadable.
  init?(_ archive: OfficeArchive) throws(Refusal) {
    let usual = "word/document.xml"
    let name = try Self.related(to: "", in: archive)["officeDocument"] ?? usual
    // A workbook has the same outside.
    guard archive.has(name) else { return nil }
    let main = try archive.part(name)
    guard main.name == "document" else { return nil }
    self.archive = archive
    self.main = main
    related = try Self.related(to: name, in: archive)
  }

  /// The text as a web page.
  ///
  /// - Throws: what makes a part unreadable, or that there is no text.
  func page() throws(Refusal) -> MarkupElement {
    guard let body = main.elements.first(where: { $0.name == "body" }) else {
      throw Refusal(
        "docx-no-text", "is a DOCX file without a body",
        at: SourceLocation(file: archive.fileName), hints: ["save it again, or as PDF"])
    }
    let styles = WordStyles(try part("styles"))
    let numbering = WordNumbering(try part("numbering"), styles)
    return WordPage.page(of: body, styles, numbering)
  }

  private func part(_ type: String) throws(Refusal) -> MarkupElement? {
    guard let name = related[type], archive.has(name) else { return nil }
    return try archive.part(name)
  }

  /// What a part uses; of the empty name, what the whole archive does.
  private static func related(
    to name: String, in archive: OfficeArchive
  ) throws(Refusal) -> [String: String] {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    let folder = steps.dropLast().map { $0 + "/" }.joined()
    let list = folder + "_rels/" + (steps.last ?? "") + ".rels"
    guard archive.has(list) else { return [:] }
    var names: [String: String] = [:]
    for relation in try archive.part(list).elements
    where relation.attribute("TargetMode") != "External" {
      guard let type = relation.attribute("Type")?.split(separator: "/").last,
        let target = relation.attribute("Target")
      else { continue }
      let isAbsolute = target.hasPrefix("/")
      names[String(type)] = isAbsolute ? String(target.dropFirst()) : folder + target
    }
    return names
  }
}
