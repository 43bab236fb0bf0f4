/// Joins numbers, the word `Provision`, glyphs and openings of notes that stand on lines of their own
/// to the lines that they open: a tab stands between them in print. Where several stand above each
/// other, as in a column that was read first, each takes a paragraph or a point in turn.
struct LoneMarks {
  /// All other lines, and those that were joined.
  private(set) var lines: [PagedLine] = []
  /// Marks of points whose text could not be told.
  private(set) var left: [PagedLine] = []

  private var waiting: [PagedLine] = []
  /// Whether the line before was such a mark.
  private var isNext = false

  init(_ source: [PagedLine]) {
    for line in source {
      let isLone = Self.isLone(line.text) && waiting.count < 12
      if isLone {
        // Text has come between: what waits has no part in what follows.
        if !isNext { release() }
        waiting.append(line)
      } else {
        take(line)
      }
      isNext = isLone
    }
    release()
  }

  private mutating func take(_ line: PagedLine) {
    let opens =
      ProvisionNumber.split(line.text) != nil || ClauseHeading(line.text) != nil
      || ProvisionLook.noteOpening(line.text) != nil || Self.isLone(line.text)
    if let word = waiting.last, isNext, word.text.lowercased() == "provision" {
      waiting.removeLast()
      lines.append(Self.merged(word, line))
    } else if !opens, let first = waiting.first,
      isNext || line.hasGap || Self.isOfPoint(first.text) && endsPoint
    {
      waiting.removeFirst()
      lines.append(Self.merged(first, line))
    } else {
      if opens { release() }
      lines.append(line)
    }
  }

  /// Gives up what waits. Glyphs and letters of points say nothing without their text.
  private mutating func release() {
    lines += waiting.filter { !Self.isOfPoint($0.text) }
    left += waiting.filter { Self.isOfPoint($0.text) }
    waiting = []
  }

  /// Whether the last line ends a point of a list.
  private var endsPoint: Bool {
    guard let text = lines.last?.text else { return false }
    return [";", ".", "; and", "; or", ", and", ", or"].contains { text.hasSuffix($0) }
  }

  private static func merged(_ mark: PagedLine, _ line: PagedLine) -> PagedLine {
    var merged = mark
    merged.text += " " + line.text
    merged.rawText += " " + line.rawText
    merged.footnoteMarkers += line.footnoteMarkers
    merged.size = line.size
    return merged
  }

  private static func isLone(_ text: String) -> Bool {
    guard text.utf8.count < 20 else { return false }
    return text.lowercased() == "provision" || ClauseHeading(text)?.title.isEmpty == true
      || ProvisionLook.noteOpening(text) == .alone || isOfPoint(text)
  }

  /// A glyph alone, or `a)`.
  private static func isOfPoint(_ text: String) -> Bool {
    BulletMark.split(text)?.rest.isEmpty == true
      || text.utf8.count <= 4 && text.last == ")" && ProvisionLook.isItem(text)
  }
}
