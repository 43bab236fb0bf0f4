/// Cuts a plain text into pages: at form feeds, else at lines by which a converter parts pages, else
/// at lines that hold a page number alone, else at running heads.
struct TextPages {
  /// The lines of each page that are not blank.
  private(set) var pages: [[PagedLine]] = []

  init(_ source: [String], signs: PagedText.Signs) {
    var page: [PagedLine] = []
    var number = 1
    var hasGap = false
    var hasFeeds = false
    for (index, line) in source.enumerated() {
      // A page may end without a line end.
      let parts =
        line.utf8.contains(0x0C)
        ? line.split(
          separator: "\u{0C}", omittingEmptySubsequences: false) : [line[...]]
      for (place, part) in parts.enumerated() {
        if place > 0 {
          hasFeeds = true
          pages.append(page)
          page = []
          number += 1
          hasGap = false
        }
        let folded = FoldedText.foldLine(part)
        if folded.isEmpty {
          // What stands before a form feed alone is no blank line.
          if place == parts.count - 1 { hasGap = true }
          continue
        }
        page.append(
          PagedLine(
            text: folded, rawText: folded, indent: Self.indent(of: part), page: number,
            line: index + 1, hasGap: hasGap))
        hasGap = false
      }
    }
    pages.append(page)
    if !hasFeeds { cut(signs) }
  }

  /// Takes the lines of pages that are known, or of a text whose pages are not.
  init(_ known: [[PagedLine]], signs: PagedText.Signs) {
    pages = known
    if pages.count == 1 { cut(signs) }
  }

  private mutating func cut(_ signs: PagedText.Signs) {
    cutAtMarks()
    if pages.count == 1 { cutAtNumbers(signs) }
    if pages.count == 1 { cutAtHeads(signs) }
  }

  /// The column of the first character that shows; a tab goes to the next multiple of eight.
  private static func indent(of line: Substring) -> Double {
    var column = 0
    for character in line.unicodeScalars {
      switch character.value {
      case 0x20, 0xA0: column += 1
      case 0x09: column += 8 - column % 8
      case 0x0C: column = 0
      default: return Double(column)
      }
    }
    return Double(column)
  }

  /// The number of a line that holds a number of up to three digits and nothing else.
  static func loneNumber(_ text: String) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Whether a line is one by which converters part pages: `-- 3 of 19 --`, `--- PAGE 3 ---`,
  /// `[Page 3]`, `Page 3 of 19`, `{3}------`.
  static func isPageMark(_ text: String) -> Bool {
    let bytes = text.utf8
    // Most lines are prose: to ask Unicode of each of their letters takes long.
    guard (4...80).contains(bytes.count), bytes.contains(where: { (0x30...0x39).contains($0) }),
      bytes.count(where: { (0x61...0x7A).contains($0 | 0x20) }) <= 16
    else { return false }
    var words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let isNamed = words.first == "page" || words.first == "seite"
    if isNamed { words.removeFirst() }
    words.removeAll { $0 == "of" || $0 == "von" }
    guard (1...2).contains(words.count),
      words.allSatisfy({ loneNumber(String($0)) != nil })
    else { return false }
    return isNamed || text.count { "-–—=".contains($0) } >= 4
  }

  private mutating func cutAtMarks() {
    var cut: [[PagedLine]] = [[]]
    for var line in pages.flatMap(\.self) {
      if Self.isPageMark(line.text) {
        line.role = .furniture
        line.page = cut.count
        cut[cut.count - 1].append(line)
        cut.append([])
      } else {
        line.page = cut.count
        cut[cut.count - 1].append(line)
      }
    }
    if cut.count >= 4 { pages = cut }
  }

  /// Cuts at the page numbers that form the longest sequence in which each goes on from the one
  /// before it; at times a page has none: behind one alone on its line, and before one in a running
  /// head. Footnotes have numbers too, but no running head beside them.
  private mutating func cutAtNumbers(_ signs: PagedText.Signs) {
    let lines = pages.flatMap(\.self)
    let lone = lines.map { line in
      Self.loneNumber(line.text).flatMap { $0 >= signs.lowestPage ? $0 : nil }
    }
    let inHeads = lines.map { Self.numberOfHead($0.text, signs) }
    let weights = lines.indices.map { index in
      if inHeads[index] != nil { return 8 }
      guard lone[index] != nil else { return 0 }
      let beside = [index - 1, index + 1].filter(lines.indices.contains)
      return beside.contains { signs.isHead(lines[$0].text) } ? 8 : 1
    }
    let numbers = lines.indices.map { lone[$0] ?? inHeads[$0] }
    let chain = Self.longestChain(numbers, weights: weights)
    guard chain.count >= 3 else { return }
    var cut: [[PagedLine]] = []
    var page: [PagedLine] = []
    var members = chain[...]
    for (index, line) in lines.enumerated() {
      var line = line
      let isMember = members.first == index
      if isMember {
        members = members.dropFirst()
        line.role = .furniture
        if lone[index] == nil, !page.isEmpty {
          cut.append(page)
          page = []
        }
      }
      line.page = cut.count + 1
      page.append(line)
      if isMember, lone[index] != nil {
        cut.append(page)
        page = []
      }
    }
    cut.append(page)
    pages = cut
  }

  /// The number of a page beside its running head: `54 Securing AI Model Weights`.
  private static func numberOfHead(_ text: String, _ signs: PagedText.Signs) -> Int? {
    guard text.utf8.count < 160,
      let first = text.utf8.first, let last = text.utf8.last,
      (0x30...0x39).contains(first) || (0x30...0x39).contains(last)
    else { return nil }
    let words = text.split(separator: " ")
    guard words.count > 1, signs.isHead(text) else { return nil }
    return loneNumber(String(words[0])) ?? loneNumber(String(words[words.count - 1]))
  }

  /// Cuts before running heads with their page number.
  private mutating func cutAtHeads(_ signs: PagedText.Signs) {
    var cut: [[PagedLine]] = [[]]
    for line in pages.flatMap(\.self) {
      if line.text.utf8.count < 160, line.text.contains(where: \.isNumber), signs.isHead(line.text)
      {
        cut.append([])
      }
      var line = line
      line.page = cut.count
      cut[cut.count - 1].append(line)
    }
    pages = cut
  }

  /// The positions of the sequence of numbers that go up by 1, 2 or 3 and weigh most.
  static func longestChain(_ numbers: [Int?], weights: [Int]) -> [Int] {
    var ends: [Int: (weight: Int, position: Int)] = [:]
    var before: [Int: Int] = [:]
    var best: (weight: Int, position: Int)?
    for (position, number) in numbers.enumerated() {
      guard let number else { continue }
      let previous = (1...3).compactMap { ends[number - $0] }.max { $0.weight < $1.weight }
      let weight = (previous?.weight ?? 0) + weights[position]
      guard weight > (ends[number]?.weight ?? 0) else { continue }
      before[position] = previous?.position
      ends[number] = (weight, position)
      if weight > (best?.weight ?? 0) { best = (weight, position) }
    }
    var chain: [Int] = []
    var position = best?.position
    while let place = position {
      chain.append(place)
      position = before[place]
    }
    return chain.reversed()
  }
}
