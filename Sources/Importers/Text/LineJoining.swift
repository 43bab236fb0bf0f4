/// Joins words that a line break has parted.
enum LineJoining {
  /// Joins two lines of one paragraph.
  ///
  /// A hyphen at the end of a line is kept (`AI-` + `related`), unless the document writes the
  /// word without it elsewhere (`secu-` + `rity`). A hanging hyphen (`meta-` + `or system-prompts`)
  /// keeps its blank.
  ///
  /// - Parameter words: words that occur inside lines, in lower case.
  static func join(_ first: String, _ second: String, words: Set<String> = []) -> String {
    guard let last = first.last else { return second }
    if last == "\u{AD}" { return String(first.dropLast()) + second }
    guard last == "-" || last == "‑", let before = first.dropLast().last, before.isLetter else {
      return first + " " + second
    }
    let head = first.dropLast().split(separator: " ").last.map(String.init) ?? ""
    let tail = String(second.prefix { $0.isLetter || $0 == "-" })
    if ["and", "or", "to"].contains(tail.lowercased()) { return first + " " + second }
    let whole = (head + tail).lowercased().filter { $0.isLetter || $0 == "-" }
    let parted = (head + "-" + tail).lowercased().filter { $0.isLetter || $0 == "-" }
    if words.contains(whole), !words.contains(parted) { return String(first.dropLast()) + second }
    return first + second
  }
}
