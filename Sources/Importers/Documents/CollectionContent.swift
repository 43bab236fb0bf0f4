internal import Diagnostics
internal import Markup

/// What NCSC's site of 2023 to 2025 fetched for a page: titles and pieces of HTML within each other.
///
/// Its shape is known from clients of the interface only, so each part may be one or a list, and
/// may be left out.
struct CollectionContent: Decodable {
  private var parts: [Part]

  init(from decoder: any Decoder) throws {
    parts = try OneOrMany<Root>(from: decoder).all.compactMap(\.page)
  }

  /// Whether no part holds HTML.
  var isEmpty: Bool { !parts.contains(where: \.holdsText) }

  /// The page's content: headings, and the HTML between them.
  func nodes(fileName: String) throws(Refusal) -> [MarkupNode] {
    var nodes: [MarkupNode] = []
    for part in parts { nodes += try part.nodes(level: 1, fileName: fileName) }
    return nodes
  }

  /// The object itself, or what stands in it under `page`.
  private struct Root: Decodable {
    var page: Part?

    private enum CodingKeys: CodingKey {
      case page
      case bodyContent
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      if values.contains(.page) {
        page = try values.decode(Part.self, forKey: .page)
      } else if values.contains(.bodyContent) {
        page = try Part(from: decoder)
      }
    }
  }

  private struct OneOrMany<Value: Decodable>: Decodable {
    var all: [Value]

    init(from decoder: any Decoder) throws {
      if let list = try? [Value](from: decoder) {
        all = list
      } else {
        all = [try Value(from: decoder)]
      }
    }
  }

  private struct Part: Decodable {
    var headings: [String] = []
    var texts: [String] = []
    var version: String?
    var members: [Part] = []

    private enum CodingKeys: String, CodingKey, CaseIterable {
      case title, subheading, subHeading, heading
      case summary, description, body, text, html
      case bodyContent, content, items, sections
      case version
    }

    init(from decoder: any Decoder) throws {
      // A text may stand where a part is expected.
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        texts = [text]
        return
      }
      let values = try decoder.container(keyedBy: CodingKeys.self)
      func string(_ key: CodingKeys) -> String? {
        guard let text = try? values.decode(String.self, forKey: key), !text.isEmpty else {
          return nil
        }
        return text
      }
      headings = [.title, .subheading, .subHeading, .heading].compactMap(string)
      texts = [.summary, .description, .body, .text, .html].compactMap(string)
      version =
        string(.version) ?? (try? values.decode(Double.self, forKey: .version)).map { "\($0)" }
      for key in [CodingKeys.bodyContent, .body, .content, .items, .sections]
      where string(key) == nil || key == .content {
        members += (try? values.decode(OneOrMany<Part>.self, forKey: key))?.all ?? []
      }
    }

    var holdsText: Bool {
      texts.contains { $0.contains("<") } || members.contains(where: \.holdsText)
    }

    func nodes(level: Int, fileName: String) throws(Refusal) -> [MarkupNode] {
      var nodes = headings.map { heading in
        MarkupNode.element(
          MarkupElement(name: "h\(min(level, 6))", children: [.text(heading)]))
      }
      for text in texts {
        nodes.append(.element(try SourceDocument.page(Array(text.utf8), fileName: fileName)))
      }
      for member in members { nodes += try member.nodes(level: level + 1, fileName: fileName) }
      if let version {
        // As on the page, beside the text.
        nodes.append(
          .element(MarkupElement(name: "aside", children: [.text("Version \(version)")])))
      }
      return nodes
    }
  }
}
