internal import Markup

/// Lays out the pages of `pdftohtml -xml`, which have runs of text by position.
///
/// The order of the runs in the XML is the order in which the PDF paints them; headings may come
/// last. So the order is made anew from the positions.
enum PopplerLayout {
  /// A page.
  ///
  /// - Parameters:
  ///   - page: its element.
  ///   - number: which one it is, where it does not say so itself.
  ///   - sizes: the type sizes of all fonts up to this page; a page adds those that are new.
  static func page(
    _ page: MarkupElement, number: Int, sizes: inout [String: Double]
  ) -> LayoutPage {
    for font in page.elements where font.name == "fontspec" {
      sizes[font.attribute("id") ?? ""] = Self.number(font, "size")
    }
    let runs = page.elements.filter { $0.name == "text" }.map { element in
      run(element, size: sizes[element.attribute("font") ?? ""] ?? 0)
    }
    let width = Self.number(page, "width")
    let columns = Self.columns(runs.filter { !$0.isBlank }, width: width)
    return LayoutPage(
      number: Int(page.attribute("number") ?? "") ?? number, width: width,
      height: Self.number(page, "height"),
      lines: columns.flatMap { gutter in lines(runs.filter { gutter.contains($0.left) }) })
  }

  private static func run(_ element: MarkupElement, size: Double) -> LayoutRun {
    LayoutRun(
      text: element.text, left: number(element, "left"), top: number(element, "top"),
      width: number(element, "width"), height: number(element, "height"), size: size,
      isBold: element.first { $0.name == "b" } != nil)
  }

  /// A finite number of a sane size; 0 for anything else.
  private static func number(_ element: MarkupElement, _ name: String) -> Double {
    guard let value = Double(element.attribute(name) ?? ""), value.isFinite, abs(value) < 1e7 else {
      return 0
    }
    return value
  }

  /// Puts the runs of a column on lines: by their middles, in which raised and larger type of one
  /// line agree.
  static func lines(_ runs: [LayoutRun]) -> [LayoutLine] {
    var lines: [[LayoutRun]] = []
    var tallest = LayoutRun?.none
    for run in runs.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let head = tallest, abs(run.middle - head.middle) <= 0.4 * min(head.height, run.height) {
        lines[lines.count - 1].append(run)
        if run.height > head.height { tallest = run }
      } else {
        lines.append([run])
        tallest = run
      }
    }
    return lines.map { line in LayoutLine(runs: line.sorted { $0.left < $1.left }) }
  }

  /// The ranges of left edges of a page's columns: two when a gutter in the middle third parts the
  /// page and both sides hold lines, else one.
  private static func columns(_ runs: [LayoutRun], width: Double) -> [Range<Double>] {
    let whole = [-Double.greatestFiniteMagnitude..<Double.greatestFiniteMagnitude]
    guard runs.count >= 20, width > 0 else { return whole }
    let crossing = { (x: Double) in
      runs.reduce(0) { $0 + ($1.left < x && $1.left + $1.width > x ? 1 : 0) }
    }
    let candidates = stride(from: width / 3, through: width * 2 / 3, by: width / 60)
    guard let gutter = candidates.min(by: { crossing($0) < crossing($1) }),
      // A heading or two may run over both columns.
      crossing(gutter) <= 2
    else { return whole }
    let right = runs.count { $0.left >= gutter }
    let left = runs.count { $0.left + $0.width <= gutter }
    guard min(left, right) * 3 >= max(left, right), min(left, right) >= 8 else { return whole }
    return [whole[0].lowerBound..<gutter, gutter..<whole[0].upperBound]
  }
}
