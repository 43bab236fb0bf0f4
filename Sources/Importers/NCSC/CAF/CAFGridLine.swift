/// A line of a text in which blanks keep the columns of print apart.
struct CAFGridLine {
  /// Words with one blank between, and where they stand.
  struct Segment: Hashable {
    /// The first character, from 0.
    var start: Int
    var text: String
    /// Behind the last character.
    var end: Int
  }

  /// The parts of the line that two blanks or more set apart.
  private(set) var segments: [Segment] = []

  init(_ line: String) {
    var column = 0
    var blanks = 2
    for scalar in line.unicodeScalars.prefix(2_000) {
      switch scalar.value {
      case 0x0C: continue
      case 0x20, 0xA0, 0x2000...0x200A:
        blanks += 1
        column += 1
        continue
      case 0x09:
        blanks += 2
        column += 8 - column % 8
        continue
      default: break
      }
      if blanks >= 2 {
        segments.append(Segment(start: column, text: "", end: column))
      } else if blanks == 1 {
        segments[segments.count - 1].text += " "
      }
      blanks = 0
      column += 1
      segments[segments.count - 1].text.unicodeScalars.append(scalar)
      segments[segments.count - 1].end = column
    }
  }

  /// The places at which words of a segment begin, but the first.
  static func words(of segment: Segment) -> [Int] {
    var places: [Int] = []
    var wasBlank = false
    for (offset, scalar) in segment.text.unicodeScalars.enumerated() {
      if wasBlank, offset > 1 { places.append(segment.start + offset) }
      wasBlank = scalar == " "
    }
    return places
  }

  /// Parts a segment at a place where a word begins.
  static func parted(_ segment: Segment, at place: Int) -> (Segment, Segment) {
    let scalars = Array(segment.text.unicodeScalars)
    let cut = place - segment.start
    func text(_ slice: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: slice)
      return String(view)
    }
    return (
      Segment(start: segment.start, text: text(scalars[..<(cut - 1)]), end: place - 1),
      Segment(start: place, text: text(scalars[cut...]), end: segment.end)
    )
  }
}
