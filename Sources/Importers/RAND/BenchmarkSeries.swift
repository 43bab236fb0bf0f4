/// The bullets under one heading of one level of appendix B.
struct BenchmarkSeries {
  /// 1 to 5.
  var level: Int
  /// `WS.STO`, or a category's code where it has no subcategories.
  var code: String
  /// What the heading cites of NIST CSF; empty without.
  var tag: String
  /// The heading.
  var line: PagedLine
  /// Bullets of the first depth, in the order of print.
  var bullets: [Bullet] = []
  /// Why its bullets cannot be counted; empty when they can.
  var doubt = ""

  /// `SL1.WS.STO`
  var id: String { "SL\(level).\(code)" }

  /// A bullet with all that stands under it.
  struct Bullet {
    /// The line of its glyph.
    var line: PagedLine
    /// Its text, its inner points and its further paragraphs, in order.
    var pieces: [Piece]

    /// The whole text on one line.
    var text: String { Self.joined(pieces.map(\.text)) }
    /// The same with footnote markers.
    var rawText: String { Self.joined(pieces.map(\.rawText)) }
    /// The lines of it that may hold a footnote or its number.
    var doubts: [PagedLine] {
      pieces.indices.flatMap { index in
        guard pieces[index].breaksOff, !goesOn(index + 1) else { return pieces[index].doubts }
        var line = pieces[index].line
        line.doubt = .brokenOff
        return pieces[index].doubts + [line]
      }
    }

    /// Whether a piece is a paragraph, and no point: a blank line may stand in a sentence.
    private func goesOn(_ index: Int) -> Bool {
      index < pieces.count && BulletMark.split(pieces[index].line.text) == nil
    }

    /// The markers that were taken out.
    var footnoteMarkers: [String] { pieces.flatMap(\.footnoteMarkers) }

    private static func joined(_ texts: [String]) -> String {
      texts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// A paragraph or an inner point.
  struct Piece {
    /// The line that it begins on.
    var line: PagedLine
    /// Footnote markers out.
    var text: String
    /// With footnote markers.
    var rawText: String
    /// The markers that were taken out.
    var footnoteMarkers: [String]
    /// The lines of it that may hold a footnote or its number.
    var doubts: [PagedLine]

    /// Whether it has whole sentences and stops in the middle of another one.
    var breaksOff: Bool {
      guard let last = text.last, text.contains(". ") else { return false }
      return last.isLetter || last == ","
    }

    /// Makes a piece that begins with the text of a line, or with a part of it.
    init(_ line: PagedLine, text: String, rawText: String) {
      self.line = line
      self.text = text
      self.rawText = rawText
      footnoteMarkers = line.footnoteMarkers
      doubts = line.doubt == nil ? [] : [line]
    }
  }
}
