/// What tells the parts of RAND RR-A2849-1 apart: its running heads, and the headings of appendix B.
enum ReportSigns {
  /// For `PagedText`.
  static let signs = PagedText.Signs(
    isHead: isRunningHead,
    isContent: { tag(of: $0) != nil || level(of: $0) != nil || isCategory($0) || isCaption($0) },
    lowestPage: 6, hasFootnotes: true)

  /// Titles that stand over the pages of the report. Those of one word may be words of a sentence,
  /// and are found by repetition only.
  private static let heads: Set<String> = Set(
    [
      "Securing AI Model Weights",
      "Securing AI Model Weights: Preventing Theft and Misuse of Frontier Models",
      "Defining Operational Capacity Categories", "Analysis of Potential Attack Vectors",
      "Security Levels", "Detailed List of Attack Vectors",
      "Detailed Benchmark Systems for Security Levels",
      "Summary of Security Measures Across Levels", "Informal Interview Protocol",
      "About This Report", "Figures and Tables",
    ].map { SquashedText.squash($0) })

  /// Whether a line is a running head, with or without its page number.
  static func isRunningHead(_ text: String) -> Bool {
    guard text.utf8.count < 120, let first = text.first, first.isLetter || first.isNumber else {
      return false
    }
    return !text.contains("..") && heads.contains(SquashedText.squash(text))
      && text.filter(\.isNumber).count <= 3
  }

  /// Where appendix C begins, by its number or its title, which may take two lines; or where its
  /// table stands. Letters of headings may be spaced.
  static func startOfAppendixC(in lines: [PagedLine], _ range: Range<Int>) -> Int? {
    let title = "summaryofsecuritymeasuresacrosslevels"
    return range.first { index in
      let text = lines[index].text
      guard text.utf8.count < 90, let letter = text.first, "ACSTacst".contains(letter),
        !text.contains("..")
      else { return false }
      if text.lowercased().filter({ $0 != " " }) == "appendixc" || isCaption(text, of: "C.1") {
        return true
      }
      let squashed = SquashedText.squash(text)
      if squashed == title || squashed == "appendixc" + title { return true }
      guard squashed.utf8.count >= 9, title.hasPrefix(squashed), index + 1 < lines.count else {
        return false
      }
      return squashed + SquashedText.squash(lines[index + 1].text) == title
    }
  }

  /// The number of `Security Level 3 (SL3)` on a line of its own, or of `Security Level 3 (SL 3)`.
  static func level(of text: String) -> Int? {
    guard text.utf8.count < 80, text.utf8.count >= 16 else { return nil }
    // Most lines begin with other words.
    let letters = SquashedText.squash(text)
    guard letters.hasPrefix("security") || letters.hasPrefix("b") else { return nil }
    var words = text.lowercased().split { " :().—–-".contains($0) }[...]
    if words.first == "b", words.count > 4 { words = words.dropFirst() }
    if let first = words.first, first.count == 1, Int(first) != nil { words = words.dropFirst() }
    if words.starts(with: ["benchmark", "system", "for"]) { words = words.dropFirst(3) }
    guard words.starts(with: ["security", "level"]) else { return nil }
    words = words.dropFirst(2)
    guard let digit = words.first, digit.count == 1, let number = Int(digit),
      (1...5).contains(number)
    else { return nil }
    words = words.dropFirst()
    if words.starts(with: ["sl", digit]) {
      words = words.dropFirst()
    } else {
      guard words.first == "sl\(number)" else { return nil }
    }
    words = words.dropFirst()
    return words.isEmpty || words == ["benchmark"] || words == ["benchmark", "system"]
      ? number : nil
  }

  /// The heading and the tags of `Weight Storage (PR.DS)`: the functions and categories of NIST CSF.
  static func tag(of text: String) -> (heading: String, tag: String)? {
    guard text.last == ")", text.utf8.count < 120, let open = text.lastIndex(of: "(") else {
      return nil
    }
    let inner = text[text.index(after: open)...].dropLast()
    let tags = inner.split { ",;/ ".contains($0) }
    guard !tags.isEmpty, tags.count <= 4, tags.allSatisfy(isTag) else { return nil }
    let heading = FoldedText.fold(text[..<open])
    return heading.isEmpty ? nil : (heading, tags.joined(separator: ", "))
  }

  private static func isTag(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && ["ID", "PR", "DE", "RS", "RC", "GV"].contains(parts[0])
      && parts[1].utf8.count == 2 && parts[1].utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// `TABLE 5.2`, `Table 6.3—Continued`: they open pages, and are no heads although they come again.
  private static func isCaption(_ text: String) -> Bool {
    guard text.utf8.count < 40, let rest = behindTable(text) else { return false }
    return rest.first.map { $0.isNumber || $0 == "c" } ?? false
  }

  /// `TABLE C.1`, with or without the table's title; `Table C.1 shows …` is text, and contents have
  /// leaders.
  static func isCaption(_ text: String, of number: String) -> Bool {
    guard text.utf8.count < 200, !text.contains(".."), let rest = behindTable(text),
      rest.hasPrefix(number.lowercased())
    else { return false }
    // Letters of captions may be spaced, so that only the last of the number tells its end.
    guard let end = text.firstIndex(of: number.last ?? " ") else { return false }
    let title = text[text.index(after: end)...].drop { " .:—–-".contains($0) }
    return title.first?.isUppercase ?? true
  }

  /// What stands behind `Table` at the start of a line, in lower case and without blanks: letters of
  /// captions may be spaced (`TA B L E 5 . 2`).
  static func behindTable(_ text: String) -> String? {
    guard let first = text.utf8.first, first | 0x20 == 0x74,
      text.utf8.dropFirst().first(where: { $0 != 0x20 }).map({ $0 | 0x20 }) == 0x61
    else { return nil }
    let bare = String(text.prefix(80)).lowercased().filter { $0 != " " }
    return bare.hasPrefix("table") ? String(bare.dropFirst(5)) : nil
  }

  /// Whether a line is the name of a category, as headings and tables have it.
  static func isCategory(_ text: String) -> Bool {
    text.utf8.count < 80 && BenchmarkTaxonomy.categoryCodes[SquashedText.squash(text)] != nil
      && !text.contains("..")
  }
}
