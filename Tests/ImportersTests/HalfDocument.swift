import ControlModel
import Diagnostics
import Importers
import Testing

/// A document in own words that can be cut: each importer's, in each of its forms.
struct HalfDocument: Sendable, CustomTestStringConvertible {
  let name: String
  /// The files of the document's first part, so many hundredths of it.
  let files: @Sendable (_ percent: Int) throws -> [[UInt8]]

  var testDescription: String { name }

  init(_ name: String, files: @escaping @Sendable (_ percent: Int) throws -> [[UInt8]]) {
    self.name = name
    self.files = files
  }

  /// One text, cut between two bytes, wherever that is.
  private static func cut(
    _ name: String, _ text: @escaping @Sendable () throws -> String
  ) -> HalfDocument {
    HalfDocument(name) { percent in
      let bytes = Array(try text().utf8)
      return [Array(bytes.prefix(bytes.count * percent / 100))]
    }
  }

  /// Lines of which the first are put into a form that closes whatever they open.
  private static func lines(
    _ name: String, _ lines: @escaping @Sendable () throws -> [String],
    as form: @escaping @Sendable (_ lines: [String]) throws -> [UInt8]
  ) -> HalfDocument {
    HalfDocument(name) { percent in
      let lines = try lines()
      return [try form(Array(lines.prefix(lines.count * percent / 100)))]
    }
  }

  /// The first pages of a site, or of a PDF's XML.
  private static func pages(
    _ name: String, _ pages: @escaping @Sendable () throws -> [[UInt8]]
  ) -> HalfDocument {
    HalfDocument(name) { percent in
      let pages = try pages()
      return Array(pages.prefix(max(1, pages.count * percent / 100)))
    }
  }

  private static func printed(_ xml: String, _ percent: Int) -> [[UInt8]] {
    let pieces = xml.split(separator: "</page>", omittingEmptySubsequences: false)
    let kept = pieces.prefix(max(1, (pieces.count - 1) * percent / 100))
    return [Array((kept.joined(separator: "</page>") + "</page></pdf2xml>").utf8)]
  }

  // MARK: The documents

  /// All clauses of the shipped Code, in sentences of no meaning.
  @Sendable static func codeLines() throws -> [String] {
    let catalog = try SiteReading.catalog("dsit-ai-cop-2025")
    var lines = ["Code of Practice for the Cyber Security of AI", "Code of Practice Principles"]
    for group in catalog.groups {
      lines.append(group.title)
      var principle = ""
      for control in catalog.controls {
        if control.kind == .principle {
          principle = control.parent == group.id.rawValue ? control.id.rawValue : ""
          guard !principle.isEmpty else { continue }
          lines.append("Principle \(principle.dropFirst()): \(control.title)")
          lines.append("Primarily applies to: Developers")
        } else if !principle.isEmpty {
          let verb = control.modality == .required ? "shall" : "should"
          lines.append("\(control.id). Developers \(verb) do the thing of \(control.id).")
        }
      }
    }
    return lines
  }

  private static func html(_ lines: [String]) -> String {
    lines.map { line in
      let tag = line.hasPrefix("Principle ") ? "h4" : line.hasPrefix("Secure ") ? "h3" : "p"
      return "<\(tag)>\(line)</\(tag)>"
    }.joined(separator: "\n")
  }

  private static let code: [HalfDocument] = [
    cut("Code, text") { try codeLines().joined(separator: "\n\n") },
    cut("Code, page") {
      "<html><head><title>Code</title></head><body><main>\(html(try codeLines()))</main></body></html>"
    },
    cut("Code, JSON that breaks off") {
      let body = html(try codeLines()).replacing("\n", with: "\\n").replacing("\"", with: "'")
      return "{\"title\": \"Code\", \"details\": {\"body\": \"\(body)\"}}"
    },
    lines("Code, JSON", codeLines) { lines in
      let body = html(lines).replacing("\n", with: "\\n").replacing("\"", with: "'")
      return Array("{\"title\": \"Code\", \"details\": {\"body\": \"\(body)\"}}".utf8)
    },
    lines("Code, ODT", codeLines) { lines in
      try OfficeText.file(
        lines.map { line in
          line.hasPrefix("Principle ")
            ? OfficeText.heading(3, line)
            : line.hasPrefix("Secure ") ? OfficeText.heading(2, line) : OfficeText.paragraph(line)
        }.joined())
    },
    lines("Code, XML of a PDF", codeLines) { lines in
      Array(CodePrint.xml(of: lines.joined(separator: "\n"), hasGaps: true).utf8)
    },
    cut("Code, XML of a PDF that breaks off") {
      CodePrint.xml(of: try codeLines().joined(separator: "\n"), hasGaps: true)
    },
    cut("Draft Code, text") { try DraftFixture.text() },
    cut("Draft Code, page") { "<html><body>\(try DraftFixture.html())</body></html>" },
  ]

  private static let sites: [HalfDocument] = SiteGeneration.allCases.flatMap { generation in
    [
      pages("Guidelines, pages of \(generation)") {
        try GuidelinesPages.pages(of: try GuidelinesPages.ownWords()).map {
          try $0.bytes(generation)
        }
      },
      pages("ML principles, pages of \(generation)") {
        try MLPrinciplesPages.pages(of: try MLPrinciplesPages.ownWords(), .headings).map {
          try $0.bytes(generation)
        }
      },
      pages("CAF, pages of \(generation)") {
        try CAFPages.pages(of: try framework(), .points, version: "4.0").map {
          try $0.bytes(generation)
        }
      },
    ]
  }

  private static func framework() throws -> ImportedDocument {
    let source = try SourceDocument.read(fileName: "x", bytes: CAFFixture.bytes)
    return try ImporterRegistry.importer(for: source).read(source)
  }

  private static let frameworks: [HalfDocument] = [
    cut("CAF, Markdown") { CAFFixture.text },
    cut("CAF, YAML") { CAFFixture.yaml },
    HalfDocument("CAF, XML of a PDF") { percent in
      printed(CAFPrint.xml(of: try framework(), edition: "4.0"), percent)
    },
  ]

  private static let papers: [HalfDocument] = PrintedDocument.Form.allCases.flatMap { form in
    let seed: UInt64 = 3
    let documents: [(String, @Sendable () throws -> String)] = [
      (
        "ETSI, \(form)",
        { try StandardFixture(StandardFixture.look(form, seed: seed), seed: seed).text }
      ),
      (
        "RAND, \(form)",
        { try ReportFixture(ReportFixture.look(form, seed: seed), seed: seed).text }
      ),
    ]
    return documents.map { name, text in
      form == .xml
        ? HalfDocument(name) { printed(try text(), $0) } : cut(name, text)
    }
  }

  private static let texts = [
    cut("Guidelines, text") { GuidelinesTextFixture.plain },
    cut("Guidelines, text of the layout") { GuidelinesTextFixture.layout },
    cut("ML principles, text of the layout") { MLPrinciplesTextFixture.layout },
  ]

  static let all = code + sites + texts + frameworks + papers
}
