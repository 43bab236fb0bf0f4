/// The runs that stand on one base line, from left to right.
public struct LayoutLine: Sendable, Hashable {
  /// At least one.
  public let runs: [LayoutRun]
  /// The text with blanks where the runs stand apart.
  public let text: String
  /// The text with white space folded.
  let folded: String
  /// Whether nothing shows.
  let isBlank: Bool
  /// The run with the most text: it gives the line its size and position.
  private let main: LayoutRun?

  // The importers ask each line again and again: what follows from the runs is found once.

  /// Makes a line out of runs.
  init(runs: [LayoutRun]) {
    self.runs = runs
    text = Self.text(of: runs)
    folded = FoldedText.foldLine(text)
    isBlank = runs.allSatisfy(\.isBlank)
    main = Self.main(of: runs)
  }

  /// The run with the most text; but a long marker, `[footnote 5]`, does not stand for the words
  /// that it is raised above.
  private static func main(of runs: [LayoutRun]) -> LayoutRun? {
    let longest = runs.max { $0.text.utf8.count < $1.text.utf8.count }
    guard runs.count > 1, let longest else { return longest }
    let base = runs.filter { longest.isRaised(above: $0) && $0.text.utf8.count > 2 }
    return base.max { $0.text.utf8.count < $1.text.utf8.count } ?? longest
  }

  /// Left edge of the first run that is not blank.
  var left: Double { runs.first { !$0.isBlank }?.left ?? 0 }
  /// Vertical middle of the main run.
  var middle: Double { main?.middle ?? 0 }
  /// Top of the main run.
  var top: Double { main?.top ?? 0 }
  /// Type size of the main run.
  var size: Double { main?.size ?? 0 }
  /// Whether a run stands above the base line in smaller type.
  func raises(_ run: LayoutRun) -> Bool { main.map(run.isRaised(above:)) ?? false }
  /// Whether all that shows is bold.
  var isBold: Bool { runs.allSatisfy { $0.isBold || $0.isBlank } }

  /// Whether pieces of it stand far apart, as the cells of a table do.
  var hasColumns: Bool {
    zip(runs, runs.dropFirst()).contains {
      $1.left - $0.left - $0.width > 2 * max($0.size, $1.size)
    }
  }

  /// Joins runs; a gap that is wider than the converter's rounding becomes a blank.
  static func text(of runs: [LayoutRun]) -> String {
    if runs.count == 1 { return runs[0].text }
    var text = ""
    var right: Double?
    for run in runs {
      if let right, run.left - right > run.size * 0.25, text.last?.isWhitespace == false,
        run.text.first?.isWhitespace == false
      {
        text += " "
      }
      text += run.text
      right = run.left + run.width
    }
    return text
  }
}

/// A piece of text in one type.
public struct LayoutRun: Sendable, Hashable {
  /// The characters.
  public let text: String
  /// Left edge.
  public let left: Double
  /// Top edge.
  public let top: Double
  /// Width.
  public let width: Double
  /// Height.
  public let height: Double
  /// Size of the type.
  public let size: Double
  /// Whether the type is bold.
  public let isBold: Bool

  /// Whether nothing shows.
  let isBlank: Bool

  /// Makes a run.
  init(
    text: String, left: Double, top: Double, width: Double, height: Double, size: Double,
    isBold: Bool
  ) {
    self.text = text
    self.left = left
    self.top = top
    self.width = width
    self.height = height
    self.size = size
    self.isBold = isBold
    isBlank = text.allSatisfy(\.isWhitespace)
  }

  /// Vertical middle: runs of different sizes on one line agree in it.
  var middle: Double { top + height / 2 }

  /// Whether it is set in smaller type and higher than another run, as browsers print `<sup>`.
  func isRaised(above other: LayoutRun) -> Bool {
    size < other.size * 0.9 && top + height < other.top + 0.8 * other.height
  }

  /// The glyphs that open a point of a list.
  var isBulletGlyph: Bool {
    Self.bulletGlyphs.contains(FoldedText.fold(text))
  }

  private static let bulletGlyphs: Set<String> = [
    ">", "•", "◦", "▪", "■", "●", "○", "‣", "·", "–", "\u{F0B7}", "\u{F0A7}", "o", "*",
  ]
}
