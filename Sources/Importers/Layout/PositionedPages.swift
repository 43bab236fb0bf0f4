internal import Markup

/// Lays out the pages of HTML in which each piece of text has its place: `pdftohtml -c` and `-s`.
enum PositionedPages {
  /// The pages; nil for another web page.
  static func document(_ root: MarkupElement) -> LayoutDocument? {
    var pages: [LayoutPage] = []
    var fonts: Fonts = [:]
    read(root, &pages, &fonts)
    return pages.contains { !$0.lines.isEmpty } ? LayoutDocument(pages: pages) : nil
  }

  /// Size of type and height of a line, by the number of the font.
  private typealias Fonts = [String: (size: Double, height: Double)]

  /// Finds `<div id="page3-div" style="position:relative;width:892px;height:1262px;">`, and the style
  /// sheet before each.
  private static func read(
    _ element: MarkupElement, _ pages: inout [LayoutPage], _ fonts: inout Fonts
  ) {
    for inner in element.elements {
      if inner.name == "style" {
        read(sheet: inner.text, before: pages.count + 1, &fonts)
      } else if inner.name == "div", let id = inner.attribute("id"), id.hasPrefix("page"),
        id.hasSuffix("-div"), let style = inner.attribute("style"), length("height", in: style) > 0
      {
        pages.append(page(inner, number: pages.count + 1, fonts))
      } else {
        read(inner, &pages, &fonts)
      }
    }
  }

  /// Reads `.ft12{font-size:24px;line-height:30px;…}`: font 2, told on page 1, where it comes first.
  private static func read(sheet: String, before page: Int, _ fonts: inout Fonts) {
    for rule in sheet.split(separator: "}") {
      let parts = rule.split(separator: "{", maxSplits: 1)
      guard parts.count == 2, let dot = parts[0].lastIndex(of: "."),
        let font = font(FoldedText.fold(parts[0][parts[0].index(after: dot)...]), on: page)
      else { continue }
      let size = length("font-size", in: String(parts[1]))
      guard size > 0 else { continue }
      let height = length("line-height", in: String(parts[1]))
      fonts[font] = (size, height > 0 ? height : size * 1.2)
    }
  }

  /// The number of the font in `ft365` on page 36.
  private static func font(_ name: String, on page: Int) -> String? {
    let prefix = "ft\(page)"
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.utf8.count)) : nil
  }

  private static func page(_ page: MarkupElement, number: Int, _ fonts: Fonts) -> LayoutPage {
    let style = page.attribute("style") ?? ""
    let runs = page.elements.filter { $0.name == "p" }.flatMap {
      self.runs(of: $0, on: number, fonts)
    }
    return LayoutPage(
      number: number, width: length("width", in: style), height: length("height", in: style),
      lines: PopplerLayout.lines(apart(runs.filter { !$0.isBlank })))
  }

  /// No run is wider than the room before the next one on its line: widths are estimated.
  private static func apart(_ runs: [LayoutRun]) -> [LayoutRun] {
    let sorted = runs.sorted { ($0.top.rounded(), $0.left) < ($1.top.rounded(), $1.left) }
    return sorted.enumerated().map { index, run in
      guard index + 1 < sorted.count else { return run }
      let next = sorted[index + 1]
      let room = next.left - run.left - 0.3 * run.size
      guard abs(next.top - run.top) < 2, room > 0, room < run.width else { return run }
      return LayoutRun(
        text: run.text, left: run.left, top: run.top, width: room, height: run.height,
        size: run.size, isBold: run.isBold)
    }
  }

  /// The lines of a paragraph, each as one run.
  private static func runs(
    of paragraph: MarkupElement, on page: Int, _ fonts: Fonts
  ) -> [LayoutRun] {
    let style = paragraph.attribute("style") ?? ""
    let name = font(paragraph.attribute("class") ?? "", on: page)
    let font = name.flatMap { fonts[$0] } ?? (12, 15)
    let top = length("top", in: style)
    let left = length("left", in: style)
    var lines: [(text: String, isBold: Bool)] = [("", true)]
    gather(paragraph, isBold: false, into: &lines)
    return lines.enumerated().map { index, line in
      // The width is not told; a blank at the end keeps the next piece apart.
      LayoutRun(
        text: line.text + " ", left: left, top: top + Double(index) * font.height,
        width: Double(line.text.count) * font.size * 0.45, height: font.size * 1.2, size: font.size,
        isBold: line.isBold)
    }
  }

  private static func gather(
    _ element: MarkupElement, isBold: Bool, into lines: inout [(text: String, isBold: Bool)]
  ) {
    for child in element.children {
      switch child {
      case .text(let text):
        lines[lines.count - 1].text += text
        if !isBold, !text.allSatisfy(\.isWhitespace) { lines[lines.count - 1].isBold = false }
      case .element(let inner) where inner.name == "br": lines.append(("", true))
      case .element(let inner):
        gather(inner, isBold: isBold || inner.name == "b", into: &lines)
      }
    }
  }

  /// The pixels of a declaration; 0 without it.
  private static func length(_ name: String, in style: String) -> Double {
    for declaration in style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, FoldedText.fold(parts[0]) == name else { continue }
      let digits = FoldedText.fold(parts[1]).prefix { $0.isNumber || $0 == "." || $0 == "-" }
      guard let value = Double(digits), value.isFinite, abs(value) < 1e7 else { return 0 }
      return value
    }
    return 0
  }
}
