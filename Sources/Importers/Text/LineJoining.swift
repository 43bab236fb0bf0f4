/// Joins words that a line break has parted.
enum LineJoining {
  /// Adds a line to the lines of its paragraph before it, in place.
  ///
  /// A hyphen at the end of a line is kept (`AI-` + `related`), unless the document writes the
  /// word without it elsewhere (`secu-` + `rity`). A hanging hyphen (`meta-` + `or system-prompts`)
  /// keeps its blank. A dash or a stroke that is closed up to its word takes none (`one—` + `for`,
  /// `and/` + `or`).
  ///
  /// - Parameter words: words that occur inside lines, in lower case.
  static func append(_ line: String, to text: inout String, words: Set<String> = []) {
    guard let byte = text.utf8.last else {
      text = line
      return
    }
    // The last bytes of `-`, `‑`, `–`, `—` and `/`: most lines end in none of them.
    guard [0x2D, 0x91, 0x93, 0x94, 0x2F].contains(byte), let last = text.last else {
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
    guard last == "-" || last == "‑", let before = end.dropLast().last, before.isLetter else {
      text += " "
      text += line
      return
    }
    let head = end.dropLast().split(separator: " ").last.map(String.init) ?? ""
    let tail = String(line.prefix { $0.isLetter || $0 == "-" }.prefix(64))
    if ["and", "or", "to"].contains(tail.lowercased()) { text += " " }
    let whole = (head + tail).lowercased().filter { $0.isLetter || $0 == "-" }
    let parted = (head + "-" + tail).lowercased().filter { $0.isLetter || $0 == "-" }
    if words.contains(whole), !words.contains(parted) { text.removeLast() }
    text += line
  }
}
