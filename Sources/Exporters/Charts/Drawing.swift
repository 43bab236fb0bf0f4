internal import HTMLTree

/// The parts of a drawing. Colours come from the page's style, by class.
enum Drawing {
  static func number(_ name: Attribute.Name, _ value: Int) -> Attribute {
    Attribute(name, String(value))
  }

  static func box(_ style: String, x: Int, y: Int, width: Int, height: Int, rx: Int = 0) -> HTML {
    var attributes = [
      Attribute.class(style), number(.x, x), number(.y, y), number(.width, width),
      number(.height, height),
    ]
    if rx > 0 { attributes.append(number(.rx, rx)) }
    return .tag(.rect, attributes)
  }

  static func line(_ style: String, x1: Int, y1: Int, x2: Int, y2: Int) -> HTML {
    .tag(
      .line,
      [
        .class(style), number(.x1, x1), number(.y1, y1), number(.x2, x2), number(.y2, y2),
      ])
  }

  static func text(
    _ text: String, x: Int, y: Int, style: String = "", anchor: String = "start"
  ) -> HTML {
    var attributes = [number(.x, x), number(.y, y)]
    if !style.isEmpty { attributes.append(.class(style)) }
    if anchor != "start" { attributes.append(Attribute(.textAnchor, anchor)) }
    return .tag(.svgText, attributes, .text(text))
  }

  /// A figure with its caption, the drawing, and the same as a table for those who do not see it.
  ///
  /// - Parameters:
  ///   - id: of the figure, unique on the page.
  ///   - describes: what the drawing shows, in a sentence.
  static func figure(
    id: String, caption: String, describes: String, width: Int, height: Int, _ shapes: [HTML],
    legend: [(style: String, words: String)], table: HTML
  ) -> HTML {
    .tag(
      .figure, [.id(id)],
      .tag(.figcaption, [], .text(caption)),
      .tag(
        .div,
        [
          .class("chart"), Attribute(.tabindex, "0"), Attribute(.role, "group"),
          Attribute(.label, caption),
        ],
        .tag(
          .svg,
          [
            Attribute(.viewBox, "0 0 \(width) \(height)"), number(.width, width),
            number(.height, height), Attribute(.role, "img"), Attribute(.label, describes),
          ], .list(shapes))),
      legend.isEmpty ? .nothing : Self.legend(legend),
      .tag(
        .details, [.class("as-table")], .tag(.summary, [], "The same as a table"),
        .tag(
          .div,
          [
            .class("scroll"), Attribute(.tabindex, "0"), Attribute(.role, "group"),
            Attribute(.label, "\(caption), as a table"),
          ], table)))
  }

  private static func legend(_ entries: [(style: String, words: String)]) -> HTML {
    .tag(
      .ul, [.class("legend")],
      .list(
        entries.map { entry in
          .tag(
            .li, [],
            .tag(
              .svg,
              [
                Attribute(.viewBox, "0 0 22 12"), number(.width, 22), number(.height, 12),
                .decorative,
              ], box(entry.style, x: 1, y: 1, width: 20, height: 10, rx: 1)),
            .text(entry.words))
        }))
  }

  /// `text` on at most `count` lines of `width` characters; what does not fit ends with `…`.
  static func wrapped(_ text: String, width: Int, lines count: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word.count <= width ? String(word) : "\(word.prefix(width - 1))…")
      }
    }
    guard lines.count > count else { return lines }
    let last = lines[count - 1]
    return lines.prefix(count - 1)
      + [last.count < width ? "\(last)…" : "\(last.prefix(width - 1))…"]
  }
}
