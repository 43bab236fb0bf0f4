/// Finds the footnotes and markers that the foot of a page does not show by itself, in a plain text:
/// both count up through the document, and a note stands behind its marker.
///
/// A converter may write notes between paragraphs, or before bullets that it has moved. What may be
/// a note or a marker and cannot be told for sure stays, and its line says so.
struct FootnoteSequence {
  private var pages: [[PagedLine]]
  private let signs: PagedText.Signs
  /// Whether each page has blank lines.
  private let hasGaps: [Bool]
  /// Markers that were taken out or may be some, in the order of the document.
  private var markers: [Place] = []
  /// Numbers of markers → pages → their places in `markers`.
  private var byNumber: [Int: [Int: [Int]]] = [:]
  /// Numbers of notes → the pages on which they begin.
  private var notes: [Int: Set<Int>] = [:]

  private struct Place {
    var page: Int
    var line: Int
    var number: Int
    /// Nil for one that was taken out before.
    var marker: NoteMarker?
    var isTaken: Bool
  }

  /// What is looked at around a note in a text without pages.
  private static let reach = 200
  /// Lines of the longest note.
  private static let noteLimit = 15

  /// Marks notes and takes out markers.
  static func mark(_ pages: inout [[PagedLine]], signs: PagedText.Signs) {
    var sequence = FootnoteSequence(pages: pages, signs: signs)
    sequence.findMarkers()
    sequence.findNotes()
    sequence.takeMarkers()
    sequence.tellDoubts()
    pages = sequence.pages
  }

  private init(pages: [[PagedLine]], signs: PagedText.Signs) {
    self.pages = pages
    hasGaps = pages.map { $0.dropFirst().contains { $0.hasGap && $0.role == .body } }
    self.signs = signs
  }

  // MARK: What may be a marker

  private mutating func findMarkers() {
    for page in pages.indices {
      let hasTable = pages[page].lazy.filter { TextPages.loneNumber($0.text) != nil }.count >= 20
      for line in pages[page].indices where pages[page][line].role == .body {
        for number in pages[page][line].footnoteMarkers.compactMap({ Int($0) }) {
          add(Place(page: page, line: line, number: number, marker: nil, isTaken: true))
        }
        for marker in NoteMarker.all(in: pages[page][line].text)
        where marker.kind != .alone || !hasTable {
          add(
            Place(page: page, line: line, number: marker.number, marker: marker, isTaken: false))
        }
      }
    }
  }

  private mutating func add(_ place: Place) {
    byNumber[place.number, default: [:]][place.page, default: []].append(markers.count)
    markers.append(place)
  }

  /// The markers of a number on some pages. A note has one: where there are very many, the number is
  /// something else.
  private func places(of number: Int, on pages: ClosedRange<Int>) -> [Int] {
    guard let known = byNumber[number] else { return [] }
    let found = pages.lazy.map { known[$0] ?? [] }
    return found.reduce(0) { $0 + $1.count } > 100 ? [] : found.flatMap(\.self)
  }

  // MARK: Notes

  private mutating func findNotes() {
    var last = 0
    for page in pages.indices {
      var line = 0
      while line < pages[page].count {
        let number = opening(page, line)
        if let number, pages[page][line].role == .footnote {
          notes[number, default: []].insert(page)
          last = number
        } else if let number, goesOn(number, from: last), hasMarker(number, before: page, line),
          !signs.isContent(pages[page][line].text)
        {
          notes[number, default: []].insert(page)
          last = number
          line = markNote(page, line)
          continue
        }
        line += 1
      }
    }
  }

  /// The number of a note that may begin on a line.
  private func opening(_ page: Int, _ line: Int) -> Int? {
    let text = pages[page][line].text
    let isHead = pages[page][line].role == .furniture
    if isHead && signs.isHead(text) || text.contains("...") { return nil }
    if let number = FootnoteTails.number(text) { return number }
    guard !isHead, let number = TextPages.loneNumber(text), line + 1 < pages[page].count,
      TextPages.loneNumber(pages[page][line + 1].text) == nil
    else { return nil }
    let next = pages[page][line + 1].text
    return FootnoteTails.opensNote(next) && !next.contains("...") ? number : nil
  }

  /// Notes may begin anew in a chapter, and one or two may not have been seen.
  private func goesOn(_ number: Int, from last: Int) -> Bool {
    last == 0 || number <= 3 || (last + 1...last + 4).contains(number)
  }

  /// Whether a marker stands before a line, on its page or the one before.
  private func hasMarker(_ number: Int, before page: Int, _ line: Int) -> Bool {
    places(of: number, on: page - 1...page).contains { index in
      let place = markers[index]
      // A number alone may be that of a page or of the note before.
      if !place.isTaken, place.marker?.kind == .alone, number <= 5 || place.page != page {
        return false
      }
      if place.page == page {
        return place.line < line
          && (pages.count > 1 || line - place.line <= Self.reach)
      }
      return place.page == page - 1
    }
  }

  /// Marks the lines of a note, and gives the line behind it.
  private mutating func markNote(_ page: Int, _ start: Int) -> Int {
    let isAlone = TextPages.loneNumber(pages[page][start].text) != nil
    var line = start
    while line < pages[page].count, line - start < Self.noteLimit {
      let text = pages[page][line].text
      if line > start {
        let isText = isAlone && line == start + 1
        // A note that has not ended goes on behind a blank line.
        let mayEnd = pages[page][line].hasGap && !FootnoteTails.isOpen(pages[page][line - 1].text)
        guard pages[page][line].role != .furniture, BulletMark.split(text) == nil,
          !signs.isContent(text), isText || opening(page, line) == nil, isText || !mayEnd
        else { break }
      }
      pages[page][line].role = .footnote
      line += 1
    }
    // Without blank lines nothing tells where the note ends but a bullet or the end of its page.
    let goesOn = line < pages[page].count && opening(page, line) == nil
    if !hasGaps[page], goesOn, line - start > 1, let before = lastBody(page, before: start) {
      pages[page][before].doubt = .notesEnd
    }
    return line
  }

  private func lastBody(_ page: Int, before line: Int) -> Int? {
    pages[page][..<line].lastIndex { $0.role == .body }
  }

  // MARK: Taking markers out

  private mutating func takeMarkers() {
    let accepted = markers.indices.filter(isMarker)
    // From the end of each line, so that places stay valid.
    for index in accepted.reversed() {
      let place = markers[index]
      guard let marker = place.marker, pages[place.page][place.line].role == .body else { continue }
      take(marker, at: place)
      markers[index].isTaken = true
    }
  }

  private mutating func take(_ marker: NoteMarker, at place: Place) {
    let digits = String(marker.number)
    guard marker.kind == .alone else {
      var bytes = Array(pages[place.page][place.line].text.utf8)
      bytes.removeSubrange(marker.range)
      pages[place.page][place.line].text = FoldedText.fold(
        String(decoding: bytes, as: UTF8.self))
      pages[place.page][place.line].footnoteMarkers.insert(digits, at: 0)
      return
    }
    pages[place.page][place.line].role = .furniture
    if let before = lastBody(place.page, before: place.line) {
      pages[place.page][before].footnoteMarkers.append(digits)
    }
  }

  private func isMarker(_ index: Int) -> Bool {
    let place = markers[index]
    guard let marker = place.marker, pages[place.page][place.line].role == .body else {
      return false
    }
    let isNoted = isNoted(place)
    switch marker.kind {
    case .closed: return isNoted || goesOn(index, by: -1) || goesOn(index, by: 1)
    case .word: return isNoted || goesOn(index, by: -1) && goesOn(index, by: 1)
    case .loose, .alone:
      guard !hasOther(index) else { return false }
      return isNoted || marker.number > 5 && goesOn(index, by: -1) && goesOn(index, by: 1)
    }
  }

  private func isNoted(_ place: Place) -> Bool {
    guard let pages = notes[place.number] else { return false }
    return pages.contains(place.page) || pages.contains(place.page + 1)
  }

  /// Whether another marker nearby counts one or two up from this one, or down to it.
  private func goesOn(_ index: Int, by step: Int) -> Bool {
    let number = markers[index].number
    return (1...4).contains { distance in
      let other = index + step * distance
      guard markers.indices.contains(other) else { return false }
      let place = markers[other]
      guard place.isTaken || place.marker?.kind == .closed else { return false }
      return (1...2).contains((place.number - number) * step)
    }
  }

  /// Whether a marker of the same number stands nearby that can be nothing else.
  private func hasOther(_ index: Int) -> Bool {
    let page = markers[index].page
    return places(of: markers[index].number, on: page - 1...page + 1).contains { other in
      guard other != index else { return false }
      return markers[other].isTaken || markers[other].marker?.kind == .closed
        || markers[other].marker?.kind == .word
    }
  }

  // MARK: What is left

  /// Marks the lines that may hold a note or a marker still: their numbers are among those of the
  /// notes around them.
  private mutating func tellDoubts() {
    let ranges = numbersByPage()
    for place in markers where !place.isTaken {
      guard let marker = place.marker, pages[place.page][place.line].role == .body,
        let range = ranges[place.page], range.contains(place.number)
      else { continue }
      let isLoose = marker.kind == .loose || marker.kind == .alone
      if !isLoose || !hasTaken(place) { pages[place.page][place.line].doubt = .marker }
    }
    for page in pages.indices {
      guard let range = ranges[page] else { continue }
      for line in pages[page].indices where pages[page][line].role == .body {
        guard let number = FootnoteTails.number(pages[page][line].text), range.contains(number)
        else { continue }
        pages[page][line].doubt = .note
      }
    }
  }

  private func hasTaken(_ place: Place) -> Bool {
    places(of: place.number, on: place.page - 1...place.page + 1).contains { markers[$0].isTaken }
  }

  /// The numbers of notes and markers on a page and those beside it, with a few around them.
  private func numbersByPage() -> [Int: ClosedRange<Int>] {
    var own: [Int: ClosedRange<Int>] = [:]
    func add(_ number: Int, _ page: Int) {
      let range = own[page] ?? number...number
      own[page] = min(range.lowerBound, number)...max(range.upperBound, number)
    }
    for (number, places) in notes { for page in places { add(number, page) } }
    for place in markers where place.isTaken { add(place.number, place.page) }
    guard pages.count > 1 else { return own }
    var wide: [Int: ClosedRange<Int>] = [:]
    for page in pages.indices {
      let near = (page - 1...page + 1).compactMap { own[$0] }
      guard let low = near.map(\.lowerBound).min(), let high = near.map(\.upperBound).max() else {
        continue
      }
      wide[page] = max(1, low - 3)...high + 3
    }
    return wide
  }
}
