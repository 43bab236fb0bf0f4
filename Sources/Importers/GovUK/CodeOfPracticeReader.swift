internal import ControlModel

/// Finds sections, principles and provisions among the blocks of the Code.
struct CodeOfPracticeReader {
  private(set) var entries: [ImportedEntry] = []
  private(set) var unplaced: [UnplacedText] = []
  private(set) var surroundingBlocks = 0
  private(set) var notes: [(text: String, line: Int)] = []

  private let blocks: [TextBlock]
  /// The blocks that are the heading of a principle, by index.
  private var headings: [Int: Int] = [:]
  private var section = ""
  private var principle: Int?
  private var isClosed = false
  /// The list point that holds the last provision.
  private var item: Int?
  /// Whether points of a list may still belong to the last provision.
  private var takesPoints = false
  /// Whether the open principle's list counts without printing numbers.
  private var isCounting = false

  init(_ blocks: [TextBlock]) {
    self.blocks = Self.joiningNumbers(blocks)
    headings = chosenHeadings()
    read()
    for index in entries.indices where entries[index].kind == .provision { readVerbs(of: index) }
  }

  /// `Principle 3: Title` in its variants, or nil.
  static func principle(_ text: String) -> (number: Int, title: String)? {
    let text = withoutHeadingNumber(text)
    guard let letter = text.utf8.first, letter | 0x20 == UInt8(ascii: "p") else { return nil }
    let opening = "principle "
    guard text.prefix(opening.count).lowercased() == opening else { return nil }
    let rest = text.dropFirst(opening.count)
    let digits = rest.prefix { $0.isNumber }
    guard let number = Int(digits), (1...99).contains(number) else { return nil }
    let after = rest.dropFirst(digits.count)
    guard let mark = after.first, mark == " " || ":.–—-".contains(mark) else { return nil }
    let title = after.drop { $0 == " " || ":.–—-".contains($0) }
    guard let first = title.first, first.isUppercase || first == "“" else { return nil }
    return (number, FoldedText.fold(String(title)))
  }

  /// The titles of the five phases: `Secure Design` … `Secure End of Life`.
  static func isSectionTitle(_ text: String) -> Bool {
    let text = withoutHeadingNumber(text)
    guard let letter = text.utf8.first, letter | 0x20 == UInt8(ascii: "s") else { return false }
    guard text.utf8.count < 60 else { return false }
    let words = text.lowercased().split { !$0.isLetter }
    let phases = ["design", "development", "deployment", "maintenance", "end of life"]
    return words.first == "secure" && phases.contains(words.dropFirst().joined(separator: " "))
  }

  /// Some pages number their headings: `5. Secure Design`, `5.1 Principle 1: …`.
  private static func withoutHeadingNumber(_ text: String) -> String {
    // What is long is no heading, and to fold it takes its time.
    guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count < 400 else {
      return text
    }
    let number = text.prefix { $0.isNumber || $0 == "." }
    let rest = text.dropFirst(number.count)
    guard number.utf8.count <= 6, rest.first?.isWhitespace == true else { return text }
    return FoldedText.fold(String(rest))
  }

  /// A number that stands in a block of its own (a table's cell, a list's term) belongs to the
  /// block after it.
  private static func joiningNumbers(_ blocks: [TextBlock]) -> [TextBlock] {
    var joined: [TextBlock] = []
    var number: TextBlock?
    for var block in blocks {
      if let lone = number {
        block.text = lone.text + " " + block.text
        block.rawText = lone.text + " " + block.rawText
        block.line = lone.line
        block.kind = .paragraph
        number = nil
      } else if !block.isHeading, let split = ClauseNumber.split(block.text), split.rest.isEmpty {
        number = block
        continue
      }
      joined.append(block)
    }
    if let number { joined.append(number) }
    return joined
  }

  /// A title stands in the contents, in a list of the introduction, and over its provisions: the
  /// place with most provisions is the heading.
  private func chosenHeadings() -> [Int: Int] {
    var places: [(index: Int, number: Int)] = []
    for (index, block) in blocks.enumerated() {
      if let (number, _) = Self.principle(block.text), block.text.utf8.count < 300 {
        places.append((index, number))
      }
    }
    var best: [Int: (index: Int, clauses: Int, isHeading: Bool)] = [:]
    for (position, place) in places.enumerated() {
      let end = position + 1 < places.count ? places[position + 1].index : blocks.count
      let clauses = blocks[place.index..<end].count {
        ClauseNumber.split($0.text)?.number.major == place.number
      }
      let isHeading = blocks[place.index].isHeading
      if let known = best[place.number],
        (known.clauses, known.isHeading ? 1 : 0) > (clauses, isHeading ? 1 : 0)
      {
        continue
      }
      best[place.number] = (place.index, clauses, isHeading)
    }
    return Dictionary(uniqueKeysWithValues: best.map { ($1.index, $0) })
  }

  private mutating func read() {
    let first = headings.keys.min() ?? blocks.count
    var start = first
    if start > 0, Self.isSectionTitle(blocks[start - 1].text) || isHeadingAbove(start) {
      start -= 1
    }
    surroundingBlocks = start
    for index in start..<blocks.count { read(index) }
  }

  private func isHeadingAbove(_ index: Int) -> Bool {
    guard index > 0, index < blocks.count, case .heading(let level) = blocks[index].kind,
      case .heading(let above) = blocks[index - 1].kind
    else { return false }
    return above < level
  }

  private mutating func read(_ index: Int) {
    let block = blocks[index]
    if headings[index] != nil, let (number, title) = Self.principle(block.text) {
      openPrinciple(number, title: title, block)
    } else if Self.isSectionTitle(block.text)
      || (headings[index + 1] != nil && index + 1 < blocks.count && isHeadingAbove(index + 1))
    {
      openSection(block)
    } else if block.isHeading || Self.closes(block.text) {
      if isClosed || principle == nil {
        surroundingBlocks += 1
      } else {
        isClosed = true
        surroundingBlocks += 1
      }
    } else if let (number, rest) = ClauseNumber.split(block.text), belongs(number) {
      addProvision(number, rest, block)
    } else if isClosed || Self.isNote(block.text) {
      surroundingBlocks += 1
    } else {
      addText(block)
    }
  }

  private mutating func openSection(_ block: TextBlock) {
    section = Self.slug(Self.withoutHeadingNumber(block.text))
    principle = nil
    isClosed = false
    entries.append(
      ImportedEntry(
        id: section, kind: .section, title: Self.withoutHeadingNumber(block.text),
        locator: block.locator))
  }

  private mutating func openPrinciple(_ number: Int, title: String, _ block: TextBlock) {
    principle = number
    isClosed = false
    item = nil
    takesPoints = false
    isCounting = false
    entries.append(
      ImportedEntry(
        id: "P\(number)", kind: .principle, parent: section, title: title,
        locator: block.locator))
  }

  /// Annexes and the like end the body in plain text, which has no headings.
  static func closes(_ text: String) -> Bool {
    guard text.utf8.count < 100 else { return false }
    let words = text.lowercased().split(separator: " ")
    guard let first = words.first, words.count <= 8, text.last != "." else { return false }
    return ["annex", "appendix", "glossary", "bibliography", "footnotes", "acknowledgements"]
      .contains(String(first.filter(\.isLetter)))
  }

  /// A footnote of a web page, in a form that has lost its elements: it leads back to its marker.
  static func isNote(_ text: String) -> Bool {
    text.utf8.count > 3 && (text.hasSuffix("↩") || text.hasSuffix("↩\u{FE0E}"))
  }

  /// A number that goes with the open principle; or, where its heading is lost, with a later one.
  private func belongs(_ number: ClauseNumber) -> Bool {
    guard let principle else { return !isClosed && !entries.isEmpty }
    if isClosed { return false }
    return number.major == principle || (number.major > principle && number.major <= principle + 2)
  }

  private mutating func addProvision(_ number: ClauseNumber, _ text: String, _ block: TextBlock) {
    if principle != number.major, !entries.contains(where: { $0.id == "P\(number.major)" }) {
      notes.append(
        (
          "the heading of principle \(number.major) was not found before \(number.text)",
          block.line
        ))
      principle = number.major
    }
    var raw = block.rawText
    if let split = ClauseNumber.split(block.rawText) { raw = split.rest }
    entries.append(
      ImportedEntry(
        id: number.text, kind: .provision, parent: number.parent?.text ?? "P\(number.major)",
        statement: text, rawText: raw, footnoteMarkers: block.footnoteMarkers,
        locator: block.locator))
    item = block.item
    takesPoints = text.last == ":"
  }

  private mutating func addText(_ block: TextBlock) {
    guard let last = entries.indices.last else {
      surroundingBlocks += 1
      return
    }
    switch entries[last].kind {
    case .principle:
      addIntroduction(block, to: last)
    case .provision
    where (block.item != nil && block.item == item && !block.startsItem)
      || (takesPoints && isPoint(block)):
      entries[last].statement += " " + block.text
      entries[last].rawText += " " + block.rawText
      entries[last].footnoteMarkers += block.footnoteMarkers
    case .provision where isCounting && countedNumber(block) != nil:
      if let counted = countedNumber(block) { addCounted(counted, block) }
    default:
      unplaced.append(
        UnplacedText(
          text: block.rawText, position: "after \(entries[last].id)",
          locator: block.locator))
    }
  }

  /// Between a principle's heading and its first provision stand the role line, the reference
  /// line, and at times a sentence without a number.
  private mutating func addIntroduction(_ block: TextBlock, to index: Int) {
    if let roles = RoleLine.content(of: block.text), entries[index].roleLine.isEmpty {
      var line = roles
      // Without a blank line in between, the references stand in the same block.
      if let bracket = line.firstIndex(of: "[") {
        addReferences(String(line[bracket...]), to: index)
        line = FoldedText.fold(String(line[..<bracket]))
      }
      entries[index].roleLine = line
      entries[index].roles = RoleLine.roles(in: line)
    } else if block.text.hasPrefix("[") || block.text.hasSuffix("]") {
      addReferences(block.text, to: index)
    } else if let counted = countedNumber(block) {
      addCounted(counted, block)
    } else {
      let gap = entries[index].statement.isEmpty ? "" : " "
      entries[index].statement += gap + block.text
      entries[index].rawText += gap + block.rawText
      entries[index].footnoteMarkers += block.footnoteMarkers
    }
  }

  private mutating func addReferences(_ text: String, to index: Int) {
    entries[index].references += text.split(separator: ",").compactMap { part in
      let name = FoldedText.fold(part.filter { !"[]".contains($0) })
      let trimmed = name.last == "." ? String(name.dropLast()) : name
      return trimmed.isEmpty ? nil : trimmed
    }
  }

  private mutating func addCounted(_ number: ClauseNumber, _ block: TextBlock) {
    addProvision(number, block.text, block)
    isCounting = true
    notes.append(
      ("\(number.text) has no printed number: counted from its place in the list", block.line))
  }

  /// The number of a list point whose list counts without printing.
  private func countedNumber(_ block: TextBlock) -> ClauseNumber? {
    guard let principle, block.startsItem, (1...2).contains(block.ordinals.count) else {
      return nil
    }
    return ClauseNumber(parts: [principle] + block.ordinals)
  }

  private func isPoint(_ block: TextBlock) -> Bool {
    block.kind == .point || ["•", "-", "–", "*"].contains { block.text.hasPrefix($0 + " ") }
  }

  private mutating func readVerbs(of index: Int) {
    let verbs = ModalVerbs(in: entries[index].statement)
    entries[index].modality = verbs.primary
    entries[index].secondaryModality = verbs.secondary
  }

  private static func slug(_ title: String) -> String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
