/// The order of ids that people expect: `ac-2` before `ac-10`.
enum NaturalOrder {
  /// Whether one id stands before another; equal ids do not.
  static func precedes(_ one: String, _ other: String) -> Bool {
    var (left, right) = (pieces(of: one)[...], pieces(of: other)[...])
    while let first = left.popFirst() {
      guard let second = right.popFirst() else { return false }
      if first == second { continue }
      switch (first, second) {
      case (.number(let a), .number(let b)): return (a.count, a) < (b.count, b)
      case (.word(let a), .word(let b)): return a < b
      case (.number, .word): return true
      case (.word, .number): return false
      }
    }
    return !right.isEmpty
  }

  private enum Piece: Equatable {
    /// Digits without leading zeros, so that longer means greater.
    case number(String)
    case word(String)
  }

  private static func pieces(of id: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = id[...]
    while let first = rest.first {
      let isNumber = first.isASCII && first.isNumber
      let piece = rest.prefix { ($0.isASCII && $0.isNumber) == isNumber }
      rest = rest[piece.endIndex...]
      pieces.append(isNumber ? .number(String(piece.drop { $0 == "0" })) : .word(String(piece)))
    }
    return pieces
  }
}
