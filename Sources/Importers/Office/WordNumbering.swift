internal import Markup

/// The lists of a DOCX text.
struct WordNumbering {
  /// Where a paragraph stands in a list.
  struct Place: Hashable {
    /// The list; `0` takes a paragraph out of the list of its style.
    var list: String?
    /// The level from 1; nil where the list's level names the paragraph's style.
    var level: Int?

    /// Reads `numPr`; nil without it.
    init?(_ element: MarkupElement?) {
      guard let element else { return nil }
      list = element.child("numId")?.attribute("val")
      level = element.child("ilvl")?.attribute("val").flatMap { Int($0) }
        .flatMap { (0...8).contains($0) ? $0 + 1 : nil }
    }
  }

  /// A definition of levels, which several lists may share: they count on together.
  struct Definition: Hashable {
    var id: String
    var style: OfficeListStyle
    /// The level, from 1, of paragraphs of a style.
    var levelOfStyle: [String: Int] = [:]
  }

  private var definitions: [String: Definition] = [:]
  private var definitionOfList: [String: String] = [:]
  /// The levels that a list has in place of its definition's.
  private var ownLevels: [String: [Int: OfficeListLevel]] = [:]
  /// The numbers at which a list begins anew, by its level.
  private var starts: [String: [Int: Int]] = [:]

  /// Reads the part of the lists; without it there are none.
  init(_ part: MarkupElement?, _ styles: WordStyles) {
    var links: [String: String] = [:]
    for element in part?.elements ?? [] {
      if element.name == "abstractNum", let id = element.attribute("abstractNumId") {
        definitions[id] = Self.definition(id, element)
        links[id] = element.child("numStyleLink")?.attribute("val")
      }
      guard element.name == "num", let id = element.attribute("numId") else { continue }
      definitionOfList[id] = element.child("abstractNumId")?.attribute("val")
      for override in element.elements where override.name == "lvlOverride" {
        guard let level = Int(override.attribute("ilvl") ?? ""), (0...8).contains(level) else {
          continue
        }
        starts[id, default: [:]][level + 1] = OfficeListLevel.number(
          override.child("startOverride")?.attribute("val"))
        if let own = override.child("lvl") {
          ownLevels[id, default: [:]][level + 1] = OfficeListLevel(word: own)
        }
      }
    }
    // A definition without levels takes those of the list that a style names.
    for (id, style) in links {
      guard let list = styles.numbering(style)?.place.list, let other = definitionOfList[list],
        other != id, let linked = definitions[other]
      else { continue }
      definitions[id] = linked
    }
  }

  private static func definition(_ id: String, _ element: MarkupElement) -> Definition {
    var levels: [Int: OfficeListLevel] = [:]
    var levelOfStyle: [String: Int] = [:]
    for level in element.elements where level.name == "lvl" {
      guard let number = Int(level.attribute("ilvl") ?? ""), (0...8).contains(number) else {
        continue
      }
      levels[number + 1] = OfficeListLevel(word: level)
      if let style = level.child("pStyle")?.attribute("val") { levelOfStyle[style] = number + 1 }
    }
    return Definition(id: id, style: OfficeListStyle(levels), levelOfStyle: levelOfStyle)
  }

  /// The levels of a list; nil when there is none.
  func definition(of list: String) -> Definition? {
    guard var definition = definitionOfList[list].flatMap({ definitions[$0] }) else { return nil }
    if let own = ownLevels[list] { definition.style = definition.style.replacing(own) }
    return definition
  }

  /// The number with which the first point of a list on a level begins anew.
  func start(of list: String, level: Int) -> Int? { starts[list]?[level] }
}
