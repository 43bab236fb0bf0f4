internal import Markup

/// Lays out the pages of HTML in which each piece of text has its place: `pdftohtml -c` and `-s`.
enum PositionedPages {
  /// The pages; nil for another web page.
  static func document(_ root: MarkupElement) -> LayoutDocument? {
    var elements: [MarkupElement] = []
    collect(root, into: &elements)
    guard !elements.isEmpty else { return nil }
    let fonts = fonts(of: root)
    let pages = elements.enumerated().map { index, element in
      page(element, number: index + 1, fonts)
    }
    guard pages.contains(where: { !$0.lines.isEmpty }) else { return nil }
    return LayoutDocument(pages: pages)
  }

  /// Size of type and height of a line, by class.
  private typealias Fonts = [String: (size: Double, height: Double)]

  /// `<div id="page3-div" style="position:relative;width:892px;height:1262px;">`
  private static func collect(_ element: MarkupElement, into pages: inout [MarkupElement]) {
    for inner in element.elements {
      if inner.name == "div", let id = inner.attribute("id"), id.hasPrefix("page"),
        id.hasSuffix("-div"), let style = inner.attribute("style"), length("height", in: style) > 0
      {
        pages.append(inner)
      } else {
        collect(inner, into: &pages)
      }
    }
  }

  private static func page(_ page: MarkupElement, number: Int, _ fonts: Fonts) -> LayoutPage {
    let style = page.attribute("style") ?? ""
    let runs = page.elements.filter { $0.name == "p" }.flatMap { self.runs(of: $0, fonts) }
    return LayoutPage(
      number: number, width: length("width", in: style), height: length("height", in: style),
      lines: PopplerLayout.lines(runs.filter { !$0.isBlank }))
  }

  /// The lines of a paragraph, each as one run.
  private static func runs(of paragraph: MarkupElement, _ fonts: Fonts) -> [LayoutRun] {
    let style = paragraph.attribute("style") ?? ""
    let font = fonts[paragraph.attribute("class") ?? ""] ?? (12, 15)
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

  /// Reads `.ft12{font-size:24px;line-height:30px;…}` of all style sheets.
  private static func fonts(of root: MarkupElement) -> Fonts {
    var fonts: Fonts = [:]
    var sheets: [String] = []
    collectSheets(root, into: &sheets)
    for sheet in sheets {
      for rule in sheet.split(separator: "}") {
        let parts = rule.split(separator: "{", maxSplits: 1)
        guard parts.count == 2, let dot = parts[0].lastIndex(of: ".") else { continue }
        let name = FoldedText.fold(parts[0][parts[0].index(after: dot)...])
        let size = length("font-size", in: String(parts[1]))
        guard size > 0 else { continue }
        let height = length("line-height", in: String(parts[1]))
        fonts[name] = (size, height > 0 ? height : size * 1.2)
      }
    }
    return fonts
  }

  private static func collectSheets(_ element: MarkupElement, into sheets: inout [String]) {
    for inner in element.elements {
      if inner.name == "style" {
        sheets.append(inner.text)
      } else {
        collectSheets(inner, into: &sheets)
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
