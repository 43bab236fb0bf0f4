/// Finds running heads, feet and page numbers of a plain text's pages.
enum TextFurniture {
  /// Marks them. Lines near an edge that come again on other pages, lone numbers at an edge, and
  /// what the reader knows as a head are furniture; what it knows as content is not.
  static func mark(_ pages: inout [[PagedLine]], signs: PagedText.Signs) {
    let repeated = repeatedKeys(pages)
    let notices = notices(pages)
    for page in pages.indices {
      for index in pages[page].indices where pages[page][index].role == .body {
        let text = pages[page][index].text
        guard text.utf8.count < 160, !signs.isContent(text) else { continue }
        if signs.isHead(text) || TextPages.isPageMark(text)
          || !notices.isEmpty && notices.contains(key(text))
        {
          pages[page][index].role = .furniture
        }
      }
      guard pages.count > 2 else { continue }
      for index in edges(of: pages[page]) {
        let text = pages[page][index].text
        guard text.utf8.count < 160, !signs.isContent(text) else { continue }
        if isPageNumber(text, signs) || repeated.contains(key(text)) {
          pages[page][index].role = .furniture
        }
      }
    }
  }

  /// The first two and the last two lines of a page, and those next to them where what stands outside
  /// is furniture already, or a bullet without its text: a number may stand above the feet of its page.
  private static func edges(of page: [PagedLine]) -> [Int] {
    let body = page.indices.filter {
      page[$0].role == .body && BulletMark.split(page[$0].text)?.rest.isEmpty != true
    }
    let outer = page.indices.prefix(2) + page.indices.suffix(2)
    return Set(outer.filter { page[$0].role == .body } + body.prefix(1) + body.suffix(1)).sorted()
  }

  /// Heads come on every tenth page at least, open with a capital or a number, and are no sentence.
  /// A browser prints the address of the page below.
  private static func repeatedKeys(_ pages: [[PagedLine]]) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in pages {
      let edges = page.count <= 4 ? page[...] : page.prefix(2) + page.suffix(2)
      let keys = edges.lazy.filter { line in
        line.text.utf8.count < 120 && line.text.last != "."
          && (line.text.first?.isUppercase == true || line.text.first?.isNumber == true
            || isAddress(line.text))
      }
      for key in Set(keys.map { key($0.text) }) { counts[key, default: 0] += 1 }
    }
    let needed = max(3, pages.count / 10)
    return Set(
      counts.lazy.filter { $0.value >= needed && $0.key.contains(where: \.isLetter) }.map(\.key))
  }

  /// Whose copy it is, and what may be done with it: such lines may stand anywhere on a page.
  private static func notices(_ pages: [[PagedLine]]) -> Set<String> {
    guard pages.count >= 3 else { return [] }
    let signs = [
      "licensed to", "licenced to", "copyright", "©", "downloaded", "confidential", "single user",
      "draft", "uncontrolled",
    ].map { Array($0.utf8) }
    var counts: [String: Int] = [:]
    for page in pages {
      let lines = page.lazy.filter { line in
        line.text.utf8.count < 120
          && signs.contains { ByteSearch.holdsIgnoringCase($0, in: line.text) }
      }
      for key in Set(lines.map { key($0.text) }) { counts[key, default: 0] += 1 }
    }
    return Set(counts.lazy.filter { $0.value >= 3 && $0.value * 2 >= pages.count }.map(\.key))
  }

  /// The text with numbers made equal.
  private static func key(_ text: String) -> String {
    var key = ""
    for character in text {
      if character.isNumber {
        if key.last != "#" { key.append("#") }
      } else {
        key.append(character)
      }
    }
    return key
  }

  private static func isAddress(_ text: String) -> Bool {
    ["http://", "https://", "file:///"].contains { text.hasPrefix($0) }
      && text.split(separator: " ").count <= 2
  }

  /// A number alone, but not a digit that may be a score of a table; a Roman one; `Page 3 of 19`, `3/19`.
  private static func isPageNumber(_ text: String, _ signs: PagedText.Signs) -> Bool {
    if let number = TextPages.loneNumber(text) { return number >= signs.lowestPage }
    if text.utf8.count <= 16 {
      var words = text.lowercased().split { " /-–—".contains($0) }
      words.removeAll { $0 == "page" || $0 == "of" }
      let hasMark = text.contains("/") || text.lowercased().contains("page")
      if hasMark, (1...2).contains(words.count),
        words.allSatisfy({ TextPages.loneNumber(String($0)) != nil })
      {
        return true
      }
    }
    return text.utf8.count <= 6 && text.allSatisfy { "ivxl".contains($0) }
  }
}
