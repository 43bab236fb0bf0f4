import ControlModel
import Diagnostics
import Digests
import FoundationEssentials
import Importers
import Testing

/// Changes of form that must not change what is read.
enum CodeVariant: String, CaseIterable, CustomTestStringConvertible {
  case carriageReturns, byteOrderMark, utf16, utf16WithoutMark, wrapped, noBlankLines,
    wrappedWithoutBlankLines, listMarks, bullets, markdown, raisedMarks, contentsAndAnnex,
    noBreakSpaces
  case htmlParagraphs, htmlBoldNumbers, htmlSpans, htmlTable, htmlDefinitions, htmlHeadingsInBold
  case htmlWholePage, htmlEntities, htmlDeepSections, htmlWindows1252
  case htmlNumberedHeadings, htmlHeadingsWithNumbers, htmlAccordion
  case archiveQuotedPrintable, archiveBase64

  var testDescription: String { rawValue }

  /// The text in this form.
  func bytes(of text: String) -> [UInt8] {
    let lines = text.split(separator: "\n").map { fold(String($0)) }.filter { !$0.isEmpty }
    switch self {
    case .carriageReturns: return Array(text.replacing("\n", with: "\r\n").utf8)
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case .utf16WithoutMark:
      return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case .wrapped: return Array(lines.map { wrap($0, at: 72) }.joined(separator: "\n\n").utf8)
    case .wrappedWithoutBlankLines:
      return Array(lines.map { wrap($0, at: 72) }.joined(separator: "\n").utf8)
    case .listMarks:
      let marked = lines.enumerated().map { $1.first?.isNumber == true ? "\($0 + 1).  \($1)" : $1 }
      return Array(marked.map { wrap($0, at: 72) }.joined(separator: "\n\n").utf8)
    case .bullets:
      let marked = lines.map { $0.first?.isNumber == true ? "* \($0)" : $0 }
      return Array(marked.joined(separator: "\n").utf8)
    case .markdown: return Array(markdown(lines).utf8)
    case .raisedMarks:
      let marked = lines.map { line in
        line.replacing(/([a-z)]\.)([0-9]{1,2})(?=\s|$)/) { "\($0.1)^([footnote \($0.2)])" }
      }
      return Array(marked.joined(separator: "\n\n").utf8)
    case .noBlankLines: return Array(lines.joined(separator: "\n").utf8)
    case .noBreakSpaces:
      return Array(text.replacing(" shall ", with: "\u{A0}shall\t ").utf8)
    case .contentsAndAnnex:
      let titles = lines.filter { $0.hasPrefix("Principle ") }
      let contents = titles.map { "\($0) ........ 7" }
      let front = [
        "Code of Practice for the Cyber Security of AI", "Introduction",
        "1.1 This text has numbers of its own.", "1.2 So has this one.", "• a point",
      ]
      let annex = ["Annex A: Glossary", "1.1 A number behind the body.", "Term: its meaning."]
      return Array((contents + front + titles + lines + annex).joined(separator: "\n\n").utf8)
    case .htmlParagraphs: return page(lines) { "<p>\($0)\t\($1)</p>" }
    case .htmlBoldNumbers: return page(lines) { "<p><strong>\($0)</strong>\($1)</p>" }
    case .htmlSpans:
      return page(lines) { "<p><span class=\"number\">\($0) </span><span>\($1)</span></p>" }
    case .htmlTable: return page(lines) { "<table><tr><td>\($0)</td><td>\($1)</td></tr></table>" }
    case .htmlDefinitions: return page(lines) { "<dl><dt>\($0)</dt><dd><p>\($1)</p></dd></dl>" }
    case .htmlHeadingsInBold: return page(lines, heading: "p") { "<p>\($0)&nbsp;\($1)</p>" }
    case .htmlEntities:
      return page(lines) { number, text in
        "<p id=\"p\(number)\">\(number) \(text.replacing("’", with: "&rsquo;"))</p>"
          .replacing(" AI", with: " <abbr title=\"Artificial Intelligence\">AI</abbr>")
          .replacing("security", with: "secu&shy;rity")
      }
    case .htmlDeepSections:
      return page(lines, heading: "h2") { "<section><div><p>\($0) \($1)</p></div></section>" }
    case .htmlNumberedHeadings:
      let text = String(decoding: page(lines) { "<p>\($0) \($1)</p>" }, as: UTF8.self)
      return Array(
        text.replacing("<h3>", with: "<h3><span class=\"number\">5. </span>")
          .replacing("<h4 id=\"x\">", with: "<h4 id=\"x\"><span class=\"number\">5.1 </span>").utf8)
    case .htmlHeadingsWithNumbers:
      let text = String(decoding: page(lines) { "<p>\($0) \($1)</p>" }, as: UTF8.self)
      return Array(
        text.replacing("<h3>", with: "<h3>5. ")
          .replacing("<h4 id=\"x\">", with: "<h4 id=\"x\">5.1 ").utf8)
    case .htmlAccordion:
      let text = String(
        decoding: page(lines) { "<div hidden=\"until-found\"><p>\($0) \($1)</p></div>" },
        as: UTF8.self)
      return Array(
        text.replacing("<h4 id=\"x\">", with: "<h4><button aria-expanded=\"false\">")
          .replacing("</h4>", with: "</button></h4>").utf8)
    case .archiveQuotedPrintable:
      return archive(page(lines) { "<p>\($0)\t\($1)</p>" }, "quoted-printable") { bytes in
        bytes.map { byte in
          byte == 0x3D || byte >= 0x7F
            ? "=" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16, uppercase: true)
            : String(UnicodeScalar(byte))
        }.joined().replacing(" the ", with: " th=\r\ne ")
      }
    case .archiveBase64:
      return archive(page(lines) { "<p>\($0)\t\($1)</p>" }, "base64") { bytes in
        Data(bytes).base64EncodedString(options: .lineLength76Characters)
      }
    case .htmlWindows1252:
      let text = String(decoding: page(lines) { "<p>\($0) \($1)</p>" }, as: UTF8.self)
      let head = "<html><head><meta charset=\"windows-1252\"></head><body>"
      return (head + text).unicodeScalars.map {
        $0.value == 0x2019 ? 0x92 : UInt8(truncatingIfNeeded: $0.value)
      }
    case .htmlWholePage:
      let body = String(decoding: page(lines) { "<p>\($0) \($1)</p>" }, as: UTF8.self)
      let contents = lines.filter { $0.hasPrefix("Principle ") }.map {
        "<li><a href=\"#x\">\($0)</a></li>"
      }
      return Array(
        """
        <!DOCTYPE html><html lang="en"><head><title>Code of Practice</title>
        <script>if (a<b && c>d) { x = "<p>1.1 no</p>" }</script><style>p<q {}</style></head>
        <body><header role="banner"><nav><a href="/">GOV.UK</a></nav></header>
        <main id="content"><h1>Code of Practice</h1>
        <div class="gem-c-contents-list"><ol>\(contents.joined())</ol></div>
        <ol>\(contents.joined())</ol>\(body)
        <h2 id="annex-a">Annex A</h2><p>1.1 Not a provision.</p></main>
        <footer><p>1.2 All content is available</p></footer></body></html>
        """.utf8)
    }
  }

  /// As converters write a page: with the tags that Markdown has nothing for, and lists that count
  /// although their points have numbers.
  private func markdown(_ lines: [String]) -> String {
    let blocks = lines.map { line in
      if line.hasPrefix("Principle ") { return "#### \(line)" }
      if line.hasPrefix("Secure ") || line.hasPrefix("Code ") { return "### \(line)" }
      let noted = line.replacing(/([a-z)]\.)([0-9]{1,2})(?=\s|$)/) { match in
        "\(match.1)<sup><a href=\"#fn:\(match.2)\"\nclass=\"footnote\">[footnote \(match.2)]</a></sup>"
      }
      if line.hasPrefix("Primarily applies to:") {
        return noted.replacing("Primarily applies to:", with: "**Primarily applies to:**")
      }
      let escaped = line.hasPrefix("[") ? noted.replacing("[", with: "\\[") : noted
      return line.first?.isNumber == true ? "1.  \(escaped)" : escaped
    }
    return "<div class=\"govspeak\">\n\n" + blocks.joined(separator: "\n\n") + "\n\n</div>\n"
  }

  /// A page as browsers save it in one file.
  private func archive(
    _ page: [UInt8], _ encoding: String, _ encode: ([UInt8]) -> String
  ) -> [UInt8] {
    let lines = [
      "From: <Saved by Blink>", "Subject: =?utf-8?Q?Code?=", "MIME-Version: 1.0",
      "Content-Type: multipart/related;", "\ttype=\"text/html\";",
      "\tboundary=\"----MultipartBoundary--x1----\"", "", "",
      "------MultipartBoundary--x1----", "Content-Type: text/css",
      "Content-Transfer-Encoding: quoted-printable", "", "p { color: red }", "",
      "------MultipartBoundary--x1----", "Content-Type: text/html", "Content-ID: <frame@mhtml>",
      "Content-Transfer-Encoding: \(encoding)", "", encode(page), "",
      "------MultipartBoundary--x1----", "Content-Type: image/png",
      "Content-Transfer-Encoding: base64", "", "AAAA", "",
      "------MultipartBoundary--x1------", "",
    ]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// Builds a page: headings for sections and principles, `clause` for numbered lines.
  private func page(
    _ lines: [String], heading: String = "h4", clause: (String, String) -> String
  ) -> [UInt8] {
    var result = "<div class=\"govspeak\">\n"
    for line in lines {
      let number = line.prefix { $0.isNumber || $0 == "." || $0 == ":" }
      if number.contains(where: \.isNumber) {
        result += clause(String(number), fold(String(line.dropFirst(number.count))))
      } else if line.hasPrefix("Principle ") {
        result +=
          heading == "p"
          ? "<p><strong>\(line)</strong></p>" : "<\(heading) id=\"x\">\(line)</\(heading)>"
      } else if line.hasPrefix("Secure ") {
        result += "<h3>\(line)</h3>"
      } else {
        result += "<p>\(line)</p>"
      }
      result += "\n"
    }
    return Array((result + "</div>").utf8)
  }

  private func fold(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func wrap(_ text: String, at width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.count + word.count >= width, !last.isEmpty {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : last + " " + word
      }
    }
    return lines.joined(separator: "\n")
  }
}

@Suite("The Code of Practice in other forms gives the same entries")
struct CodeVariantTests {
  private func read(_ bytes: [UInt8]) throws -> ImportedDocument {
    let document = try SourceDocument.read(fileName: "code", bytes: bytes)
    return try ImporterRegistry.importer(for: document).read(document)
  }

  private func check(_ variant: CodeVariant, of text: String) throws {
    let expected = try read(Array(text.utf8))
    let imported = try read(variant.bytes(of: text))
    #expect(imported.entries.map(\.id) == expected.entries.map(\.id))
    for (entry, original) in zip(imported.entries, expected.entries) {
      #expect(entry.statement == original.statement, "\(entry.id)")
      #expect(entry.title == original.title, "\(entry.id)")
      #expect(entry.parent == original.parent, "\(entry.id)")
      #expect(entry.modality == original.modality, "\(entry.id)")
      #expect(entry.roleLine == original.roleLine, "\(entry.id)")
      #expect(entry.references == original.references, "\(entry.id)")
      #expect(entry.footnoteMarkers == original.footnoteMarkers, "\(entry.id)")
    }
    #expect(imported.unplaced.isEmpty)
  }

  @Test("Own words", arguments: CodeVariant.allCases)
  func readsOwnWords(_ variant: CodeVariant) throws {
    try check(variant, of: CodeFixture.text)
  }

  @Test(
    "The published text, where it is at hand",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
    arguments: CodeVariant.allCases)
  func readsPublishedText(_ variant: CodeVariant) throws {
    let bytes = try SharedFolder.bytes("documents/dsit/code-of-practice-2025-principles.txt")
    try check(variant, of: String(decoding: bytes, as: UTF8.self))
  }
}
