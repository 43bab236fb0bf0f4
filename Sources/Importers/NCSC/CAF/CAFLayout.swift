internal import ControlModel

/// The CAF's tables in a PDF: columns by where their text stands, statements by the gaps between
/// their lines.
struct CAFLayout {
  private var pieces: [CAFReader.Piece] = []
  private let bodySize: Double
  private let leading: Double
  private let words: Set<String>
  private var table: CAFLayoutTable?
  private var edition: CAFEdition?
  /// Whether a code makes a heading, whatever its type.
  private var headsByCode = false
  private var outcome = ""
  private var text = ""
  private var textLocator = Locator()
  private var heading: (text: String, row: LayoutLine, locator: Locator)?
  private var lastRow: (row: LayoutLine, page: Int)?

  /// A cheap look before the whole is read: the names of two columns, and a code.
  static func mayBeFramework(_ layout: LayoutDocument) -> Bool {
    let sign = Array("not achieved".utf8)
    return layout.pages.contains { page in
      page.lines.contains { ByteSearch.holdsIgnoringCase(sign, in: $0.folded) }
    }
  }

  /// Headings, texts and rows of tables in the order of the pages.
  ///
  /// - Parameter edition: the edition that the document prints, if it does. Its counts decide where
  ///   a page ends after a full stop, and nothing shows whether a statement does too.
  static func pieces(of layout: LayoutDocument, _ edition: CAFEdition?) -> [CAFReader.Piece] {
    let pieces = pieces(of: layout, edition, headsByCode: false)
    // Where headings have the type of the text, their codes alone tell them.
    let hasOutcome = pieces.contains { piece in
      guard case .heading(let title) = piece.content else { return false }
      return CAFReader.Heading(title)?.kind == .outcome
    }
    return hasOutcome ? pieces : Self.pieces(of: layout, edition, headsByCode: true)
  }

  /// The titles of outcomes, by which an edition is told where none is printed.
  static func titles(of layout: LayoutDocument) -> [String] {
    layout.pages.flatMap(\.lines).map(\.folded).filter { CAFText.heading($0)?.kind == .outcome }
  }

  private static func pieces(
    of layout: LayoutDocument, _ edition: CAFEdition?, headsByCode: Bool
  ) -> [CAFReader.Piece] {
    var reader = CAFLayout(layout)
    reader.edition = edition
    reader.headsByCode = headsByCode
    let furniture = PageFurniture(of: layout)
    for page in layout.pages {
      let locator = Locator([Locator.Part("pdfPage", String(page.number))])
      let lines = page.lines.filter { isText($0, on: page, furniture) }
      let runs =
        (lines + reader.lastLines(of: lines, on: page, furniture)).flatMap(\.runs)
      // The page's columns are those of its tables: lines are made anew over its whole width.
      for row in PopplerLayout.lines(runs.filter { !$0.isBlank }) {
        reader.read(row, page: page.number, locator)
      }
    }
    reader.flush()
    return reader.pieces
  }

  /// What a column ends with at the foot of a page may come again on other pages, as its feet do; but
  /// it stands close below the line before it.
  private func lastLines(
    of lines: [LayoutLine], on page: LayoutPage, _ furniture: PageFurniture
  ) -> [LayoutLine] {
    guard let lowest = lines.lazy.map(\.middle).max() else { return [] }
    return page.lines.filter { line in
      furniture.contains(line, on: page) && line.middle > page.height / 2
        && CAFReader.column(line.folded) == nil && CAFLayoutTable.heads(of: line) == nil
        && line.middle - lowest <= 1.2 * leading && abs(line.size - bodySize) < 0.1 * bodySize
    }
  }

  /// Heads of tables stand on top of many pages too.
  private static func isText(
    _ line: LayoutLine, on page: LayoutPage, _ furniture: PageFurniture
  ) -> Bool {
    !furniture.contains(line, on: page) || CAFReader.column(line.folded) != nil
      || CAFLayoutTable.heads(of: line) != nil
  }

  private init(_ layout: LayoutDocument) {
    bodySize = layout.bodySize
    words = layout.wordsInsideLines
    leading = CAFLayoutTable.leading(of: layout)
  }

  private mutating func read(_ row: LayoutLine, page: Int, _ locator: Locator) {
    defer { lastRow = (row, page) }
    if let heads = CAFLayoutTable.heads(of: row) {
      flushHeading()
      flushText()
      // The head comes again where a table goes on over a page.
      if table?.heads.map(\.column) != heads.map(\.column) || table?.isEmpty == true {
        flushTable()
        table = CAFLayoutTable(heads: heads, leading: leading, words: words, locator: locator)
      }
      return
    }
    let line = row.folded
    if let open = heading, continuesHeading(row, page: page), table == nil {
      heading = (open.text + " " + line, open.row, open.locator)
      return
    }
    if isHeading(row, line) {
      flush()
      heading = (line, row, locator)
      return
    }
    flushHeading()
    if table?.add(row, page: page, locator) == true { return }
    flushTable()
    addText(line, row: row, page: page, locator)
  }

  /// In larger or bolder type than the text, with a code of the framework or much larger; not in
  /// the contents, where dots and a page number follow.
  private func isHeading(_ row: LayoutLine, _ line: String) -> Bool {
    if headsByCode { return CAFText.heading(line) != nil }
    guard row.isBold || row.size > bodySize * 1.1 else { return false }
    if line.contains("....") || line.contains(". . .") { return false }
    return CAFReader.Heading(line) != nil || row.size >= bodySize * 1.4
  }

  private func continuesHeading(_ row: LayoutLine, page: Int) -> Bool {
    guard let open = heading, let last = lastRow, last.page == page,
      abs(open.row.size - row.size) < 0.1 * bodySize, open.row.isBold == row.isBold,
      CAFReader.Heading(row.folded) == nil
    else { return false }
    return row.middle - last.row.middle <= 1.6 * row.size
  }

  private mutating func addText(
    _ line: String, row: LayoutLine, page: Int, _ locator: Locator
  ) {
    if let last = lastRow, last.page != page || row.middle - last.row.middle > 1.5 * leading {
      flushText()
    }
    if text.isEmpty { textLocator = locator }
    LineJoining.append(line, to: &text, words: words)
  }

  private mutating func flush() {
    flushHeading()
    flushText()
    flushTable()
  }

  private mutating func flushHeading() {
    guard let open = heading else { return }
    heading = nil
    outcome = CAFReader.Heading(open.text)?.id ?? ""
    pieces.append((.heading(open.text), open.locator))
  }

  private mutating func flushText() {
    guard !text.isEmpty else { return }
    pieces.append((.text(text), textLocator))
    pieces.append((.blank, textLocator))
    text = ""
  }

  private mutating func flushTable() {
    guard let closed = table else { return }
    table = nil
    flushText()
    pieces += closed.pieces(
      expecting: edition?.indicatorCounts(of: outcome),
      edition?.statementMeasures(of: outcome))
  }
}
