/// Form of a document, told from its first bytes.
public enum DocumentForm: String, Sendable, Hashable, CaseIterable {
  /// Portable Document Format.
  case pdf
  /// The XML that `pdftohtml -xml` writes.
  case popplerXML = "pdf2xml"
  /// A web page or a piece of one.
  case html
  /// An item of GOV.UK's content API.
  case contentItem = "govuk-content-api"
  /// What NCSC's site of 2023 to 2025 fetched for one of its pages.
  case collectionContent = "ncsc-collection-content"
  /// Other JSON.
  case json
  /// Other XML.
  case xml
  /// YAML.
  case yaml
  /// Plain text.
  case text
  /// An OpenDocument text, ODT.
  case odt
  /// An Office Open XML text, DOCX.
  case docx
  /// Another ZIP archive.
  case zip
  /// Anything else.
  case binary

  /// What it is, for people.
  public var label: String {
    switch self {
    case .pdf: "a PDF"
    case .popplerXML: "the XML of pdftohtml"
    case .html: "an HTML page"
    case .contentItem: "a GOV.UK content-API item"
    case .collectionContent: "the JSON of a page of NCSC's site"
    case .json: "a JSON file"
    case .xml: "an XML file"
    case .yaml: "a YAML file"
    case .text: "a plain text"
    case .odt: "an ODT text"
    case .docx: "a DOCX text"
    case .zip: "a ZIP archive"
    case .binary: "a binary file"
    }
  }

  /// Whether bytes of this form lack the end that a whole file has. Plain texts have none.
  func endsEarly(_ bytes: [UInt8]) -> Bool {
    func has(_ word: String, from start: Int) -> Bool {
      ByteSearch.first(Array(word.utf8), in: bytes.span, from: max(0, start)) != nil
    }
    switch self {
    case .pdf: return PDFSigns.endsEarly(bytes)
    case .html:
      // A piece of a page, as a content API gives it, has no such tags at all. Browsers and
      // servers write them in small letters.
      return has("<html", from: 0) && !has("</html", from: bytes.count - 65_536)
    case .yaml: return bytes.last != 0x0A
    default: return false
    }
  }

  /// What to say of a file that ends early.
  var earlyEnd: String {
    switch self {
    case .pdf: "the file was cut off: the end of the PDF is missing; fetch it again"
    case .html: "the file was cut off: it has no </html> at its end; save the page again"
    default: "its last line has no end: was the file cut off?"
    }
  }

  /// Tells PDF, ZIP and other binary files apart from text; nil for text.
  static func ofBinary(_ bytes: [UInt8]) -> DocumentForm? {
    // First: an archive may hold a PDF.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
    // Readers accept a PDF whose header comes late, so some PDFs have junk before it.
    let head = bytes.prefix(1024)
    let magic = Array("%PDF-".utf8)
    if head.indices.contains(where: { head[$0...].starts(with: magic) }) { return .pdf }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    guard bytes.prefix(65_536).contains(0) else { return nil }
    return TextDecoding.bareUTF16(bytes) == nil ? .binary : nil
  }

  /// Tells the forms of text apart.
  static func ofText(_ text: String) -> DocumentForm {
    let head = String(decoding: text.utf8.prefix(65_536), as: UTF8.self).lowercased()
    guard let first = head.first(where: { !$0.isWhitespace }) else { return .text }
    // Markdown may hold tags, but none of a page's paragraphs and headings; remarks in YAML look
    // like its headings.
    let isMarkdown =
      MarkdownText.isMarkdown(head.split(separator: "\n")) && !looksLikeYAML(head)
    if isMarkdown, !hasTag(head, blockTags) || hasTables(head) { return .text }
    switch first {
    case "<":
      if head.contains("<pdf2xml") { return .popplerXML }
      return isData(head) || !hasPageTag(head) ? .xml : .html
    case "{" where head.contains("\":"), "[" where head.contains("\":"):
      return .json
    default:
      if hasPageTag(head), head.contains("</"), !isMarkdown { return .html }
      return looksLikeYAML(head) ? .yaml : .text
    }
  }

  /// Keys on three depths at least, in many of the lines, and nothing but a key at the start: no
  /// prose is set so.
  private static func looksLikeYAML(_ head: String) -> Bool {
    var depths: Set<Int> = []
    var keys = 0
    var lines = 0
    for line in head.split(whereSeparator: \.isNewline).prefix(400) {
      let content = line.drop { $0 == " " || $0 == "-" }
      if content.isEmpty || content.first == "#" || content.first == "%" { continue }
      lines += 1
      if isKey(content) {
        keys += 1
        depths.insert(line.count - content.count)
      } else if lines == 1 {
        return false
      }
    }
    return depths.count >= 3 && keys * 4 >= lines
  }

  /// `name:` or `name: value`; a name has no blanks.
  private static func isKey(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return false }
    let after = line.index(after: colon)
    return (after == line.endIndex || line[after] == " ")
      && line[..<colon].allSatisfy { $0.isLetter || $0.isNumber || "_-.\"'".contains($0) }
  }

  /// Whether it is XML that has pieces of pages in it, as a schema has in its remarks: the first
  /// element is none of a page's.
  private static func isData(_ head: String) -> Bool {
    var rest = head[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      let ends = [("<!--", "-->"), ("<?", "?>"), ("<!", ">")]
      guard let (_, end) = ends.first(where: { rest.hasPrefix($0.0) }) else {
        let tag = String(rest.prefix { $0 != ">" }) + ">"
        return !hasPageTag(tag) && (head.hasPrefix("<?xml") || tag.contains("xmlns"))
      }
      guard let found = rest.firstRange(of: end) else { return false }
      rest = rest[found.upperBound...]
    }
    return false
  }

  /// Whether paragraphs and lists stand in tables only: Markdown has these as HTML, where a cell holds
  /// more than a line.
  private static func hasTables(_ head: String) -> Bool {
    guard let table = head.firstRange(of: "\n<table") else { return false }
    return !hasTag(head, documentTags)
      && !hasTag(String(head[..<table.lowerBound]), blockTags)
  }

  private static func hasPageTag(_ head: String) -> Bool { hasTag(head, pageTags) }

  private static func hasTag(_ head: String, _ tags: [String]) -> Bool {
    let bytes = Array(head.utf8)
    return bytes.indices.contains { index in
      guard bytes[index] == UInt8(ascii: "<") else { return false }
      let rest = bytes[index...]
      return tags.contains { rest.starts(with: $0.utf8) }
    }
  }

  private static let blockTags = [
    "<!doctype html", "<html", "<body", "<p>", "<p ", "<h1", "<h2", "<h3", "<li",
  ]
  private static let documentTags = ["<!doctype", "<html", "<body", "<h1", "<h2", "<h3"]
  private static let pageTags = [
    "<!doctype html", "<html", "<body", "<main", "<article", "<section", "<div", "<p>", "<p ",
    "<h1", "<h2", "<h3", "<ol", "<ul", "<table",
  ]
}
