internal import ControlModel
internal import Diagnostics

/// The plain text of the CAF's PDF: headings by their codes, and tables whose columns stand side by
/// side (`pdftotext -layout`) or come one after the other.
///
/// What the text does not show for sure is not filled, and told.
struct CAFText {
  private(set) var pieces: [CAFReader.Piece] = []
  private(set) var doubts: [CAFDoubt] = []
  /// The words that had lost their hyphens at line ends.
  private(set) var restored: [String] = []

  private let edition: CAFEdition
  private let source: [String]
  private let lines: [PagedLine]
  private let words: Set<String>
  private var outcome = ""
  /// The entry whose heading was read last; empty after its table.
  private var holder = ""
  private var paragraphs: [CAFColumn.Line] = []
  /// Texts that do not belong where they stand.
  private(set) var unplaced: [UnplacedText] = []

  /// For `PagedText`: heads of tables stand on top of many pages, and are none of these.
  static let signs = PagedText.Signs(
    isHead: { _ in false },
    isContent: { CAFHeads.names(in: $0) != nil || CAFReader.Heading($0) != nil },
    lowestPage: 1)

  /// A cheap look: the name of a column in a line of its own or of names alone, and the heading of
  /// an outcome.
  static func mayBeFramework(_ lines: [String]) -> Bool {
    let sign = Array("achieved".utf8)
    let hasHeads = lines.contains { line in
      line.utf8.count < 400 && ByteSearch.holdsIgnoringCase(sign, in: line)
        && CAFHeads.names(in: FoldedText.fold(line)) != nil
    }
    return hasHeads
      && lines.contains { line in
        line.utf8.count < 400 && heading(FoldedText.fold(line))?.kind == .outcome
      }
  }

  /// A heading with its code; nil for a line of the contents, which ends with dots or a number.
  static func heading(_ text: String) -> CAFReader.Heading? {
    guard text.utf8.count < 160, text.last?.isNumber == false, !text.contains("...") else {
      return nil
    }
    guard !text.contains(". ."), !text.contains("…") else { return nil }
    return CAFReader.Heading(text)
  }

  /// Reads the lines of a text as an edition.
  init?(_ source: [String], as edition: CAFEdition) {
    guard let text = PagedText(plain: source, signs: Self.signs) else { return nil }
    self.source = source
    self.edition = edition
    lines = text.lines.filter { $0.role != .furniture }
    words = text.words
    restored = text.restored.map(\.word)
    read()
  }

  private mutating func read() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if let heading = Self.heading(line.text), !isInSentence(index), !isOfContents(index) {
        flushTexts()
        let title = title(from: index)
        outcome = heading.kind == .outcome ? heading.id : ""
        holder = heading.id
        pieces.append((.heading(title.text), line.locator))
        index += title.count
      } else if CAFHeads(lines[index...], source: source) != nil {
        flushTexts()
        let end = endOfTable(from: index)
        let rest = addTable(index..<end)
        index = max(index + 1, rest)
      } else {
        addText(line)
        index += 1
      }
    }
    flushTexts()
  }

  /// Whether a line goes on with a sentence, and begins with a code by chance.
  private func isInSentence(_ index: Int) -> Bool {
    guard index > 0, !lines[index].hasGap, let last = lines[index - 1].text.last else {
      return false
    }
    return last == "," || lines[index - 1].text.hasSuffix(" and")
      || lines[index - 1].text.hasSuffix(" of")
  }

  /// Whether it is a line of the contents whose dots stand in the next line.
  private func isOfContents(_ index: Int) -> Bool {
    index + 1 < lines.count && lines[index + 1].text.contains("....")
  }

  /// The title of a heading, which may run over two lines: the second begins with a small letter,
  /// or is the short end of a line of words with capitals.
  private func title(from index: Int) -> (text: String, count: Int) {
    let text = lines[index].text
    guard index + 1 < lines.count else { return (text, 1) }
    let next = lines[index + 1]
    guard next.page == lines[index].page, !next.hasGap, Self.heading(next.text) == nil,
      next.text.utf8.count < 80, let first = next.text.first, let last = next.text.last,
      !".,;:".contains(last), CAFHeads.names(in: next.text) == nil
    else { return (text, 1) }
    let opened = text.count { $0 == "(" } - text.count { $0 == ")" }
    let isEnd =
      first.isLowercase || opened > 0 && next.text.contains(")")
      || index + 2 < lines.count && lines[index + 2].hasGap
        && next.text.split(separator: " ").count <= 4
    return isEnd ? (text + " " + next.text, 2) : (text, 1)
  }

  private mutating func addText(_ line: PagedLine) {
    if !line.hasGap, let last = paragraphs.indices.last {
      LineJoining.append(line.text, to: &paragraphs[last].text, words: words)
    } else {
      paragraphs.append(CAFColumn.Line(text: line.text, locator: line.locator))
    }
  }

  /// The text of the last heading. A text that was taken out of a PDF may have lines of a table
  /// there, which tell by their letters.
  private mutating func flushTexts() {
    let texts = paragraphs
    paragraphs = []
    let place = holder
    holder = ""
    guard !texts.isEmpty else { return }
    guard let measure = place.isEmpty ? nil : edition.textMeasure(of: place) else {
      for text in texts { add(text) }
      return
    }
    let own = Self.own(texts, measure)
    for (index, text) in texts.enumerated() {
      if own.contains(index) {
        add(own.count == 1 ? Self.tidied(text, as: measure) : text)
      } else {
        unplaced.append(
          UnplacedText(text: text.text, position: "after \(place)", locator: text.locator))
      }
    }
  }

  private static func tidied(_ text: CAFColumn.Line, as measure: CAFMeasure) -> CAFColumn.Line {
    let statement = CAFColumn.joined([text], words: [], as: measure)
    return CAFColumn.Line(text: statement.text, locator: statement.locator)
  }

  private mutating func add(_ text: CAFColumn.Line) {
    pieces.append((.text(text.text), text.locator))
    pieces.append((.blank, text.locator))
  }

  /// The paragraphs that have the letters of the text.
  private static func own(_ texts: [CAFColumn.Line], _ measure: CAFMeasure) -> Range<Int> {
    let measures = texts.map { CAFMeasure(of: $0.text) }
    for start in measures.indices.prefix(200) {
      var letters = 0
      var sum = 0
      for end in start..<measures.count {
        letters += measures[end].letters
        sum += measures[end].sum
        if letters == measure.letters, sum % 997 == measure.sum { return start..<(end + 1) }
        if letters > measure.letters { break }
      }
    }
    return 0..<0
  }

  /// A table ends at the next heading with a code.
  private func endOfTable(from start: Int) -> Int {
    var end = start + 1
    while end < lines.count {
      if Self.heading(lines[end].text) != nil, !isInSentence(end) { break }
      end += 1
    }
    return end
  }

  /// Reads a table.
  ///
  /// - Returns: the first line behind it.
  private mutating func addTable(_ range: Range<Int>) -> Int {
    guard let lengths = edition.statementMeasures(of: outcome) else { return range.upperBound }
    let table = CAFTextTable(
      lines[range], source: source, outcome: outcome, lengths: lengths, words: words)
    pieces += table.pieces
    doubts += table.doubts
    return table.end
  }
}
