/// White space as standards compare it: every run of it is one blank, none at the ends.
public enum FoldedText {
  /// Folds white space of every kind (no-break spaces and tabs too), drops the characters that only
  /// help with line breaks (soft hyphens, zero-width spaces and joiners of words), and parts the
  /// ligatures of print (`ﬁ`) into their letters. PDFs that Ghostscript saved have the letters of a
  /// ligature with their bytes turned round: `昀椀` for `fi`.
  public static func fold(_ text: some StringProtocol) -> String {
    fold(text, spacesOnly: false)
  }

  /// Folds a line of print. A soft hyphen at its end has parted a word there: it stays as `‐`, so
  /// that the next line can be joined to it.
  static func foldLine(_ text: some StringProtocol) -> String {
    let folded = fold(text)
    guard text.utf8.contains(0xAD), !folded.isEmpty,
      text.unicodeScalars.last(where: { !$0.properties.isWhitespace })?.value == 0xAD
    else { return folded }
    return folded + String(LineJoining.softHyphen)
  }

  /// Folds white space of every kind and changes nothing else: for texts that were written as data,
  /// and not set in pages or lines.
  static func foldSpaces(_ text: some StringProtocol) -> String { fold(text, spacesOnly: true) }

  private static func fold(_ text: some StringProtocol, spacesOnly: Bool) -> String {
    let bytes = Array(text.utf8)
    if isFolded(bytes) { return String(text) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isPending = false
    var index = 0
    while index < bytes.count {
      let (kind, length) = kind(of: bytes, at: index)
      switch spacesOnly ? kind.ofSpaces : kind {
      case .space:
        isPending = true
      case .dropped:
        break
      case .kept:
        if isPending, !result.isEmpty { result.append(0x20) }
        isPending = false
        for offset in index..<(index + length) { result.append(bytes[offset]) }
      case .ligature:
        if isPending, !result.isEmpty { result.append(0x20) }
        isPending = false
        result.append(contentsOf: ligatures[Int(bytes[index + 2] - 0x80)].utf8)
      case .turned(let letter):
        if isPending, !result.isEmpty { result.append(0x20) }
        isPending = false
        result.append(letter)
      }
      index += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether nothing has to be changed, as in most texts. The bytes are valid UTF-8.
  private static func isFolded(_ bytes: [UInt8]) -> Bool {
    var before: UInt8 = 0x20
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x20: if before == 0x20 { return false }
      case 0x09...0x0D, 0xC2, 0xE1, 0xE3, 0xE6, 0xE7, 0xEF: return false
      // Dashes and quotes are no white space, and most of what is not ASCII.
      case 0xE2: if case .kept = kind(of: bytes, at: index).0 {} else { return false }
      default: break
      }
      before = byte
    }
    return before != 0x20 || bytes.isEmpty
  }

  private enum Kind {
    case kept
    case space
    case dropped
    case ligature
    /// A letter whose two bytes have changed places, or another sign for it.
    case turned(UInt8)

    /// The same where only white space is changed.
    var ofSpaces: Kind { if case .space = self { .space } else { .kept } }
  }

  /// U+FB00 to U+FB06.
  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// What stands at `index`, and in how many bytes. The bytes are valid UTF-8, and every length
  /// that is given stays within them.
  private static func kind(of bytes: [UInt8], at index: Int) -> (Kind, Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (byte == 0x20 || (0x09...0x0D).contains(byte) ? .space : .kept, 1) }
    guard index + 1 < bytes.count else { return (.kept, 1) }
    let second = bytes[index + 1]
    if byte == 0xC2 {
      if second == 0xAD { return (.dropped, 2) }
      return (second == 0xA0 || second == 0x85 ? .space : .kept, 2)
    }
    guard index + 2 < bytes.count else { return (.kept, 1) }
    switch (byte, second, bytes[index + 2]) {
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (.dropped, 3)
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80):
      return (.space, 3)
    case (0xEF, 0xAC, 0x80...0x86): return (.ligature, 3)
    // PDFium's sign for the hyphen at which a line was broken.
    case (0xEF, 0xBF, 0xBE): return (.turned(0x2D), 3)
    case (0xE6...0xE7, _, 0x80):
      guard let letter = turnedLetter(bytes, at: index),
        turnedLetter(bytes, at: index - 3) ?? turnedLetter(bytes, at: index + 3) != nil
      else { return (.kept, 3) }
      return (.turned(letter), 3)
    default: return (.kept, 1)
    }
  }

  /// The small letter that U+6100 to U+7A00 is with its bytes turned round. Two of these beside
  /// each other are no Chinese.
  private static func turnedLetter(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard index >= 0, index + 2 < bytes.count, (0xE6...0xE7).contains(bytes[index]),
      bytes[index + 1].isMultiple(of: 4), bytes[index + 2] == 0x80
    else { return nil }
    let letter = (bytes[index] & 0x0F) << 4 | (bytes[index + 1] & 0x3F) >> 2
    return (0x61...0x7A).contains(letter) ? letter : nil
  }

  /// Whether `text` holds characters that turn the direction of writing, by which a text can be
  /// made to look like another.
  static func turnsDirection(_ text: String) -> Bool {
    // All of them begin with this byte, and most texts have none of it.
    guard text.utf8.contains(0xE2) else { return false }
    return text.unicodeScalars.contains {
      (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
  }

  /// Whether UTF-8 was read as Windows-1252 before the text was saved (`â€™` for `’`), or characters
  /// were lost (`�`).
  static func isGarbled(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == 0xC3 || $0 == 0xEF }) else { return false }
    return ["\u{E2}\u{20AC}", "\u{E2}\u{80}", "\u{C3}\u{A2}", "\u{FFFD}"].contains {
      text.contains($0)
    }
  }

  /// The form in which titles are compared: folded, in lower case, quotes straight, no full stop
  /// at the end. Editions set their titles in capitals as they like.
  static func comparable(_ text: String) -> String {
    let folded = fold(text)
    var result = ""
    if folded.utf8.allSatisfy({ $0 < 0x80 }) {
      result = folded.lowercased()
      while result.utf8.last == UInt8(ascii: ".") { result.removeLast() }
      return result
    }
    for character in folded.lowercased() {
      switch character {
      case "’", "‘": result.append("'")
      case "“", "”": result.append("\"")
      case "–", "‑": result.append("-")
      default: result.append(character)
      }
    }
    while result.last == "." { result.removeLast() }
    return result
  }
}
