internal import ControlModel

/// Finds phases, principles and provisions in the lines of ETSI EN 304 223 or TS 104 223.
struct ProvisionReader: Sendable {
  private(set) var entries: [ImportedEntry] = []
  private(set) var unplaced: [UnplacedText] = []
  private(set) var surroundingBlocks = 0
  private(set) var notes: [(text: String, line: Int?)] = []

  private let lines: [PagedLine]
  private let words: Set<String>
  /// Headings of principles that have provisions under them, by line.
  private var headings: [Int: ClauseHeading] = [:]
  /// Where provisions start, by line.
  private var starts: [Int: (number: ProvisionNumber, rest: String)] = [:]
  private var principle: String?
  private var phase = ""
  private var isClosed = false
  private var target = Target.none
  private var isInList = false
  /// Whether the line before was told to belong to no entry.
  private var isStray = false

  /// Where the next line of text goes to.
  private enum Target {
    case none
    case statement
    case roles
    case note
  }

  /// For `PagedText`.
  static let signs = PagedText.Signs(
    isHead: ETSIDesignation.isFurniture,
    isContent: {
      ProvisionNumber.split($0) != nil || ClauseHeading($0) != nil
        || ProvisionLook.noteOpening($0) != nil
    },
    lowestPage: 1)

  init(_ text: PagedText) {
    let marks = LoneMarks(text.lines.filter { $0.role == .body })
    lines = marks.lines
    words = text.words
    surroundingBlocks = text.lines.count - lines.count
    headings = chosenHeadings()
    starts = chosenStarts()
    read()
    if let first = marks.left.first {
      let shown = marks.left.map { "'\($0.text)'" }.joined(separator: " ")
      notes.append(
        (
          "the marks of \(marks.left.count) points stand apart from their text: \(shown)",
          first.line
        ))
    }
  }

  // MARK: Where headings and provisions stand

  /// The contents have the same headings: the place with most provisions is the heading.
  private func chosenHeadings() -> [Int: ClauseHeading] {
    let places = lines.indices.compactMap { index in
      ClauseHeading(lines[index].text).flatMap { $0.isPrinciple ? (index, $0) : nil }
    }
    var best: [String: (index: Int, heading: ClauseHeading, provisions: Int)] = [:]
    for (position, (index, heading)) in places.enumerated() {
      let end = position + 1 < places.count ? places[position + 1].0 : lines.count
      let provisions = lines[index..<end].count {
        ProvisionNumber.split($0.text)?.number.clause == heading.parts
      }
      if provisions > best[heading.id]?.provisions ?? 0 {
        best[heading.id] = (index, heading, provisions)
      }
    }
    return Dictionary(uniqueKeysWithValues: best.values.map { ($0.index, $0.heading) })
  }

  /// A provision starts where its number opens a paragraph; in running text a number that a line
  /// break has put to the start of a line is a reference.
  private func chosenStarts() -> [Int: (number: ProvisionNumber, rest: String)] {
    let first = headings.keys.min() ?? 0
    var clear: [ProvisionNumber: Int] = [:]
    var vague: [ProvisionNumber: [Int]] = [:]
    var found: [Int: (number: ProvisionNumber, rest: String)] = [:]
    for index in first..<max(first, lines.count) {
      guard let split = ProvisionNumber.split(lines[index].text) else { continue }
      found[index] = split
      if opens(index, split.rest) {
        if clear[split.number] == nil { clear[split.number] = index }
      } else if split.rest.first?.isLowercase != true {
        vague[split.number, default: []].append(index)
      }
    }
    for (number, places) in vague where clear[number] == nil && places.count == 1 {
      clear[number] = places[0]
    }
    let chosen = Set(clear.values)
    return found.filter { chosen.contains($0.key) }
  }

  private func opens(_ index: Int, _ rest: String) -> Bool {
    if let letter = rest.first, !letter.isUppercase, !"“\"‘(".contains(letter) { return false }
    guard index > 0 else { return true }
    let line = lines[index]
    let before = lines[index - 1].text
    return line.hasGap && !line.opensPage || headings[index - 1] != nil
      || RoleLine.content(of: before) != nil || ProvisionLook.references(in: before) != nil
      || line.mayOpenParagraph(after: before)
  }

  // MARK: Reading

  private mutating func read() {
    guard let first = (Array(headings.keys) + Array(starts.keys)).min() else {
      surroundingBlocks += lines.count
      return
    }
    var start = first
    for index in max(0, first - 8)..<first where Self.phase(lines[index].text) != nil {
      start = index
      break
    }
    surroundingBlocks += start
    var index = start
    while index < lines.count { index += read(index) }
    for index in entries.indices where entries[index].kind == .provision { readVerbs(of: index) }
  }

  /// Reads what starts at a line; gives the number of lines that it takes.
  private mutating func read(_ index: Int) -> Int {
    let line = lines[index]
    if let heading = headings[index] { return open(heading, at: index) }
    if let phase = Self.phase(line.text), line.mayOpenParagraph(after: lastText) {
      open(phase, line)
    } else if closes(line) {
      isClosed = true
      target = .none
      surroundingBlocks += 1
    } else if let (number, rest) = starts[index], !isClosed || headings.isEmpty {
      add(number, rest, line)
    } else if isClosed {
      surroundingBlocks += 1
    } else {
      add(line)
    }
    return 1
  }

  private static func phase(_ text: String) -> ClauseHeading? {
    guard let heading = ClauseHeading(text), !heading.isPrinciple else { return nil }
    let names = ["design", "development", "deployment", "maintenance", "endoflife"]
    return names.contains { SquashedText.squash(heading.title) == "secure" + $0 } ? heading : nil
  }

  private mutating func open(_ heading: ClauseHeading, _ line: PagedLine) {
    phase = heading.id
    principle = nil
    isClosed = false
    target = .none
    isStray = false
    guard !entries.contains(where: { $0.id == heading.id }) else { return }
    entries.append(
      ImportedEntry(id: heading.id, kind: .section, title: heading.title, locator: line.locator))
  }

  private mutating func open(_ heading: ClauseHeading, at index: Int) -> Int {
    var title = heading.title
    var span = 1
    while index + span < lines.count, continuesTitle(lines[index + span], of: lines[index], title) {
      LineJoining.append(lines[index + span].text, to: &title, words: words)
      span += 1
    }
    principle = heading.id
    isClosed = false
    target = .none
    isStray = false
    entries.append(
      ImportedEntry(
        id: heading.id, kind: .principle, parent: String(heading.id.prefix(3)), title: title,
        locator: lines[index].locator))
    return span
  }

  /// A long heading goes on in the next line, in the same type.
  private func continuesTitle(_ line: PagedLine, of heading: PagedLine, _ title: String) -> Bool {
    guard !line.hasGap, !line.opensPage, title.utf8.count < 160, line.text.utf8.count < 80,
      RoleLine.content(of: line.text) == nil, ProvisionLook.references(in: line.text) == nil,
      ProvisionLook.noteOpening(line.text) == nil, ProvisionNumber.split(line.text) == nil,
      ClauseHeading(line.text) == nil, line.text.last != "."
    else { return false }
    if heading.size > 0 {
      return abs(line.size - heading.size) < heading.size * 0.08 && line.isBold == heading.isBold
    }
    return title.utf8.count >= 30
  }

  /// What stands after clause 5.
  private func closes(_ line: PagedLine) -> Bool {
    guard principle != nil, line.text.utf8.count < 80, line.text.last != "." else { return false }
    let words = line.text.split(separator: " ")
    guard let first = words.first else { return false }
    if first == "Annex", words.count > 2,
      ["(informative", "(normative"].contains(where: {
        words[2].hasPrefix($0)
      })
    {
      return true
    }
    guard line.mayOpenParagraph(after: lastText) else { return false }
    if first == "Annex", words.count > 1, words[1].count <= 2 { return true }
    if line.text == "History" || line.text == "Bibliography" || line.text == "Document history" {
      return true
    }
    return first == "6" && words.count < 8 && words.dropFirst().first?.first?.isUppercase == true
  }

  private var lastText: String {
    guard let last = entries.last else { return "" }
    if target == .note { return last.notes.last ?? "" }
    return last.statement.isEmpty ? "" : last.statement
  }

  private mutating func add(_ number: ProvisionNumber, _ rest: String, _ line: PagedLine) {
    if principle != number.clauseText {
      notes.append(
        (
          "the heading of clause \(number.clauseText) was not found before \(number.text)",
          line.line
        ))
      principle = number.clauseText
    }
    let raw = ProvisionNumber.split(line.rawText)?.rest ?? rest
    entries.append(
      ImportedEntry(
        id: number.text, kind: .provision, parent: number.parent, statement: rest, rawText: raw,
        footnoteMarkers: line.footnoteMarkers, locator: line.locator))
    target = .statement
    isInList = false
    isStray = false
  }

  private mutating func add(_ line: PagedLine) {
    guard let last = entries.indices.last else {
      surroundingBlocks += 1
      return
    }
    if let note = ProvisionLook.note(line.text) {
      entries[last].notes.append(note)
      target = .note
      isStray = false
      return
    }
    // The lines of a stray paragraph go with its first one.
    isStray = isStray && !line.hasGap && !line.opensPage
    if isStray { return place(line, after: entries[last].id) }
    if entries[last].kind == .principle, addIntroduction(line, to: last) { return }
    switch target {
    case .statement where goesOn(line, after: entries[last].statement): append(line, to: last)
    case .roles where !(line.hasGap && !line.opensPage): extendRoles(line, of: last)
    case .note where !(line.hasGap && !line.opensPage): extendNote(line, of: last)
    case .note where line.text.first?.isLowercase == true && !Self.isWhole(lastText):
      extendNote(line, of: last)
    case .none where entries[last].kind == .principle: append(line, to: last)
    default:
      isStray = true
      place(line, after: entries[last].id)
    }
  }

  /// Between a principle's heading and its first provision stand the role line and the references.
  private mutating func addIntroduction(_ line: PagedLine, to index: Int) -> Bool {
    var text = line.text
    if let content = RoleLine.content(of: text), entries[index].roleLine.isEmpty {
      target = .roles
      if let bracket = content.firstIndex(of: "[") {
        entries[index].references += ProvisionLook.references(in: String(content[bracket...])) ?? []
        text = FoldedText.fold(content[..<bracket])
      } else {
        text = content
      }
      setRoles(text, of: index)
      return true
    }
    guard let references = ProvisionLook.references(in: text) else { return false }
    entries[index].references += references
    target = .none
    return true
  }

  private mutating func extendRoles(_ line: PagedLine, of index: Int) {
    setRoles(entries[index].roleLine + " " + line.text, of: index)
  }

  private mutating func setRoles(_ text: String, of index: Int) {
    entries[index].roleLine = text
    entries[index].roles = RoleLine.roles(in: text)
  }

  private mutating func extendNote(_ line: PagedLine, of index: Int) {
    let place = entries[index].notes.count - 1
    guard place >= 0 else { return }
    LineJoining.append(line.text, to: &entries[index].notes[place], words: words)
  }

  /// Whether a line belongs to the provision above it.
  private mutating func goesOn(_ line: PagedLine, after text: String) -> Bool {
    guard !text.isEmpty else { return true }
    if isPoint(line, after: text) {
      isInList = true
      return true
    }
    guard line.hasGap, !line.opensPage else { return true }
    return !Self.isWhole(text)
  }

  /// Whether a line opens a point of a list. A dash that a line break has put to the start of a line
  /// in the middle of a sentence is none.
  private func isPoint(_ line: PagedLine, after text: String) -> Bool {
    guard ProvisionLook.isItem(line.text) else { return false }
    guard BulletMark.split(line.text)?.mark == .dash else { return true }
    return isInList || line.mayOpenParagraph(after: text)
  }

  /// Whether a text ends as a sentence does.
  private static func isWhole(_ text: String) -> Bool { ".!?”".contains(text.last ?? ".") }

  private mutating func append(_ line: PagedLine, to index: Int) {
    var (text, raw) = (line.text, line.rawText)
    if isPoint(line, after: entries[index].statement), let (_, rest) = BulletMark.split(text),
      !rest.isEmpty
    {
      text = rest
      raw = BulletMark.split(raw)?.rest ?? raw
    }
    // `[i.` + `11]` is one reference.
    if entries[index].statement.hasSuffix("[i."), text.first?.isNumber == true {
      entries[index].statement += text
      entries[index].rawText += raw
    } else {
      LineJoining.append(text, to: &entries[index].statement, words: words)
      LineJoining.append(raw, to: &entries[index].rawText, words: words)
    }
    entries[index].footnoteMarkers += line.footnoteMarkers
  }

  private mutating func place(_ line: PagedLine, after id: String) {
    let position = "after \(id)"
    if !line.hasGap, let last = unplaced.last, last.position == position {
      LineJoining.append(line.rawText, to: &unplaced[unplaced.count - 1].text, words: words)
    } else {
      unplaced.append(
        UnplacedText(text: line.rawText, position: position, locator: line.locator))
    }
  }

  private mutating func readVerbs(of index: Int) {
    let verbs = ModalVerbs(in: entries[index].statement)
    entries[index].modality = verbs.primary
    entries[index].secondaryModality = verbs.secondary
  }
}
