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
  /// Other JSON.
  case json
  /// Other XML.
  case xml
  /// Plain text.
  case text
  /// A ZIP archive: ODT, DOCX, XLSX.
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
    case .json: "a JSON file"
    case .xml: "an XML file"
    case .text: "a plain text"
    case .zip: "a ZIP archive (ODT, DOCX, XLSX)"
    case .binary: "a binary file"
    }
  }

  /// Tells PDF, ZIP and other binary files apart from text; nil for text.
  static func ofBinary(_ bytes: [UInt8]) -> DocumentForm? {
    // Readers accept a PDF whose header comes late, so some PDFs have junk before it.
    let head = bytes.prefix(1024)
    let magic = Array("%PDF-".utf8)
    if head.indices.contains(where: { head[$0...].starts(with: magic) }) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    return bytes.prefix(65_536).contains(0) ? .binary : nil
  }

  /// Tells the forms of text apart.
  static func ofText(_ text: String) -> DocumentForm {
    let head = String(decoding: text.utf8.prefix(65_536), as: UTF8.self).lowercased()
    guard let first = head.first(where: { !$0.isWhitespace }) else { return .text }
    switch first {
    case "<":
      if head.contains("<pdf2xml") { return .popplerXML }
      if hasPageTag(head) { return .html }
      return .xml
    case "{" where head.contains("\":"), "[" where head.contains("\":"):
      return .json
    default:
      return hasPageTag(head) && head.contains("</") ? .html : .text
    }
  }

  private static func hasPageTag(_ head: String) -> Bool {
    let bytes = Array(head.utf8)
    return bytes.indices.contains { index in
      guard bytes[index] == UInt8(ascii: "<") else { return false }
      let rest = bytes[index...]
      return pageTags.contains { rest.starts(with: $0.utf8) }
    }
  }

  private static let pageTags = [
    "<!doctype html", "<html", "<body", "<main", "<article", "<section", "<div", "<p>", "<p ",
    "<h1", "<h2", "<h3", "<ol", "<ul", "<table",
  ]
}
