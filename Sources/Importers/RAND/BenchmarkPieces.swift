/// Cuts a level of appendix B into headings, bullets and text.
struct BenchmarkPieces {
  /// A piece, and the line where it starts.
  enum Piece {
    /// A category or subcategory with its tag of NIST CSF.
    case heading(code: String, tag: String, PagedLine)
    /// A tagged heading that the taxonomy does not have.
    case unknown(heading: String, PagedLine)
    /// A line that opens with a bullet.
    case bullet(BulletMark, text: String, rawText: String, PagedLine)
    /// Any other line.
    case text(PagedLine)
  }

  private(set) var pieces: [Piece] = []
  private let lines: [PagedLine]
  private var category = ""
  /// How the text before the current line ends.
  private var before = ""

  init(_ lines: [PagedLine]) {
    self.lines = lines
    var index = 0
    while index < lines.count { index += read(index) }
  }

  /// Reads the piece that starts at a line; gives the number of lines that it takes.
  private mutating func read(_ index: Int) -> Int {
    let line = lines[index]
    if let (mark, text) = BulletMark.split(line.text) {
      let raw = BulletMark.split(line.rawText)?.rest ?? text
      pieces.append(.bullet(mark, text: text, rawText: raw, line))
      before = text
      return 1
    }
    if let (code, tag, span) = heading(at: index) {
      category = BenchmarkTaxonomy.category(of: code)
      pieces.append(.heading(code: code, tag: tag, line))
      before = ""
      return span
    }
    if let (heading, _) = ReportSigns.tag(of: line.text), heading.first?.isUppercase == true,
      heading.utf8.count < 70, line.mayOpenParagraph(after: before)
    {
      pieces.append(.unknown(heading: line.text, line))
      before = ""
      return 1
    }
    pieces.append(.text(line))
    before = line.text
    return 1
  }

  /// A heading of one to three lines.
  private func heading(at index: Int) -> (code: String, tag: String, span: Int)? {
    guard let first = lines[index].text.first, first.isUppercase else { return nil }
    var text = ""
    for span in 1...3 where index + span <= lines.count {
      let line = lines[index + span - 1]
      if span > 1, BulletMark.split(line.text) != nil { return nil }
      if !text.isEmpty, text.last != "-", text.last != "/" { text += " " }
      text += line.text
      guard text.utf8.count < 140 else { return nil }
      if let (heading, tag) = ReportSigns.tag(of: text), let code = code(of: heading) {
        return (code, tag, span)
      }
      if let code = untagged(text, at: index, span) { return (code, "", span) }
    }
    return nil
  }

  /// A name alone is a heading when it stands apart from the text before it, or a tagged heading
  /// or a bullet comes next.
  private func untagged(_ text: String, at index: Int, _ span: Int) -> String? {
    let name = SquashedText.squash(text)
    let stands = lines[index].mayOpenParagraph(after: before)
    let next = index + span < lines.count ? lines[index + span] : nil
    if let code = BenchmarkTaxonomy.categoryCodes[name] {
      let isBeforeTag = next.map { ReportSigns.tag(of: $0.text) != nil } ?? false
      return stands || isBeforeTag ? code : nil
    }
    guard stands, let next, BulletMark.split(next.text) != nil,
      let codes = BenchmarkTaxonomy.subcategoryCodes[name]
    else { return nil }
    return codes.first { BenchmarkTaxonomy.category(of: $0) == category }
  }

  /// The code of a tagged heading; a slip of the pen in it does not matter.
  private func code(of heading: String) -> String? {
    let name = SquashedText.squash(heading)
    if let code = known(name) { return code }
    let names =
      Array(BenchmarkTaxonomy.categoryCodes.keys) + Array(BenchmarkTaxonomy.subcategoryCodes.keys)
    let near = names.filter { EditDistance.of(name, $0, limit: max(1, $0.utf8.count / 8)) != nil }
    return near.count == 1 ? known(near[0]) : nil
  }

  private func known(_ name: String) -> String? {
    if let code = BenchmarkTaxonomy.categoryCodes[name] { return code }
    guard let codes = BenchmarkTaxonomy.subcategoryCodes[name] else { return nil }
    if codes.count == 1 { return codes[0] }
    return codes.first { BenchmarkTaxonomy.category(of: $0) == category }
  }
}
