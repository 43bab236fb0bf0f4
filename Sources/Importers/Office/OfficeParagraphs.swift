internal import Markup

/// Writes the paragraphs of an office text as those of a web page, and counts them.
struct OfficeParagraphs {
  /// Paragraphs and headings so far.
  private(set) var count = 0
  /// What stands in frames of each open paragraph: a frame may hold paragraphs with frames.
  private var framed: [[MarkupNode]] = []

  /// The page of what was written.
  static func page(_ children: [MarkupNode]) -> MarkupElement {
    // Says that what is given as lines are paragraphs.
    let counting = MarkupElement.Attribute(name: HTMLBlocks.countsParagraphs, value: "")
    return MarkupElement(name: "body", attributes: [counting], children: children)
  }

  /// Opens a paragraph.
  ///
  /// - Returns: which one it is, from 1.
  mutating func open() -> Int {
    count += 1
    framed.append([])
    return count
  }

  /// Keeps what stands in a frame of the open paragraph, for behind it.
  mutating func frame(_ nodes: [MarkupNode]) { framed[framed.count - 1] += nodes }

  /// Closes the paragraph that was opened last.
  ///
  /// - Parameters:
  ///   - number: which one it is.
  ///   - name: of its element.
  ///   - label: what a list or an outline prints before it.
  ///   - isBold: whether its style is bold.
  ///   - content: what it says.
  mutating func close(
    _ number: Int, as name: String, label: String, isBold: Bool, _ content: [MarkupNode]
  ) -> [MarkupNode] {
    let opening: [MarkupNode] = label.isEmpty ? [] : [.text(label + " ")]
    var children = opening + content
    if name == "p", isBold {
      children = [.element(MarkupElement(name: "strong", children: children))]
    }
    let paragraph = MarkupElement(name: name, children: children, line: number)
    return [.element(paragraph)] + framed.removeLast()
  }

  /// Whether what a list prints before a point belongs to its text: a clause's number or a word does.
  /// A plain count, a letter or a bullet is left to the list's form.
  static func isText(label: String) -> Bool {
    ClauseNumber.split(label) != nil
      || label.split { !$0.isLetter }.contains { $0.utf8.count > 5 }
  }
}
