/// The XML that `pdftohtml` makes of printed pages: lines by position, running heads and feet.
struct PrintedLines {
  /// Sizes of type, by number of the font: text, heading, small type.
  static let fonts: [(size: Int, height: Int)] = [(16, 18), (24, 27), (9, 11)]

  private var pages: [[String]] = [[]]
  private(set) var top = 110
  private let bottom = 1090
  /// Small lines at the foot of the open page.
  private var notes: [String] = []

  /// Whether `height` more fits on the page.
  func fits(_ height: Int) -> Bool { top + height <= bottom }

  /// Goes to the next page.
  mutating func turnPage() {
    for (index, note) in notes.enumerated() {
      pages[pages.count - 1].append(Self.text(1095 + 14 * index, 100, 2, note))
    }
    notes = []
    pages.append([])
    top = 110
  }

  /// Adds a small line to the foot of the page.
  mutating func addNote(_ text: String) { notes.append(text) }

  /// Adds runs at one height, each with its left edge, and goes on below.
  mutating func add(_ runs: [(left: Int, font: Int, text: String)], step: Int = 20) {
    if !fits(step) { turnPage() }
    for run in runs { pages[pages.count - 1].append(Self.text(top, run.left, run.font, run.text)) }
    top += step
  }

  /// Leaves room.
  mutating func skip(_ height: Int) { top += height }

  /// The XML. The parts of a page come in an order that is not that of reading.
  mutating func xml(title: String) -> String {
    turnPage()
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pdf2xml producer=\"poppler\">\n"
    for (index, lines) in pages.dropLast().enumerated() {
      xml += "<page number=\"\(index + 1)\" position=\"absolute\" top=\"0\" left=\"0\" "
      xml += "height=\"1262\" width=\"892\">\n"
      if index == 0 {
        for (id, font) in Self.fonts.enumerated() {
          xml += "<fontspec id=\"\(id)\" size=\"\(font.size)\" family=\"A\" color=\"#000000\"/>\n"
        }
      }
      let furniture = [
        Self.text(30, 100, 0, title), Self.text(1210, 440, 0, "Page \(index + 1)"),
      ]
      xml += (lines.reversed() + furniture).joined(separator: "\n") + "\n</page>\n"
    }
    return xml + "</pdf2xml>\n"
  }

  /// Words in lines of at most `width` characters.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.count + word.count >= width, !last.isEmpty {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : last + " " + word
      }
    }
    return lines
  }

  private static func text(_ top: Int, _ left: Int, _ font: Int, _ content: String) -> String {
    let isBold = content.hasPrefix("**")
    let shown = SitePage.escaped(isBold ? String(content.dropFirst(2)) : content)
    let width = content.count * fonts[font].size * 45 / 100
    return "<text top=\"\(top)\" left=\"\(left)\" width=\"\(width)\" "
      + "height=\"\(fonts[font].height)\" font=\"\(font)\">"
      + (isBold ? "<b>\(shown)</b>" : shown) + "</text>"
  }
}
