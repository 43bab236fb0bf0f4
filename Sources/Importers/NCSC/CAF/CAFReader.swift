internal import ControlModel

/// Finds objectives, principles, outcomes and indicators in the headings, texts and rows of the
/// CAF, whatever form they came from.
///
/// The levels of the headings are not regular, so a heading counts by what it says. Indicators
/// have no printed numbers: they are counted from the top of their column.
struct CAFReader {
  /// A line, and where it stands.
  typealias Piece = (content: MarkdownLine, locator: Locator)

  private(set) var entries: [ImportedEntry] = []
  private(set) var unplaced: [UnplacedText] = []
  private(set) var surroundingBlocks = 0

  private var state = State.outside
  private var locator = Locator()
  /// Whether it is a web page, which puts guidance between the requirements.
  private let isPage: Bool
  /// The column whose name is the last heading: its indicators come as texts.
  private var openColumn: IndicatorColumn?
  /// The last line was text, so that text in this line belongs to the same paragraph.
  private var isInText = false
  /// The columns of the open table; nil: none is open.
  private var columns: [IndicatorColumn?]?
  /// Whether the open table's first row, which says how to read its columns, may still come.
  private var awaitsRule = false
  private var indicators: [IndicatorColumn: [ImportedEntry]] = [:]
  /// Text after a foreign heading: the end of the body, unless the body goes on.
  private var pending: [UnplacedText] = []

  /// More entries and texts than any edition has, by far; what has more is not read on.
  static let pieceLimit = 20_000
  /// Whether the reading ended at `pieceLimit`.
  private(set) var isCut = false
  /// How many indicators wait for the end of their outcome.
  private var waiting = 0

  private enum State {
    case outside
    /// Inside an entry; its text may go on until its table comes.
    case inside(takesText: Bool)
    /// In a page's description of a principle or its guidance.
    case aside
  }

  init(_ pieces: some Sequence<Piece>, isPage: Bool = false) {
    self.isPage = isPage
    for piece in pieces {
      locator = piece.locator
      read(piece.content)
      isCut = entries.count + unplaced.count + pending.count + waiting > Self.pieceLimit
      if isCut { break }
    }
    closeOutcome()
    surroundingBlocks += pending.count
    dropEmptyTwins()
  }

  private mutating func read(_ content: MarkdownLine) {
    if case .row(let cells) = content {
      isInText = false
      addRow(cells)
      return
    }
    if content == .tableRule { return }
    columns = nil
    switch content {
    case .heading(let title):
      isInText = false
      if let heading = Heading(title) {
        open(heading)
      } else if isPage, case .inside = state, let column = Self.column(title) {
        openColumn = column
      } else if isPage, opensAside(title) {
        surroundingBlocks += 1
      } else {
        closeOutcome()
        state = .outside
        leaveOut(title)
      }
    case .text(let text):
      addText(text)
      isInText = true
    default:
      isInText = false
    }
  }

  /// A page of a principle has the passages `Principle`, `Description` and `Guidance`; only the
  /// first is the framework's text.
  private mutating func opensAside(_ title: String) -> Bool {
    if case .outside = state { return false }
    if case .aside = state { return !NCSCPage.isFurniture(title) }
    guard entries.last?.kind == .principle || entries.last?.kind == .section else { return false }
    if title.lowercased() != "principle" { state = .aside }
    return !NCSCPage.isFurniture(title)
  }

  private mutating func open(_ heading: Heading) {
    closeOutcome()
    // A page says its own title more than once.
    if isPage, let last = entries.last, last.id == heading.id, last.statement.isEmpty {
      state = .inside(takesText: true)
      return
    }
    unplaced += pending
    pending = []
    state = .inside(takesText: true)
    entries.append(
      ImportedEntry(
        id: heading.id, kind: heading.kind, parent: heading.parent, title: heading.title,
        locator: locator))
  }

  private mutating func addText(_ text: String) {
    if case .aside = state {
      surroundingBlocks += 1
      return
    }
    if let openColumn, entries.last?.kind == .outcome {
      if !Self.isRule(text) { addIndicator(text, to: openColumn) }
      return
    }
    guard case .inside(let takesText) = state, let last = entries.indices.last else {
      leaveOut(text)
      return
    }
    guard takesText else {
      placeNowhere(text)
      return
    }
    entries[last].statement += (entries[last].statement.isEmpty ? "" : " ") + text
    entries[last].rawText = entries[last].statement
  }

  private mutating func addRow(_ cells: [String]) {
    if case .aside = state {
      surroundingBlocks += 1
      return
    }
    guard case .inside = state, entries.last?.kind == .outcome else {
      if case .inside = state {
        placeNowhere(cells.joined(separator: " | "))
      } else {
        leaveOut(cells.joined(separator: " | "))
      }
      return
    }
    state = .inside(takesText: false)
    guard let columns else {
      var seen: Set<IndicatorColumn> = []
      // A column that is named twice counts once: the other's cells are told.
      let named = cells.map(Self.column).map { column in
        column.flatMap { seen.insert($0).inserted ? $0 : nil }
      }
      self.columns = named
      awaitsRule = true
      // A table without any of the known heads is told row by row.
      if named.allSatisfy({ $0 == nil }) { placeNowhere(cells.joined(separator: " | ")) }
      return
    }
    if awaitsRule, cells.allSatisfy({ $0.isEmpty || Self.isRule($0) }) {
      awaitsRule = false
      return
    }
    awaitsRule = false
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      if index < columns.count, let column = columns[index] {
        addIndicator(cell, to: column)
      } else {
        placeNowhere(cell)
      }
    }
  }

  private mutating func addIndicator(_ text: String, to column: IndicatorColumn) {
    guard let outcome = entries.last?.id else { return }
    let number = (indicators[column]?.count ?? 0) + 1
    var entry = ImportedEntry(
      id: column.id(of: ControlID(outcome), number), kind: .indicator, parent: outcome,
      statement: text, rawText: text, locator: locator)
    entry.category = column.category
    indicators[column, default: []].append(entry)
    waiting += 1
  }

  /// The columns come one after the other, as their ids do.
  private mutating func closeOutcome() {
    for column in IndicatorColumn.allCases { entries += indicators[column] ?? [] }
    indicators = [:]
    waiting = 0
    columns = nil
    openColumn = nil
  }

  /// A title stands in the contents and in lists too: the place with the text counts.
  private mutating func dropEmptyTwins() {
    let holders = Set(entries.map(\.parent))
    var places: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() { places[entry.id, default: []].append(index) }
    var dropped: Set<Int> = []
    for (id, indices) in places where indices.count > 1 {
      let full = indices.filter {
        // The line of the contents under a title that takes two ends with dots.
        !entries[$0].statement.isEmpty && !entries[$0].statement.contains("....")
          || holders.contains(id) && hasMembers($0)
      }
      dropped.formUnion(Set(indices).subtracting(full.isEmpty ? [indices[0]] : full))
    }
    guard !dropped.isEmpty else { return }
    entries = entries.indices.filter { !dropped.contains($0) }.map { entries[$0] }
  }

  private func hasMembers(_ index: Int) -> Bool {
    index + 1 < entries.count && entries[index + 1].parent == entries[index].id
  }

  private mutating func placeNowhere(_ text: String) {
    unplaced.append(
      UnplacedText(text: text, position: "after \(entries.last?.id ?? "")", locator: locator))
  }

  private mutating func leaveOut(_ text: String) {
    if isInText { return }
    if entries.isEmpty {
      surroundingBlocks += 1
    } else {
      placeLater(text)
    }
  }

  private mutating func placeLater(_ text: String) {
    pending.append(
      UnplacedText(text: text, position: "after \(entries.last?.id ?? "")", locator: locator))
  }

  /// What the names of all columns hold.
  private static let columnSign = Array("achieved".utf8)

  /// The column that a head names.
  static func column(_ head: String) -> IndicatorColumn? {
    guard head.utf8.count < 40, ByteSearch.holdsIgnoringCase(columnSign, in: head) else {
      return nil
    }
    let name = head.lowercased().split { !$0.isLetter }.joined(separator: " ")
    return switch name {
    case "not achieved": .notAchieved
    case "partially achieved": .partiallyAchieved
    case "achieved": .achieved
    default: nil
    }
  }

  /// `All the following statements are true`, in its variants.
  static func isRule(_ cell: String) -> Bool {
    let text = cell.lowercased()
    return text.utf8.count < 80 && text.contains("following statements")
      && (text.hasSuffix("true") || text.hasSuffix("true:") || text.hasSuffix("true."))
  }
}

extension CAFReader {
  /// A heading of the framework: `CAF - Objective A - Title`, `Principle A1 Title`, `A1.a Title`.
  struct Heading: Hashable {
    let id: String
    let kind: ImportedEntry.Kind
    let parent: String
    let title: String

    init?(_ text: String) {
      guard let letter = text.utf8.first, (0x41...0x5A).contains(letter) else { return nil }
      var words = text.split(separator: " ")[...]
      let dashes = ["-", "–", "—", ":"]
      if words.first == "CAF" { words = words.dropFirst().drop { dashes.contains(String($0)) } }
      let name = words.first.map(String.init) ?? ""
      if name == "Objective" || name == "Principle" { words = words.dropFirst() }
      guard var code = words.popFirst() else { return nil }
      while let last = code.last, ".:".contains(last) { code.removeLast() }
      id = String(code)
      title = words.drop { dashes.contains(String($0)) }.joined(separator: " ")
      let letters = Array(code)
      guard let objective = letters.first, ("A"..."Z").contains(objective), !title.isEmpty else {
        return nil
      }
      switch (name, letters.count) {
      case ("Objective", 1):
        kind = .section
        parent = ""
      case ("Principle", 2) where Self.isDigit(letters[1]):
        kind = .principle
        parent = String(objective)
      case (_, 4)
      where name != "Objective" && name != "Principle" && Self.isDigit(letters[1])
        && letters[2] == "." && ("a"..."z").contains(letters[3]):
        kind = .outcome
        parent = String(letters.prefix(2))
      default:
        return nil
      }
    }

    private static func isDigit(_ letter: Character) -> Bool { ("1"..."9").contains(letter) }
  }
}
