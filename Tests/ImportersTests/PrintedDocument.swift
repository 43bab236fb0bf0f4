import TestSupport

/// Writes paragraphs as the pages of a document, and gives what a converter makes of it: plain text
/// with or without the layout, the XML of `pdftohtml`, Markdown or a web page. Wrapping, word breaks, running heads,
/// footnotes and glyphs follow a seed.
struct PrintedDocument {
  /// What the converter writes.
  enum Form: String, CaseIterable {
    /// `pdftotext`
    case plain
    /// `pdftotext -layout`
    case layout
    /// `pdftohtml -xml`
    case xml
    /// Markdown: no pages, a paragraph a line.
    case markdown
    /// HTML: no pages.
    case page

    /// Whether it shows the lines of print.
    var hasLines: Bool { self != .markdown && self != .page }
  }

  /// How a document looks.
  struct Look {
    var form: Form
    var width = 76
    var pageLength = 42
    /// Of the three depths.
    var glyphs = ["•", "–", "■"]
    var hasFormFeeds = true
    var breaksWords = true
    var hasFootnotes = true
    /// Blank lines between paragraphs, of 4.
    var gaps = 3
    /// Whether a glyph may stand on a line of its own.
    var partsGlyphs = false
    var running = "The report"
    /// Whether a word that a line end has parted brings the next line along (`pdftotext`).
    var joinsPartedLines = false
    /// Whether the numbers of a page's footnotes stand above each other before their texts.
    var stacksNotes = false
    /// A line at the foot of each page; empty without.
    var foot = ""
  }

  struct Line {
    var cells: [(column: Int, text: String)]
    var isBold = false
    var hasGap = false
    var isLarge = false
    var marker = ""
    /// Whether a footnote may hang on its last sentence.
    var takesNote = false
  }

  var look: Look
  private(set) var random: SplitMix64
  private(set) var pages: [(head: String, lines: [Line], notes: [String])] = []
  private var head = ""
  private var note = 0
  private var number: Int
  private var parted: Set<String> = []

  init(_ look: Look, seed: UInt64, firstPage: Int = 7) {
    self.look = look
    random = SplitMix64(seed: seed)
    number = firstPage
  }

  mutating func chance(_ one: Int, of all: Int) -> Bool {
    Int.random(in: 0..<all, using: &random) < one
  }

  mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }

  /// A word that nothing else has.
  mutating func word() -> String {
    (0..<3).map { _ in pick(["ba", "ku", "lo", "mi", "ne", "po", "ra", "si", "tu", "zo"]) }.joined()
  }

  /// A new page under another running head.
  mutating func openChapter(_ title: String, shows: Bool = true) {
    head = title
    pages.append((head, [], []))
    if shows { heading(title) }
  }

  /// A heading; the lines after it stay on its page.
  mutating func heading(_ text: String, isLarge: Bool = true) {
    if let page = pages.last, page.lines.count + 5 > look.pageLength {
      pages.append((head, [], []))
    }
    paragraph(text, isBold: true, isLarge: isLarge, takesNote: false, gap: true)
  }

  /// A paragraph or a point; depth 0 is running text.
  mutating func paragraph(
    _ text: String, depth: Int = 0, isBold: Bool = false, isLarge: Bool = false,
    takesNote: Bool = true, gap: Bool? = nil, hang: Int = 0
  ) {
    let glyph = depth > 0 ? look.glyphs[depth - 1] : ""
    let indent = depth * 3
    var hasGap = gap ?? chance(look.gaps, of: 4)
    let textIndent = indent + (depth > 0 ? 3 : hang)
    var lines = wrapped(text, look.width - textIndent)
    if depth > 0 {
      if look.partsGlyphs, look.form == .plain, chance(1, of: 6) {
        add(Line(cells: [(indent, glyph)], hasGap: hasGap))
        hasGap = false
      } else {
        add(
          Line(
            cells: [(indent, glyph), (textIndent, lines.removeFirst())], hasGap: hasGap,
            takesNote: takesNote))
        hasGap = false
      }
    } else {
      add(
        Line(
          cells: [(indent, lines.removeFirst())], isBold: isBold, hasGap: hasGap, isLarge: isLarge,
          takesNote: takesNote))
    }
    for line in lines {
      add(
        Line(
          cells: [(textIndent, line)], isBold: isBold, hasGap: false, isLarge: isLarge,
          takesNote: takesNote))
    }
  }

  /// Cells beside each other.
  mutating func row(_ cells: [(Int, String)], gap: Bool = false) {
    add(Line(cells: cells.map { (column: $0.0, text: $0.1) }, hasGap: gap))
  }

  /// A line as it stands.
  mutating func line(_ text: String, gap: Bool = false) { row([(0, text)], gap: gap) }

  private mutating func add(_ line: Line) {
    if pages.isEmpty { pages.append((head, [], [])) }
    if pages[pages.count - 1].lines.count >= look.pageLength {
      pages.append((head, [], []))
    }
    var line = line
    let text = line.cells.last?.text ?? ""
    let isOpen = pages[pages.count - 1].notes.count < 2
    if look.hasFootnotes, line.takesNote, isOpen, text.count > 20, text.hasSuffix("."),
      text.dropLast().last?.isLowercase == true, chance(1, of: 12)
    {
      note += 1
      line.marker = String(note)
      pages[pages.count - 1].notes.append(
        "See the \(pick(["letter", "minutes", "paper"])) of \(word()), part 3, and what "
          + "\(pick(["Ada", "Grace", "Alan"])) wrote about \(word()).")
    }
    pages[pages.count - 1].lines.append(line)
  }

  // MARK: Wrapping

  private mutating func wrapped(_ text: String, _ width: Int) -> [String] {
    guard look.form.hasLines else { return [text] }
    var lines: [String] = []
    var line = ""
    var limit = width
    for word in text.split(separator: " ").map(String.init) {
      if line.isEmpty {
        line = word
      } else if line.count + 1 + word.count <= limit {
        line += " " + word
      } else if let (head, tail) = broken(word, room: limit - line.count - 1) {
        switch look.form {
        case .plain where look.joinsPartedLines:
          line += " " + head.filter { $0 != "\u{1}" } + tail
          limit += width
        case .plain:
          // pdftotext joins the word and drops the hyphen, a real one too.
          lines.append(line + " " + head.filter { $0 != "\u{1}" } + tail)
          line = ""
        case .layout, .xml, .markdown, .page:
          lines.append(line + " " + head.filter { $0 != "\u{1}" } + "-")
          line = tail
        }
      } else {
        lines.append(line)
        line = word
        limit = width
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.isEmpty ? [""] : lines
  }

  /// Parts a word at a hyphen that it has, or between letters; keeps in mind that the whole word
  /// has to stand inside a line elsewhere.
  private mutating func broken(_ word: String, room: Int) -> (String, String)? {
    guard look.breaksWords, room > 4, chance(1, of: 2) else { return nil }
    let bare = word.filter { $0.isLetter || $0 == "-" }
    guard bare.count >= 8, bare.first?.isLetter == true, bare.last?.isLetter == true,
      word.hasPrefix(bare)
    else { return nil }
    if bare.contains("-") {
      guard let hyphen = bare.lastIndex(of: "-"), bare[..<hyphen].count < room,
        bare[..<hyphen].count > 1, bare[bare.index(after: hyphen)...].count > 1
      else { return nil }
      parted.insert(bare.lowercased())
      return (
        String(word[..<hyphen]),
        String(word[word.index(after: hyphen)...])
      )
    }
    guard bare.allSatisfy({ $0.isLowercase }) else { return nil }
    let place = bare.index(bare.startIndex, offsetBy: min(room - 1, bare.count - 3))
    parted.insert(bare)
    return (String(word[..<place]), String(word[place...]))
  }

  // MARK: What the converter writes

  /// The document.
  mutating func written() -> String {
    if !look.form.hasLines { return converted() }
    // Each word that a line break has parted stands whole somewhere: so it is in a long report.
    let words = parted.sorted()
    var glossary: [Line] = []
    for word in words { glossary.append(Line(cells: [(0, "of \(word) here")])) }
    var front: [(head: String, lines: [Line], notes: [String])] = []
    while !glossary.isEmpty {
      front.append(("Abbreviations", Array(glossary.prefix(look.pageLength)), []))
      glossary.removeFirst(min(look.pageLength, glossary.count))
    }
    pages.insert(contentsOf: front, at: min(1, pages.count))
    var note = 0
    var texts: [String] = []
    for (index, page) in pages.enumerated() {
      let first = note
      note += page.notes.count
      texts.append(
        look.form == .xml
          ? xml(page, index, firstNote: first) : text(page, index, firstNote: first))
    }
    if look.form == .xml { return LayoutFixture.document(texts.map { [$0] }) }
    return texts.joined(separator: look.hasFormFeeds ? "\u{0C}" : "")
  }

  private func text(
    _ page: (head: String, lines: [Line], notes: [String]), _ index: Int, firstNote: Int
  ) -> String {
    let title = index % 2 == 0 ? page.head : look.running
    let printed = String(number + index)
    var lines: [String] = []
    if look.form == .layout {
      lines.append("\(printed)   \(title)")
    } else {
      lines.append(title)
    }
    lines.append("")
    for line in page.lines {
      if line.hasGap { lines.append("") }
      lines.append(text(line))
    }
    if look.stacksNotes, page.notes.count > 1 {
      lines += page.notes.indices.map { String(firstNote + $0 + 1) } + [""] + page.notes
    } else {
      for (offset, note) in page.notes.enumerated() {
        lines += ["", "\(firstNote + offset + 1) \(note)"]
      }
    }
    lines.append("")
    if look.form == .plain { lines.append(printed) }
    if !look.foot.isEmpty { lines.append(look.foot) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ line: Line) -> String {
    var text = ""
    for (column, cell) in line.cells {
      if look.form == .layout {
        text += String(repeating: " ", count: max(text.isEmpty ? 0 : 1, column - text.count))
      } else if !text.isEmpty {
        text += " "
      }
      text += cell
    }
    return text + line.marker
  }

  private func xml(
    _ page: (head: String, lines: [Line], notes: [String]), _ index: Int, firstNote: Int
  ) -> String {
    let title = index % 2 == 0 ? page.head : look.running
    var runs = [
      LayoutFixture.text(40, 108, 5, title), LayoutFixture.text(40, 700, 5, "\(number + index)"),
    ]
    var top = 110
    for line in page.lines {
      top += line.hasGap ? 32 : 20
      for (column, cell) in line.cells {
        let content = Self.escaped(cell)
        runs.append(
          LayoutFixture.text(
            top, 60 + column * 7, line.isLarge ? 2 : 0, line.isBold ? "<b>\(content)</b>" : content)
        )
      }
      if !line.marker.isEmpty, let last = line.cells.last {
        runs.append(
          LayoutFixture.text(top, 61 + last.column * 7 + last.text.count * 6, 5, line.marker))
      }
    }
    if !look.foot.isEmpty { runs.append(LayoutFixture.text(1180, 420, 5, look.foot)) }
    top += 40
    for (offset, note) in page.notes.enumerated() {
      runs.append(LayoutFixture.text(top, 60, 5, "\(firstNote + offset + 1)"))
      runs.append(LayoutFixture.text(top, 80, 5, Self.escaped(note)))
      top += 14
    }
    return runs.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
