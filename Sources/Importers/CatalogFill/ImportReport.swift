public import ControlModel
internal import Digests

/// How a document compares with the shipped catalog of the same id.
public struct ImportReport: Sendable, Hashable {
  /// The catalog.
  public var catalog: CatalogID
  /// The document as it was read.
  public var document: ImportedDocument
  /// How many entries of each kind the document has, in the order of `ImportedEntry.Kind`.
  public var counts: [Count] = []
  /// Controls and groups of the catalog that the document has.
  public var found: [String] = []
  /// Controls and groups of the catalog that the document does not have.
  public var missing: [String] = []
  /// Controls whose wording is a part of another control's text that the print does not set apart.
  public var partsOfOthers: [Pair] = []
  /// Indicators whose wording the document has and the catalog only counts: they are added.
  public var added: [String] = []
  /// Clauses of principles that ship without any: they are added.
  public var addedClauses: [String] = []
  /// Columns of outcomes in which the document has another number of indicators than the catalog:
  /// none of such a column is added, for its ids would belong to other statements.
  public var indicators: [Difference] = []
  /// Headings under which ids count, and why none of their entries was taken: another number of
  /// them than the catalog's, or labels that belong to others. An id would be another measure's.
  public var misaligned: [String: String] = [:]
  /// Ids of the catalog under such headings.
  public var notAligned: [String] = []
  /// Entries that were taken by their place, and whose wording has nothing in common with the
  /// catalog's title: what ships, and the label that was read.
  public var strangers: [Difference] = []
  /// What a heading cites, where it differs from the catalog.
  public var citations: [Difference] = []
  /// Scores of attack vectors that differ: the catalog's and the document's.
  public var scores: [Difference] = []
  /// How many scores of the document agree with the catalog.
  public var agreeingScores = 0
  /// How many scores the catalog has.
  public var expectedScores = 0
  /// Entries found at each level of the catalog, in its order.
  public var levels: [LevelCount] = []
  /// How many indicators the catalog expects.
  public var expectedIndicators = 0
  /// Ids of the document that the catalog does not have.
  public var unexpected: [String] = []
  /// Ids that the document has more than once.
  public var repeated: [String] = []
  /// Ids that stand after one that the catalog has after them.
  public var outOfOrder: [String] = []
  /// Headings that differ from those of the catalog: what ships, and what was read.
  public var titles: [Difference] = []
  /// Verbs that differ from the catalog's modality.
  public var modalities: [Difference] = []
  /// Wordings whose digest differs from the one that ships.
  public var digests: [Difference] = []
  /// Ids whose text holds characters that turn the direction of writing.
  public var turned: [String] = []
  /// Ids whose text was read with the wrong encoding before it was saved.
  public var garbled: [String] = []

  /// How many entries of a kind.
  public struct Count: Sendable, Hashable {
    /// The kind.
    public var kind: ImportedEntry.Kind
    /// How many.
    public var number: Int
  }

  /// How many controls of a level the document has.
  public struct LevelCount: Sendable, Hashable {
    /// The level's id.
    public var level: String
    /// How many were found.
    public var found: Int
    /// How many requirements the catalog has there.
    public var expected: Int
  }

  /// An id and the id that holds it.
  public struct Pair: Sendable, Hashable {
    /// The part.
    public var id: String
    /// The whole.
    public var whole: String
  }

  /// What ships and what was read.
  public struct Difference: Sendable, Hashable {
    /// Whose.
    public var id: String
    /// What ships.
    public var expected: String
    /// What was read.
    public var found: String
  }

  /// Where the first entry of each id stands.
  private(set) var places: [String: Locator] = [:]

  init(catalog: CatalogID, document: ImportedDocument) {
    self.catalog = catalog
    self.document = document
  }

  /// Whether the document has exactly what the catalog expects.
  public var isExact: Bool {
    missing.isEmpty && unexpected.isEmpty && repeated.isEmpty && outOfOrder.isEmpty
      && titles.isEmpty && modalities.isEmpty && digests.isEmpty && turned.isEmpty
      && garbled.isEmpty
      && document.unplaced.isEmpty && document.torn.isEmpty && partsOfOthers.isEmpty
      && document.doubtfulTexts.isEmpty
      && indicators.isEmpty
      && misaligned.isEmpty && strangers.isEmpty && citations.isEmpty
      && scores.isEmpty && hasAllScores && document.otherEdition == nil
  }

  /// Whether each score of the catalog was read.
  public var hasAllScores: Bool { agreeingScores + scores.count == expectedScores }

  /// How many entries the catalog expects of a document.
  public var expectedEntries: Int { found.count + missing.count + notAligned.count }

  /// What a catalog says of itself that was filled from a document with gaps; nil without any.
  var shortfallNote: String? {
    guard !missing.isEmpty else { return nil }
    return "Not complete: the imported document lacks \(missing.count) of the \(expectedEntries) "
      + "entries, which have no official text here: \(missing.joined(separator: ", "))."
  }

  mutating func compare(_ catalog: Catalog, with document: ImportedDocument) {
    compareSeries(of: catalog, with: document)
    counts = ImportedEntry.Kind.allCases.compactMap { kind in
      let number = document.entries.count { $0.kind == kind }
      return number == 0 ? nil : Count(kind: kind, number: number)
    }
    var entries: [String: ImportedEntry] = [:]
    for entry in document.entries {
      if entries[entry.id] == nil {
        entries[entry.id] = entry
        places[entry.id] = entry.locator
      } else {
        repeated.append(entry.id)
      }
      if FoldedText.turnsDirection(entry.title + entry.rawText) { turned.append(entry.id) }
      if FoldedText.isGarbled(entry.title + entry.rawText) { garbled.append(entry.id) }
    }
    var known: Set<String> = []
    for group in catalog.groups {
      known.insert(group.id.rawValue)
      compare(group.id.rawValue, title: group.title, with: entries[group.id.rawValue])
    }
    var positions: [String: Int] = [:]
    for (position, control) in catalog.controls.enumerated() {
      let id = control.id.rawValue
      known.insert(id)
      positions[id] = position
      if isNotAligned(control, document) {
        notAligned.append(id)
        continue
      }
      if let whole = document.partsOfOthers[control.id], entries[id] == nil {
        partsOfOthers.append(Pair(id: id, whole: whole.rawValue))
        continue
      }
      compare(id, title: control.title, with: entries[id])
      if let entry = entries[id] { compare(control, with: entry) }
    }
    compareIndicators(of: catalog, with: document, known)
    findClauses(of: catalog, in: document, known)
    let clauses = Set(addedClauses)
    compareScores(of: catalog, with: entries)
    countLevels(of: catalog)
    let counted = Set(catalog.controls.lazy.filter { $0.indicators != nil }.map(\.id.rawValue))
    unexpected = document.entries.filter { entry in
      !known.contains(entry.id) && !clauses.contains(entry.id) && misaligned[entry.series] == nil
        && !(entry.kind == .indicator && counted.contains(entry.parent))
    }.map(\.id)
    findOrder(document.entries.compactMap { entry in positions[entry.id].map { (entry.id, $0) } })
  }

  private mutating func compare(_ id: String, title: String, with entry: ImportedEntry?) {
    guard let entry else {
      missing.append(id)
      return
    }
    found.append(id)
    // Titles of entries that count are own words where the print has no ids.
    if !title.isEmpty, !entry.title.isEmpty, entry.series.isEmpty,
      FoldedText.comparable(title) != FoldedText.comparable(entry.title)
    {
      titles.append(Difference(id: id, expected: title, found: entry.title))
    }
  }

  private mutating func compare(_ control: Control, with entry: ImportedEntry) {
    let id = control.id.rawValue
    if let expected = control.modality, let read = entry.modality, expected != read {
      modalities.append(
        Difference(id: id, expected: expected.rawValue, found: read.rawValue))
    }
    if !entry.series.isEmpty { compareCitations(control, with: entry) }
    guard !control.statementSHA256.isEmpty, !entry.statement.isEmpty else { return }
    // The digest that ships may have been taken of a text whose footnote markers are fused to it.
    let digest = SHA256.hex(of: entry.statement)
    if ![digest, SHA256.hex(of: entry.rawText)].contains(control.statementSHA256) {
      digests.append(Difference(id: id, expected: control.statementSHA256, found: digest))
    }
  }

  /// Indicators ship as counts only. A column whose count agrees is added as it is printed.
  private mutating func compareIndicators(
    of catalog: Catalog, with document: ImportedDocument, _ known: Set<String>
  ) {
    var columns: [String: [String: [String]]] = [:]
    for entry in document.entries where entry.kind == .indicator {
      columns[entry.parent, default: [:]][entry.category, default: []].append(entry.id)
    }
    for control in catalog.controls {
      guard let counts = control.indicators else { continue }
      expectedIndicators += max(0, counts.total)
      // An outcome that is not there is missing with all of its columns.
      guard found.contains(control.id.rawValue) || columns[control.id.rawValue] != nil else {
        continue
      }
      for column in IndicatorColumn.allCases {
        let read = columns[control.id.rawValue]?[column.category] ?? []
        let count = max(0, counts.count(in: column))
        if read == (0..<count).map({ column.id(of: control.id, $0 + 1) }) {
          added += read.filter { !known.contains($0) }
        } else {
          indicators.append(
            Difference(
              id: "\(control.id).\(column.rawValue)", expected: String(count),
              found: String(read.count)))
        }
      }
    }
  }

  /// A principle that ships without clauses, because they were not known, takes the document's.
  private mutating func findClauses(
    of catalog: Catalog, in document: ImportedDocument, _ known: Set<String>
  ) {
    let holders = Set(catalog.controls.map(\.parent))
    var open = Set(
      catalog.controls.lazy.filter { $0.kind == .principle && !holders.contains($0.id.rawValue) }
        .map(\.id.rawValue))
    let doubles = Set(repeated)
    for entry in document.entries where entry.kind == .provision && open.contains(entry.parent) {
      open.insert(entry.id)
      if !known.contains(entry.id), !doubles.contains(entry.id) { addedClauses.append(entry.id) }
    }
  }

  private mutating func findOrder(_ sequence: [(id: String, position: Int)]) {
    var last = -1
    let doubles = Set(repeated)
    for (id, position) in sequence where !doubles.contains(id) {
      if position < last {
        outOfOrder.append(id)
      } else {
        last = position
      }
    }
  }
}
