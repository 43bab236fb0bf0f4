/// Joins words that a line break has parted.
enum LineJoining {
  /// Adds a line to the lines of its paragraph before it, in place.
  ///
  /// A hyphen at the end of a line is kept (`AI-` + `related`, `140-` + `3`), unless the document
  /// writes the word without it elsewhere (`secu-` + `rity`). A hyphen that print has put in (`‐`,
  /// see `FoldedText.foldLine`) is kept only where the document writes the word with one elsewhere.
  /// A hanging hyphen (`meta-` + `or system-prompts`) keeps its blank. A dash or a stroke that is
  /// closed up to its word takes none (`one—` + `for`, `and/` + `or`).
  ///
  /// - Parameter words: words that occur inside lines, see `addWords`.
  static func append(_ line: String, to text: inout String, words: Set<String> = []) {
    guard let byte = text.utf8.last else {
      text = line
      return
    }
    // The last bytes of `-`, `‐`, `‑`, `–`, `—` and `/`: most lines end in none of them.
    guard [0x2D, 0x90, 0x91, 0x93, 0x94, 0x2F].contains(byte), let last = text.last else {
      text += " "
      text += line
      return
    }
    // Only the end of the text is looked at: a paragraph may be long.
    let end = text.suffix(64)
    if "–—/".contains(last), let before = end.dropLast().last, before != " " {
      text += line
      return
    }
    guard "-‐‑".contains(last), let before = end.dropLast().last,
      before.isLetter
        || before.isNumber && line.first.map({ $0.isLetter || $0.isNumber }) == true
    else {
      text += " "
      text += line
      return
    }
    let head = end.dropLast().split(separator: " ").last.map(String.init) ?? ""
    let tail = String(line.prefix { $0.isLetter || $0 == "-" }.prefix(64))
    let whole = (head + tail).lowercased().filter { $0.isLetter || $0 == "-" }
    let parted = (head + "-" + tail).lowercased().filter { $0.isLetter || $0 == "-" }
    let isPrints = last == softHyphen && !words.contains(String(softHyphen))
    if !isPrints, ["and", "or", "to"].contains(tail.lowercased()) { text += " " }
    if before.isLetter, isPrints || words.contains(whole), !words.contains(parted) {
      text.removeLast()
    }
    text += line
  }

  /// The hyphen by which some programs part words, and which other documents write in all words.
  static let softHyphen: Character = "‐"

  /// Adds the words of a line but its last, which may go on in the next, in lower case and with
  /// plain hyphens. Where a word is written with `‐`, that is added too.
  static func addWords(of line: String, to words: inout Set<String>) {
    let inner = line.lowercased().split { !$0.isLetter && $0 != "-" && $0 != softHyphen }
    for word in inner.dropLast() {
      guard word.contains(softHyphen) else {
        words.insert(String(word))
        continue
      }
      if word.dropFirst().dropLast().contains(softHyphen) { words.insert(String(softHyphen)) }
      words.insert(String(word.map { $0 == softHyphen ? "-" : $0 }))
    }
  }
}
