/// Finds the notes at the foot of a plain text's pages, and takes their markers out of the text.
enum FootnoteTails {
  /// A page of print has some sixty lines; what has far more was not cut into pages.
  private static let lineLimit = 400

  /// Marks the notes: from a line that opens with a number to the end of its page, where the text
  /// above carries the same number as a fused marker, or the number goes on from the last note,
  /// and no content follows on the page.
  static func mark(_ pages: inout [[PagedLine]], signs: PagedText.Signs) {
    var last = 0
    var isOpen = false
    for page in pages.indices where pages[page].count <= lineLimit {
      var fused = FusedMarkers.firstLines(pages[page])
      let opening = start(of: pages[page], fused, after: last, signs: signs)
      defer { isOpen = opening != nil && endsOpen(pages[page], signs) }
      guard let opening else {
        if isOpen { tellRest(&pages[page][...]) }
        continue
      }
      let first = firstInRow(pages[page], opening)
      let rest = isOpen ? rest(in: pages[page], before: first) : nil
      let start = rest ?? first
      if isOpen, rest == nil { tellRest(&pages[page][..<first]) }
      var numbers: [String] = []
      if let index = pages[page][..<start].lastIndex(where: { $0.role == .body }),
        let (text, number) = withoutFusedNumber(pages[page], index, fused)
      {
        pages[page][index].text = text
        pages[page][index].rawText = text
        fused = FusedMarkers.firstLines(pages[page])
        numbers.append(String(number))
        last = number
      }
      for index in start..<pages[page].count where pages[page][index].role != .footnote {
        let text = pages[page][index].text
        let lone = TextPages.loneNumber(text)
        let isFurniture = pages[page][index].role == .furniture
        // Numbers on lines of their own may have lost their order; the last one stands where the
        // number of the page may be.
        let isMarked = lone != nil && fused[text, default: start] < start
        if let number = Self.number(text) ?? lone,
          isMarked || !isFurniture && (number == last + 1 || numbers.isEmpty)
        {
          numbers.append(String(number))
          last = numbers.count == 1 ? number : max(last, number)
        }
        if !isFurniture { pages[page][index].role = .footnote }
      }
      numbers = FusedMarkers.take(numbers, outOf: &pages[page][..<start])
      // A note that found no room stands on the next page.
      if page > 0 { _ = FusedMarkers.take(numbers, outOf: &pages[page - 1][...]) }
    }
  }

  /// The rest of a note that goes on overleaf was not found, and may stand at the end of the text.
  private static func tellRest(_ page: inout ArraySlice<PagedLine>) {
    guard let index = page.lastIndex(where: { $0.role == .body }) else { return }
    page[index].doubt = .restOfNote
  }

  /// Takes the markers of notes that are known already out of their page's text, where a converter
  /// has fused them to it.
  static func takeMarkers(outOf page: inout [PagedLine]) {
    let numbers = page.filter { $0.role == .footnote }.compactMap {
      number($0.text) ?? TextPages.loneNumber($0.text)
    }
    guard !numbers.isEmpty, page.count <= lineLimit else { return }
    _ = FusedMarkers.take(numbers.map(String.init), outOf: &page[...])
  }

  /// Whether the last note of a page goes on overleaf: it ends neither as a sentence nor with an
  /// address.
  private static func endsOpen(_ page: [PagedLine], _ signs: PagedText.Signs) -> Bool {
    // Lines of notes that come again on other pages were taken for feet.
    guard let first = page.firstIndex(where: { $0.role == .footnote }) else { return false }
    let line = page[first...].last { line in
      line.role != .body && TextPages.loneNumber(line.text) == nil
        && !TextPages.isPageMark(line.text) && !signs.isHead(line.text)
    }
    return line.map { isOpen($0.text) } ?? false
  }

  /// Whether the last line of a note ends neither as a sentence nor with an address.
  static func isOpen(_ text: String) -> Bool {
    guard let end = text.last else { return false }
    let word = text.split(separator: " ").last ?? ""
    return !".!?”)\"".contains(end) && !word.contains("/") && !word.contains("www.")
  }

  /// The first of the notes that lead up to one with the number before it, each: their markers may
  /// have been taken for something else.
  private static func firstInRow(_ page: [PagedLine], _ start: Int) -> Int {
    var first = start
    guard var wanted = number(page[start].text) else { return start }
    for index in (0..<start).reversed() where page[index].role == .body {
      guard start - index < 12, BulletMark.split(page[index].text) == nil else { break }
      if number(page[index].text) == wanted - 1 {
        wanted -= 1
        first = index
      }
    }
    return first
  }

  /// Where the rest of the note overleaf begins: a paragraph of a few lines before the first number,
  /// which goes on in the middle of a sentence. Where a text has no blank lines, it is the line
  /// that does so behind the end of a sentence.
  private static func rest(in page: [PagedLine], before number: Int) -> Int? {
    let hasGaps = page.dropFirst().contains { $0.hasGap && $0.role == .body }
    for index in (max(1, number - 4)..<max(1, number)).reversed() {
      guard page[index].role == .body, BulletMark.split(page[index].text) == nil else { return nil }
      let goesOn = page[index].text.first?.isLowercase == true
      if page[index].hasGap { return goesOn ? index : nil }
      if !hasGaps, goesOn, PagedLine.endsSentence(page[index - 1].text) { return index }
    }
    return nil
  }

  /// - Parameter fused: the numbers that stand as markers, each with its first line.
  private static func start(
    of page: [PagedLine], _ fused: [String: Int], after last: Int, signs: PagedText.Signs
  ) -> Int? {
    let body = page.indices.filter { page[$0].role == .body }
    let tail = body.lastIndex {
      BulletMark.split(page[$0].text) != nil || signs.isContent(page[$0].text)
    }
    let first = tail.map { $0 + 1 } ?? 0
    for position in max(0, first - 1)..<max(first, body.count) {
      if position + 1 < body.count, withoutFusedNumber(page, body[position], fused) != nil,
        opensNote(page[body[position + 1]].text)
      {
        return body[position + 1]
      }
      guard position >= first else { continue }
      let next = last > 0 ? last + 1...last + 3 : 0...0
      if opensWithLoneNumber(page, fused, body, position, next, signs) { return body[position] }
      guard let number = number(page[body[position]].text) else { continue }
      let isNext = next.contains(number)
      let digits = String(number)
      if isNext || fused[digits, default: page.count] < body[position] { return body[position] }
    }
    return nil
  }

  /// Whether a note's number stands on a line of its own, over its text or over the numbers of the
  /// notes that follow. A page with many lone digits is a table of scores.
  private static func opensWithLoneNumber(
    _ page: [PagedLine], _ fused: [String: Int], _ body: [Int], _ position: Int,
    _ next: ClosedRange<Int>, _ signs: PagedText.Signs
  ) -> Bool {
    guard let number = TextPages.loneNumber(page[body[position]].text),
      let text = body[position...].first(where: { TextPages.loneNumber(page[$0].text) == nil }),
      opensNote(page[text].text),
      page.count(where: { TextPages.loneNumber($0.text) != nil }) < 20
    else { return false }
    let digits = page[body[position]].text
    return next.contains(number) && number >= signs.lowestPage
      || fused[digits, default: page.count] < body[position]
  }

  /// Whether a line may be the first of a note's text.
  static func opensNote(_ text: String) -> Bool {
    guard let letter = text.first else { return false }
    return letter.isUppercase || letter.isNumber || "“\"‘(".contains(letter)
      || text.hasPrefix("http")
  }

  /// The last line above the notes, when a converter took their first number for the rest of its
  /// last word, which is parted there (`red-` and `6` are `red6`): the line with its hyphen, and
  /// the number.
  private static func withoutFusedNumber(
    _ page: [PagedLine], _ index: Int, _ fused: [String: Int]
  ) -> (text: String, number: Int)? {
    let text = page[index].text
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard (1...3).contains(digits), let number = Int(text.suffix(digits)) else { return nil }
    let word = text.dropLast(digits).reversed().prefix { $0 != " " }
    let before = text.dropLast(digits + word.count)
    guard word.count >= 2, word.allSatisfy(\.isLowercase),
      FusedMarkers.place(of: String(number), in: String(before)) != nil
        || fused[String(number), default: index] < index
    else { return nil }
    return (text.dropLast(digits) + "-", number)
  }

  /// The number of `12 See the report`, and of `12See the report`, as some converters write the
  /// raised number; or nil.
  static func number(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.utf8.count), let number = Int(digits), number > 0 else {
      return nil
    }
    let rest = text.dropFirst(digits.count)
    let open = rest.first == " " ? rest.dropFirst() : rest
    guard let letter = open.first else { return nil }
    if open.startIndex == rest.startIndex, !opensFused(open) { return nil }
    return letter.isUppercase || "“\"‘(".contains(letter) || rest.hasPrefix(" http") ? number : nil
  }

  /// Whether the text of a note may stand closed up to its number: `79See`, `80J. Doe`, but neither
  /// `2FA` nor `3D models`.
  private static func opensFused(_ text: Substring) -> Bool {
    guard let first = text.first, let next = text.dropFirst().first else { return false }
    if "“\"‘".contains(first) { return true }
    return first.isUppercase && (next.isLowercase || next == ".")
  }
}
