/// A glob over ids, as OSCAL's `matching` has it: `*` stands for any characters, `?` for one,
/// `[a-c]` for one of a set, `[!a]` for one outside it.
struct IDPattern: Sendable, Hashable {
  private enum Piece: Sendable, Hashable {
    case any
    case one
    case literal(Character)
    case set(Set<Character>, ranges: [ClosedRange<Character>], negated: Bool)
  }

  private let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = Array(text)[...]
    while let letter = rest.popFirst() {
      switch letter {
      case "*": if pieces.last != .any { pieces.append(.any) }
      case "?": pieces.append(.one)
      case "\\": pieces.append(.literal(rest.popFirst() ?? "\\"))
      case "[":
        guard let end = rest.dropFirst().firstIndex(of: "]") else {
          pieces.append(.literal("["))
          continue
        }
        pieces.append(Self.set(rest[..<end]))
        rest = rest[(end + 1)...]
      default: pieces.append(.literal(letter))
      }
    }
    self.pieces = pieces
  }

  private static func set(_ content: ArraySlice<Character>) -> Piece {
    var content = content
    let isNegated = content.first == "!" || content.first == "^"
    if isNegated { content = content.dropFirst() }
    var letters: Set<Character> = []
    var ranges: [ClosedRange<Character>] = []
    while let letter = content.popFirst() {
      if content.first == "-", let end = content.dropFirst().first, letter <= end {
        ranges.append(letter...end)
        content = content.dropFirst(2)
      } else {
        letters.insert(letter)
      }
    }
    return .set(letters, ranges: ranges, negated: isNegated)
  }

  /// Whether the whole of `id` matches. Goes back only to the last `*`, so it takes at most the
  /// product of the two lengths.
  func matches(_ id: String) -> Bool {
    let letters = Array(id)
    var (piece, letter) = (0, 0)
    var star: (piece: Int, letter: Int)?
    while letter < letters.count {
      if piece < pieces.count, pieces[piece] == .any {
        star = (piece, letter)
        piece += 1
      } else if piece < pieces.count, accepts(pieces[piece], letters[letter]) {
        piece += 1
        letter += 1
      } else if let last = star {
        star = (last.piece, last.letter + 1)
        (piece, letter) = (last.piece + 1, last.letter + 1)
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .any }
  }

  private func accepts(_ piece: Piece, _ letter: Character) -> Bool {
    switch piece {
    case .any: false
    case .one: true
    case .literal(let other): other == letter
    case .set(let letters, let ranges, let isNegated):
      (letters.contains(letter) || ranges.contains { $0.contains(letter) }) != isNegated
    }
  }
}
