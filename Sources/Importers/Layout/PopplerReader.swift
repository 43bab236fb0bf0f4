public import ControlModel
public import Diagnostics
internal import Markup

/// Reads the XML of `pdftohtml -xml` as it comes: a page is laid out while the converter works at
/// the next one.
public struct PopplerReader: Sendable {
  /// What was taken and not read yet.
  private var pending: [UInt8] = []
  /// Up to where no page ends in it.
  private var searched = 0
  /// What the pages to come may cost.
  private var limits: MarkupLimits
  /// Pages of the longest document that is read.
  private static let pageLimit = 5000
  /// Lines of what was read.
  private var lines = 0
  private var sizes: [String: Double] = [:]
  private var pages: [LayoutPage] = []
  private var statistics = LayoutStatistics()
  /// The first lines with text, while no document is named in them.
  private var opening: [String] = []
  /// The catalog of the document that the pages read so far name at their beginning: a guess, by
  /// which its catalog may be read beside the pages to come.
  public private(set) var namedCatalog: CatalogID?

  private static let endOfPage = Array("</page>".utf8)
  private static let start = Array("<pdf2xml>".utf8)
  private static let end = Array("</pdf2xml>".utf8)

  private let fileName: String

  /// Makes a reader that has read nothing.
  ///
  /// - Parameter fileName: how the user named the file; only for messages.
  public init(fileName: String) {
    self.fileName = fileName
    limits = SourceDocument.markupLimits
  }

  /// Takes the next bytes, and reads the pages that end in them.
  ///
  /// - Throws: when a page is not well-formed or goes beyond the limits.
  public mutating func take(_ bytes: [UInt8]) throws(Refusal) {
    guard bytes.count <= limits.bytes else {
      throw tooLarge("\(SourceDocument.markupLimits.bytes) bytes")
    }
    limits.bytes -= bytes.count
    pending += bytes
    var begin = 0
    while let found = ByteSearch.first(Self.endOfPage, in: pending.span, from: searched) {
      searched = found + Self.endOfPage.count
      let head = pages.isEmpty ? [] : Self.start
      try read(head + pending[begin..<searched] + Self.end)
      begin = searched
    }
    pending.removeFirst(begin)
    searched = max(0, pending.count - Self.endOfPage.count + 1)
  }

  /// Reads what is left.
  ///
  /// - Parameter following: the reader of the pages that follow, where another conversion gave them.
  /// - Returns: the whole document.
  /// - Throws: when it is not well-formed, not whole, or beyond the limits.
  public mutating func finish(before following: PopplerReader? = nil) throws(Refusal)
    -> LayoutDocument
  {
    try end()
    if var following {
      try following.end()
      try pay(for: following)
      pages += following.pages
      guard pages.count <= Self.pageLimit else { throw tooManyPages() }
      statistics.add(following.statistics)
    }
    return LayoutDocument(pages: pages, statistics)
  }

  private mutating func end() throws(Refusal) {
    try read(pages.isEmpty ? pending : Self.start + pending)
    pending = []
  }

  private mutating func read(_ piece: [UInt8]) throws(Refusal) {
    let root: MarkupElement
    do throws(MarkupFailure) {
      root = try MarkupParser.xml(
        Self.withoutControls(piece), limits: SourceDocument.markupLimits)
    } catch {
      throw refusal(error)
    }
    guard root.name == "pdf2xml" else {
      throw refusal(
        MarkupFailure(.malformed, "is <\(root.name)>, expected <pdf2xml>", line: root.line))
    }
    lines += piece.count { $0 == UInt8(ascii: "\n") }
    try pay(for: root)
    for element in root.elements where element.name == "page" {
      let page = PopplerLayout.page(element, number: pages.count + 1, sizes: &sizes)
      statistics.add(page)
      pages.append(page)
      guard pages.count <= Self.pageLimit else { throw tooManyPages() }
      lookForName(in: page)
    }
  }

  private mutating func lookForName(in page: LayoutPage) {
    guard namedCatalog == nil, opening.count < DocumentTitles.lineCount else { return }
    opening += page.lines.map(\.folded).filter { !$0.isEmpty }
    namedCatalog = DocumentTitles.catalog(namedIn: Array(opening.prefix(DocumentTitles.lineCount)))
  }

  /// The limits hold for the document, not for each page.
  private mutating func pay(for element: MarkupElement) throws(Refusal) {
    try pay(elements: 1, attributes: element.attributes.count)
    for child in element.children {
      if case .element(let inner) = child { try pay(for: inner) }
    }
  }

  /// What the pages that follow have cost.
  private mutating func pay(for following: PopplerReader) throws(Refusal) {
    let whole = SourceDocument.markupLimits
    try pay(
      elements: whole.elements - following.limits.elements,
      attributes: whole.attributes - following.limits.attributes)
  }

  private mutating func pay(elements: Int, attributes: Int) throws(Refusal) {
    limits.elements -= elements
    limits.attributes -= attributes
    guard limits.elements >= 0, limits.attributes >= 0 else {
      let whole = SourceDocument.markupLimits
      throw tooLarge(
        limits.elements < 0 ? "\(whole.elements) elements" : "\(whole.attributes) attributes")
    }
  }

  private func tooManyPages() -> Refusal { tooLarge("\(Self.pageLimit) pages") }

  private func tooLarge(_ what: String) -> Refusal {
    refusal(
      MarkupFailure(
        .tooLarge, "has more than \(what)", hints: ["is this the document as published?"]))
  }

  /// Lines count from the beginning of the document; 0 stays: it is the whole.
  private func refusal(_ failure: MarkupFailure) -> Refusal {
    Refusal(
      MarkupFailure(
        failure.reason, failure.message, line: failure.line > 0 ? failure.line + lines : 0,
        hints: failure.hints), fileName: fileName)
  }

  /// Replaces control characters by blanks: the converter passes on what a PDF's fonts map to,
  /// and XML allows none of them.
  private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D ? 0x20 : $0 }
  }
}
