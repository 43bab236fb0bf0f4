import OSCAL
import TestSupport

/// Random catalogs with everything in them that the model has, and with text that means something to
/// XML, JSON, YAML and Markdown.
struct RandomOSCAL {
  private var random: SplitMix64
  private var number = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let words = [
    "keys", "are", "rotated", "a*b", "*", "**", "_x_", "snake_case", "`", "{{", "{{ insert: x }}",
    "[", "](", "<b>", "</p>", "&amp;", "&", "\"", "'", "\\", "\\*", "~", "^", "1.", "-", "#", ">",
    "|",
    "---", "ünïcode", "日本語", "\u{202E}", "!", "![", "a:", "no", "5.10", "null", "\u{A0}", "😀",
  ]

  private mutating func id() -> String {
    number += 1
    return "id-\(number).\(random.number(0...9))"
  }

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    (0..<random.number(count)).map { _ in random.one(of: Self.words) }.joined(separator: " ")
  }

  private mutating func maybe<Value>(_ make: (inout RandomOSCAL) -> Value) -> Value? {
    random.chance(40) ? make(&self) : nil
  }

  private mutating func many<Value>(
    _ range: ClosedRange<Int>, _ make: (inout RandomOSCAL) -> Value
  ) -> [Value] {
    (0..<random.number(range)).map { _ in make(&self) }
  }

  private mutating func inlines(depth: Int = 0) -> [OSCALInline] {
    many(1...4) { $0.inline(depth: depth) }
  }

  private mutating func inline(depth: Int) -> OSCALInline {
    guard depth < 3 else { return .text(words(1...3)) }
    switch random.number(0...12) {
    case 0: return .phrase(random.one(of: OSCALInline.Phrase.allCases), inlines(depth: depth + 1))
    case 1: return .code(class: maybe { _ in "shell" }, [.text(words(1...2))])
    case 2:
      return .anchor(
        href: maybe { $0.random.one(of: ["#ac-1", "https://example.org/a(b)?c=d&e", "a b"]) },
        title: maybe { $0.words(1...2) }, inlines(depth: depth + 1))
    case 3: return .insert(type: "param", idRef: "p_\(random.number(1...9)).a")
    case 4: return .lineBreak
    case 5: return .image(OSCALImage(src: "a.png", alt: maybe { $0.words(1...2) }))
    default: return .text(" " + words(1...5) + (random.chance(50) ? " " : ""))
    }
  }

  private mutating func line() -> OSCALMarkupLine { OSCALMarkupLine(inlines()) }

  private mutating func prose() -> OSCALMarkupMultiline {
    OSCALMarkupMultiline(many(1...4) { $0.block(depth: 0) })
  }

  private mutating func block(depth: Int) -> OSCALBlock {
    guard depth < 2 else { return .paragraph(inlines()) }
    switch random.number(0...12) {
    case 0: return .heading(level: random.number(1...6), inlines())
    case 1: return .preformatted([.text("a\n  b\n" + words(1...4))])
    case 2: return .bulletList(many(1...3) { $0.item(depth: depth) })
    case 3: return .orderedList(start: maybe { _ in "3" }, many(1...3) { $0.item(depth: depth) })
    case 4: return .quote(many(1...2) { $0.block(depth: depth + 1) })
    case 5:
      return .table(
        many(1...3) { random in
          random.many(2...2) {
            OSCALBlock.Cell(
              isHeader: $0.random.chance(30), align: $0.maybe { _ in "right" }, $0.inlines())
          }
        })
    case 6: return .rule
    default: return .paragraph(inlines())
    }
  }

  private mutating func item(depth: Int) -> OSCALBlock.ListItem {
    var content: [OSCALBlock.ListItem.Piece] = [.inlines(inlines())]
    if random.chance(30) { content.append(.block(block(depth: depth + 1))) }
    return OSCALBlock.ListItem(content)
  }

  private mutating func property() -> OSCALProperty {
    OSCALProperty(
      name: "label", uuid: maybe { $0.id() }, ns: maybe { _ in "https://example.org/ns" },
      value: words(1...2), class: maybe { _ in "sp800-53a" }, group: maybe { $0.id() },
      remarks: maybe { $0.prose() })
  }

  private mutating func link() -> OSCALLink {
    OSCALLink(
      href: "#" + id(), rel: maybe { _ in "reference" }, mediaType: maybe { _ in "text/html" },
      resourceFragment: maybe { $0.words(1...1) }, text: maybe { $0.line() })
  }

  private mutating func parameter() -> OSCALParameter {
    var parameter = OSCALParameter(
      id: id(), class: maybe { _ in "kind" }, dependsOn: maybe { $0.id() },
      props: many(0...1) { $0.property() }, links: many(0...1) { $0.link() },
      label: maybe { $0.line() }, usage: maybe { $0.prose() },
      constraints: many(0...1) {
        OSCALParameterConstraint(
          description: $0.maybe { $0.prose() },
          tests: $0.many(0...2) {
            OSCALConstraintTest(expression: $0.words(1...2), remarks: $0.maybe { $0.prose() })
          })
      }, guidelines: many(0...1) { OSCALParameterGuideline(prose: $0.prose()) },
      remarks: maybe { $0.prose() })
    if random.chance(50) {
      parameter.values = many(0...2) { $0.words(1...2) }
    } else {
      parameter.select = OSCALParameterSelection(
        howMany: maybe { _ in "one-or-more" }, choices: many(1...3) { $0.line() })
    }
    return parameter
  }

  private mutating func part(depth: Int = 0) -> OSCALPart {
    OSCALPart(
      id: maybe { $0.id() }, name: random.one(of: ["statement", "item", "guidance"]),
      ns: maybe { _ in "https://example.org/ns" }, class: maybe { _ in "kind" },
      title: maybe { $0.line() }, props: many(0...2) { $0.property() }, prose: maybe { $0.prose() },
      parts: depth < 2 ? many(0...2) { $0.part(depth: depth + 1) } : [],
      links: many(0...1) { $0.link() })
  }

  private mutating func control(depth: Int = 0) -> OSCALControl {
    OSCALControl(
      id: id(), class: maybe { _ in "kind" }, title: line(), params: many(0...2) { $0.parameter() },
      props: many(0...2) { $0.property() }, links: many(0...2) { $0.link() },
      parts: many(0...2) { $0.part() },
      controls: depth < 1 ? many(0...2) { $0.control(depth: depth + 1) } : [])
  }

  private mutating func metadata() -> OSCALMetadata {
    OSCALMetadata(
      title: line(), published: maybe { _ in "2026-01-01T00:00:00Z" },
      lastModified: "2026-02-03T04:05:06Z", version: "5.10", oscalVersion: "1.1.2",
      revisions: many(0...2) {
        OSCALNode(
          "revision",
          children: [
            OSCALNode("title", content: .line($0.line())),
            OSCALNode("version", content: .text("1")),
          ])
      },
      documentIDs: many(0...1) {
        OSCALDocumentID(scheme: $0.maybe { _ in "https://www.doi.org/" }, identifier: "10.1/2")
      }, props: many(0...1) { $0.property() }, links: many(0...1) { $0.link() },
      roles: [
        OSCALNode(
          "role", flags: [.init("id", "creator")],
          children: [OSCALNode("title", content: .line(line()))])
      ],
      parties: [
        OSCALNode(
          "party", flags: [.init("uuid", id()), .init("type", "organization")],
          children: [
            OSCALNode("name", content: .text("House")),
            OSCALNode(
              "telephone-number", flags: [.init("type", "office")], content: .text("0123 4")),
            OSCALNode("telephone-number", content: .text("0123 5")),
            OSCALNode(
              "address", children: [OSCALNode("addr-line", content: .text("1 Some Street"))]),
            OSCALNode("remarks", content: .multiline(prose())),
          ])
      ], remarks: maybe { $0.prose() })
  }

  mutating func catalog() -> OSCALCatalog {
    OSCALCatalog(
      uuid: id(), metadata: metadata(), params: many(0...1) { $0.parameter() },
      controls: many(0...1) { $0.control() },
      groups: many(0...2) {
        OSCALGroup(
          id: $0.maybe { $0.id() }, class: $0.maybe { _ in "family" }, title: $0.line(),
          params: $0.many(0...1) { $0.parameter() }, parts: $0.many(0...1) { $0.part() },
          controls: $0.many(0...2) { $0.control() })
      },
      backMatter: maybe {
        OSCALBackMatter(
          resources: $0.many(0...2) {
            OSCALResource(
              uuid: $0.id(), title: $0.maybe { $0.line() }, description: $0.maybe { $0.prose() },
              citation: $0.maybe {
                OSCALCitation(text: $0.line(), links: $0.many(0...1) { $0.link() })
              },
              rlinks: [
                OSCALResourceLink(
                  href: "https://example.org/a",
                  hashes: $0.many(0...1) { _ in OSCALHash(algorithm: "SHA-256", value: "00ff") })
              ], base64: $0.maybe { _ in OSCALBase64(filename: "a.txt", value: "QUJD") },
              remarks: $0.maybe { $0.prose() })
          })
      })
  }
}
