public import Diagnostics
internal import Digests
public import Markup
public import YAMLEvents

/// A document as importers see it: the content in one of four shapes, and what the bytes were.
public struct SourceDocument: Sendable {
  /// The file as the user named it.
  public let fileName: String
  /// Form of the bytes.
  public let form: DocumentForm
  /// SHA-256 of the exact bytes, in lower-case hex.
  public let sha256: String
  /// The content.
  public let content: Content
  /// Whether the bytes end before the document does; told only where the form has an end.
  let endsEarly: Bool
  /// What importers have made of it.
  let memo = DocumentMemo()

  /// The shapes of content.
  public enum Content: Sendable {
    /// The root element of a web page, or of an ODT or DOCX text written as one.
    case page(MarkupElement)
    /// The lines of a plain text.
    case lines([String])
    /// The pages of a PDF, laid out.
    case layout(LayoutDocument)
    /// The values of a YAML file, each still as text.
    case tree(YAMLNode)
  }

  /// Makes a document out of its parts.
  public init(
    fileName: String, form: DocumentForm, sha256: String, content: Content, endsEarly: Bool = false
  ) {
    self.endsEarly = endsEarly
    self.fileName = fileName
    self.form = form
    self.sha256 = sha256
    self.content = content
  }

  /// Bytes of the longest text that is read: a page or a plain text, or the XML of a PDF.
  ///
  /// Reading is linear, but a tree takes some 35 times the room of its page. The longest standards
  /// are below 2 MB in these forms.
  public static let textLimit = 8 << 20

  /// Lines of the longest plain text that is read; the text of RAND's report has some 10,000.
  public static let lineLimit = 50_000
  /// Bytes that a line of a plain text may have: a whole standard in one line has fewer.
  public static let lineLengthLimit = 1 << 20

  /// What a page or the XML of a PDF may cost. The XML of 500 dense pages has some 50,000 elements
  /// with six attributes each.
  static let markupLimits = MarkupLimits(
    bytes: 2 * textLimit, elements: 100_000, attributes: 800_000)

  /// Whether the bytes are a PDF, which has to go through `pdftohtml` first.
  public static func isPDF(_ bytes: [UInt8]) -> Bool { DocumentForm.ofBinary(bytes) == .pdf }

  /// Tells the form from the content and decodes it.
  ///
  /// - Parameters:
  ///   - fileName: how the user named the file; only for messages.
  ///   - bytes: the file.
  ///   - layout: what was read of `pdftohtml -xml` for a PDF.
  ///   - sha256: the SHA-256 of the bytes, when it is known already.
  public static func read(
    fileName: String, bytes: [UInt8], layout: LayoutDocument? = nil, sha256: String? = nil
  ) throws(Refusal) -> SourceDocument {
    let location = SourceLocation(file: fileName)
    let digest = sha256 ?? SHA256.hex(of: bytes)
    func document(_ form: DocumentForm, _ content: Content) -> SourceDocument {
      SourceDocument(
        fileName: fileName, form: form, sha256: digest, content: content,
        endsEarly: form.endsEarly(bytes))
    }
    if let page = WebArchive.page(in: bytes) {
      return try read(fileName: fileName, bytes: page, sha256: digest)
    }
    if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      throw Refusal("document-empty", "is empty", at: location)
    }
    if let foreign = ForeignFile(bytes) {
      throw Refusal(
        "document-form", "is \(foreign.name)", at: location,
        hints: [foreign.hint, Self.readableForms])
    }
    if let form = DocumentForm.ofBinary(bytes) {
      if form == .zip {
        let text = try OfficeArchive(bytes, fileName: fileName).text()
        return document(text.form, .page(text.page))
      }
      guard form == .pdf, let layout else {
        throw Refusal(
          "document-form", "is \(form.label), which no importer reads", at: location,
          hints: [Self.readableForms])
      }
      return document(.pdf, .layout(layout))
    }
    guard bytes.count <= textLimit else {
      throw Refusal(
        "document-too-large", "has \(bytes.count) bytes of text, more than \(textLimit)",
        at: location,
        hints: [
          "is this the document as published?",
          "of a web page with its pictures in it, save 'Web page, HTML only'",
        ])
    }
    let text = try TextDecoding.decode(bytes, fileName: fileName)
    switch DocumentForm.ofText(text) {
    case .popplerXML:
      return document(.popplerXML, .layout(try pages(Array(text.utf8), fileName: fileName)))
    case .html:
      let root = try page(Array(HTMLSeries.joined(text).utf8), fileName: fileName)
      let layout = PositionedPages.document(root)
      return document(.html, layout.map { .layout($0) } ?? .page(root))
    case .json:
      let item = try JSONPage.read(text, fileName: fileName)
      return document(item.form, .page(item.page))
    case .yaml:
      return document(.yaml, .tree(try tree(Array(text.utf8), fileName: fileName)))
    case .text:
      guard let lines = TextLines.split(text, limit: lineLimit) else {
        throw Refusal(
          "document-too-large", "has more than \(lineLimit) lines", at: location,
          hints: ["the longest standard has some 10000: is this the document as published?"])
      }
      if let line = lines.firstIndex(where: { $0.utf8.count > lineLengthLimit }) {
        throw Refusal(
          "document-too-large",
          "has a line of \(lines[line].utf8.count) bytes, more than \(lineLengthLimit)",
          at: SourceLocation(file: fileName, line: line + 1),
          hints: ["is this the document as published?"])
      }
      return document(.text, .lines(lines))
    case .xml where ServerAnswer.isError(xml: text):
      throw ServerAnswer.refusal(fileName: fileName)
    case let form:
      throw Refusal(
        "document-form", "is \(form.label), which no importer reads", at: location,
        hints: [Self.readableForms]
          + (form == .xml ? ["OSCAL has the namespace http://csrc.nist.gov/ns/oscal/1.0"] : []))
    }
  }

  static let readableForms =
    "expected a PDF, an HTML page, the JSON of GOV.UK or NCSC, ODT, DOCX, YAML, Markdown, a plain "
    + "text, OSCAL, or a table (CSV, XLSX)"

  private static func tree(
    _ bytes: [UInt8], fileName: String
  ) throws(Refusal) -> YAMLNode {
    var limits = YAMLParser.Limits()
    limits.nodes = 1_000_000
    limits.readsAliases = true
    guard let root = try YAMLParser.parse(bytes, file: fileName, limits: limits) else {
      throw Refusal("document-empty", "is empty", at: SourceLocation(file: fileName))
    }
    return root
  }

  static func page(
    _ bytes: [UInt8], fileName: String
  ) throws(Refusal) -> MarkupElement {
    do {
      return try MarkupParser.html(bytes, limits: markupLimits)
    } catch {
      throw Refusal(error, fileName: fileName)
    }
  }

  private static func pages(
    _ bytes: [UInt8], fileName: String
  ) throws(Refusal) -> LayoutDocument {
    var reader = PopplerReader(fileName: fileName)
    try reader.take(bytes)
    return try reader.finish()
  }
}

extension Refusal {
  /// Tells a failure of the markup reader as a problem of the file.
  init(_ failure: MarkupFailure, fileName: String) {
    self.init(
      "markup-\(failure.reason.rawValue)", failure.message,
      at: SourceLocation(file: fileName, line: failure.line), hints: failure.hints)
  }
}
