/// The runs that stand on one base line, from left to right.
public struct LayoutLine: Sendable, Hashable {
  /// At least one.
  public let runs: [LayoutRun]

  /// Makes a line out of runs.
  init(runs: [LayoutRun]) { self.runs = runs }

  /// The text with blanks where the runs stand apart.
  public var text: String { Self.text(of: runs) }

  /// The run with the most text: it gives the line its size and position.
  private var main: LayoutRun? { runs.max { $0.text.utf8.count < $1.text.utf8.count } }

  /// Left edge of the first run that is not blank.
  var left: Double { runs.first { !$0.isBlank }?.left ?? 0 }
  /// Vertical middle of the main run.
  var middle: Double { main?.middle ?? 0 }
  /// Top of the main run.
  var top: Double { main?.top ?? 0 }
  /// Type size of the main run.
  var size: Double { main?.size ?? 0 }
  /// Whether all that shows is bold.
  var isBold: Bool { runs.allSatisfy { $0.isBold || $0.isBlank } }
  /// Whether nothing shows.
  var isBlank: Bool { runs.allSatisfy(\.isBlank) }

  /// Joins runs; a gap that is wider than the converter's rounding becomes a blank.
  static func text(of runs: some Sequence<LayoutRun>) -> String {
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

  /// Vertical middle: runs of different sizes on one line agree in it.
  var middle: Double { top + height / 2 }
  /// Whether nothing shows.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// The glyphs that open a point of a list.
  var isBulletGlyph: Bool {
    [">", "•", "◦", "▪", "■", "●", "○", "‣", "·", "–", "\u{F0B7}", "\u{F0A7}", "o", "*"]
      .contains(FoldedText.fold(text))
  }
}
