/// Reads table 5.2 of RAND RR-A2849-1: a label and five scores of 1 to 5 for each attack vector.
///
/// Its form varies: the scores stand beside the label or under it, a label takes one to three lines
/// around its scores, and the names of the categories stand anywhere between. So the labels are
/// found first; the scores of a row are those between its label and the next one. A row belongs to
/// its vector by its label and never by its place.
struct FeasibilityTable {
  /// The scores of a vector, by capacity.
  struct Row {
    let vector: String
    let scores: [Int]
    let line: PagedLine
  }

  private(set) var rows: [Row] = []
  /// Vectors whose label stands in the table, and whose scores could not be told.
  private(set) var unclear: [(vector: String, label: String, scores: String, line: PagedLine)] = []
  /// Labels whose scores stand together, apart from some of the labels, and were taken in order.
  private(set) var together: [[String]] = []
  /// Digits that belong to no label.
  private(set) var strayRows = 0
  /// Whether the table's caption was found.
  let hasCaption: Bool

  private let lines: ArraySlice<PagedLine>
  private var tokens: [Token] = []

  private struct Token {
    /// Letters only, in lower case; empty for a score.
    var word: String
    var score: Int?
    var line: Int
  }

  init(_ lines: [PagedLine]) {
    let range = Self.range(in: lines)
    hasCaption = range != nil
    self.lines = lines[range ?? lines.startIndex..<lines.endIndex]
    tokenize()
    assign()
    if hasCaption { addByOrder() }
  }

  // MARK: Where the table stands

  /// From the caption that has most scores under it (the list of tables has it too) to the next
  /// table or part of the report.
  private static func range(in lines: [PagedLine]) -> Range<Int>? {
    let captions = lines.indices.filter { index in
      lines[index].role == .body && lines[index].text.utf8.count < 200
        && ReportSigns.behindTable(lines[index].text)?.hasPrefix("5.2") == true
        && !lines[index].text.contains("..")
    }
    var best: (range: Range<Int>, scores: Int)?
    // The table goes on under captions of its own; the first of them opens it.
    for start in captions.prefix(50) {
      let limit = min(lines.count, start + 1500)
      let range = start..<(lines[start..<limit].dropFirst().firstIndex(where: ends) ?? limit)
      let scores = lines[range].reduce(0) { $0 + digits($1.text) }
      if scores >= 5, scores > best?.scores ?? 0 { best = (range, scores) }
    }
    return best?.range
  }

  private static func ends(_ line: PagedLine) -> Bool {
    let text = line.text.prefix(40).lowercased()
    return ReportSigns.behindTable(line.text)?.hasPrefix("6.") == true
      || text.hasPrefix("appendix a")
      || SquashedText.squash(text) == "detailedlistofattackvectors"
      || ReportSigns.level(of: line.text) != nil
  }

  /// How many scores a line ends with.
  private static func digits(_ text: String) -> Int {
    text.split(separator: " ").reversed().prefix { score($0) != nil }.count
  }

  private static func score(_ word: Substring) -> Int? {
    let bare = word.filter { !"*†‡|".contains($0) }
    guard bare.utf8.count == 1, let digit = Int(bare), (1...5).contains(digit) else { return nil }
    return digit
  }

  private mutating func tokenize() {
    for (index, line) in zip(lines.indices, lines) where line.role == .body {
      guard line.text.utf8.count < 2000 else { continue }
      for word in line.text.split(separator: " ") {
        if let score = Self.score(word) {
          tokens.append(Token(word: "", score: score, line: index))
        } else {
          for part in word.lowercased().split(whereSeparator: { !$0.isLetter }) {
            tokens.append(Token(word: String(part), score: nil, line: index))
          }
        }
      }
      // Without its caption the table is looked for in the whole report.
      if tokens.count > 400_000 { return }
    }
  }

  // MARK: Labels

  /// A place where a label may start, and how many foreign words stand in it.
  private typealias Candidate = (start: Int, cost: Int)

  private mutating func assign() {
    var places: [String: [Int]] = [:]
    for (index, token) in tokens.enumerated() where token.score == nil {
      places[String(token.word.prefix(4)), default: []].append(index)
    }
    let chosen = chain(
      AttackVectors.all.map { vector in candidates(of: vector.label, places) })
    let found = withoutStrays(
      chosen.enumerated().compactMap { index, start in
        start.map { (vector: index, start: $0) }
      }.sorted { $0.start < $1.start })
    let first = found.first?.start ?? tokens.count
    let opening = Place(vectors: 0..<(found.first?.vector ?? 0), labels: 0, tokens: 0..<first)
    if hasCaption, !addInOrder(opening) {
      strayRows = Self.rowCount(tokens[..<first])
    }
    var bare = 0
    for (position, place) in found.enumerated() {
      let end = position + 1 < found.count ? found[position + 1].start : tokens.count
      // A label without scores may have them behind the next one.
      let isBare = !tokens[place.start..<end].contains { $0.score != nil }
      if isBare, position + 1 < found.count, bare < 3 {
        bare += 1
        continue
      }
      let stack = found[position - bare...position]
      let next = position + 1 < found.count ? found[position + 1].vector : AttackVectors.all.count
      let group = Place(
        vectors: stack[stack.startIndex].vector..<max(next, place.vector + 1),
        labels: stack.count, tokens: stack[stack.startIndex].start..<end)
      if !addInOrder(group) {
        for (offset, member) in stack.enumerated() {
          let limit = offset + 1 < stack.count ? stack[stack.startIndex + offset + 1].start : end
          add(AttackVectors.all[member.vector], tokens[member.start..<limit])
        }
      }
      bare = 0
    }
  }

  /// Leaves out labels without scores whose scores stand before them: those of the label before are
  /// too many, and those of the label behind just enough.
  private func withoutStrays(
    _ labels: [(vector: Int, start: Int)]
  ) -> [(vector: Int, start: Int)] {
    let rows = labels.indices.map { index in
      let end = index + 1 < labels.count ? labels[index + 1].start : tokens.count
      return Self.rowCount(tokens[labels[index].start..<end])
    }
    return labels.indices.filter { index in
      rows[index] > 0 || index == 0 || rows[index - 1] < 2
        || index + 1 < labels.count && rows[index + 1] > 1
    }.map { labels[$0] }
  }

  /// A part of the table from a label on, up to the next label that has scores of its own.
  private struct Place {
    /// The vectors in the order of the table, also those whose labels stand elsewhere.
    let vectors: Range<Int>
    /// How many of their labels stand in the part.
    let labels: Int
    let tokens: Range<Int>
  }

  /// Takes the scores of a part that has several vectors, row by row, when there are just as many
  /// rows.
  ///
  /// Converters write the labels of two rows first where a category's name stands beside them, or
  /// put labels behind all scores of their page. A stronger adversary never scores lower in this
  /// table, which tells rows from columns.
  private mutating func addInOrder(_ place: Place) -> Bool {
    let count = place.vectors.count
    guard count > 1 || place.labels == 0, count > 0, let first = tokens[place.tokens].first else {
      return false
    }
    let runs = Self.runs(tokens[place.tokens]).filter { $0.count % 5 == 0 }
    var scores = runs.flatMap(\.self)
    if scores.count > 5 * count {
      scores = runs.filter { $0 != [1, 2, 3, 4, 5] }.flatMap(\.self)
    }
    guard scores.count == 5 * count else { return false }
    let byRow = (0..<count).map { Array(scores[5 * $0..<5 * $0 + 5]) }
    let byColumn = (0..<count).map { row in (0..<5).map { scores[$0 * count + row] } }
    guard byRow.allSatisfy(Self.rises), count == 1 || !byColumn.allSatisfy(Self.rises) else {
      return false
    }
    for (vector, scores) in zip(place.vectors, byRow) {
      rows.append(
        Row(vector: AttackVectors.all[vector].id, scores: scores, line: lines[first.line]))
    }
    together.append(place.vectors.map { AttackVectors.all[$0].label })
    return true
  }

  /// Takes the scores of the vectors that have none yet from the order of all scores, where the rows
  /// of all other vectors stand in it just so.
  private mutating func addByOrder() {
    let known = Dictionary(rows.map { ($0.vector, $0.scores) }, uniquingKeysWith: { one, _ in one })
    let count = AttackVectors.all.count
    guard known.count < count, known.count * 3 >= count * 2 else { return }
    let places = tokens.indices.filter { tokens[$0].score != nil }
    let scores = places.compactMap { tokens[$0].score }
    guard scores.count >= 5 * count, scores.count <= 5 * count + 200 else { return }
    let fitting = (0...(scores.count - 5 * count)).filter { start in
      AttackVectors.all.indices.allSatisfy { index in
        let row = Self.inOrder(scores[start + 5 * index..<start + 5 * index + 5])
        return Self.rises(row) && known[AttackVectors.all[index].id] ?? row == row
      }
    }
    guard fitting.count == 1, let start = fitting.first else { return }
    var labels: [String] = []
    for (index, vector) in AttackVectors.all.enumerated() where known[vector.id] == nil {
      let first = start + 5 * index
      rows.append(
        Row(
          vector: vector.id, scores: Self.inOrder(scores[first..<first + 5]),
          line: lines[tokens[places[first]].line]))
      unclear.removeAll { $0.vector == vector.id }
      labels.append(vector.label)
    }
    together.append(labels)
  }

  /// Whether a row falls and would rise with its last score before the others: a converter puts the
  /// first one, beside a label of two lines, behind the rest.
  private static func hasFirstBehind(_ scores: [Int]) -> Bool {
    !rises(scores) && rises(scores.suffix(1) + scores.dropLast())
  }

  /// A row with its first score in front.
  private static func inOrder(_ row: ArraySlice<Int>) -> [Int] {
    hasFirstBehind(Array(row)) ? row.suffix(1) + row.dropLast() : Array(row)
  }

  private static func rises(_ scores: [Int]) -> Bool {
    zip(scores, scores.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private mutating func add(
    _ vector: (id: String, category: String, label: String), _ tokens: ArraySlice<Token>
  ) {
    guard let first = tokens.first else { return }
    let runs = Self.runs(tokens)
    var rows = runs.filter { $0.count == 5 }
    // The heading of a page may count the columns.
    if rows.count > 1 { rows = rows.filter { $0 != [1, 2, 3, 4, 5] } }
    if rows.isEmpty, runs.reduce(0, { $0 + $1.count }) == 5 { rows = [runs.flatMap(\.self)] }
    if rows.count == 1, !Self.hasFirstBehind(rows[0]) {
      self.rows.append(Row(vector: vector.id, scores: rows[0], line: lines[first.line]))
    } else if hasCaption {
      let shown = runs.prefix(4).map { $0.prefix(10).map(String.init).joined(separator: " ") }
      unclear.append(
        (vector.id, vector.label, shown.joined(separator: " / "), lines[first.line]))
    }
  }

  /// How many whole rows stand there, each by itself or several together.
  private static func rowCount(_ tokens: ArraySlice<Token>) -> Int {
    runs(tokens).filter { $0.count % 5 == 0 }.reduce(0) { $0 + $1.count / 5 }
  }

  /// The unbroken sequences of scores.
  private static func runs(_ tokens: ArraySlice<Token>) -> [[Int]] {
    var runs: [[Int]] = []
    var isOpen = false
    for token in tokens {
      if let score = token.score {
        if isOpen { runs[runs.count - 1].append(score) } else { runs.append([score]) }
      }
      isOpen = token.score != nil
    }
    return runs
  }

  /// The places where a label may start. What it says in brackets may be missing.
  private func candidates(of label: String, _ places: [String: [Int]]) -> [Candidate] {
    let words = Self.words(of: label)
    guard let first = words.first else { return [] }
    let letters = words.reduce(0) { $0 + $1.utf8.count }
    var found: [Candidate] = []
    for start in places[String(first.prefix(4))] ?? []
    where Self.agree(tokens[start].word, first) {
      var position = start + 1
      var matched = first.utf8.count
      var seen = 1
      var index = 1
      while index < words.count {
        let word = words[index]
        // `air-gapped` may have lost its hyphen at a line end.
        let pair = index + 1 < words.count ? word + words[index + 1] : nil
        let limit = min(tokens.count, position + 16)
        let place = (position..<max(position, limit)).first {
          tokens[$0].score == nil
            && (Self.agree(tokens[$0].word, word) || tokens[$0].word == pair)
        }
        guard let place else {
          index += 1
          continue
        }
        let both = pair.flatMap { tokens[place].word == $0 ? $0 : nil }
        matched += (both ?? word).utf8.count
        seen += both == nil ? 1 : 2
        index += both == nil ? 1 : 2
        position = place + 1
      }
      guard matched * 4 >= letters * 3 else { continue }
      let span = tokens[start..<position].count { $0.score == nil }
      found.append((start, span - seen + 2 * (words.count - seen)))
      if found.count == 60 { break }
    }
    return found
  }

  private static func words(of label: String) -> [String] {
    var depth = 0
    let open = label.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth -= 1 } }
      return depth == 0
    }
    return open.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init)
  }

  /// Words agree also where a line break has parted one, or a lost hyphen has joined two.
  private static func agree(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard min(one.utf8.count, other.utf8.count) >= 4 else { return false }
    return one.hasPrefix(other) || other.hasPrefix(one)
  }

  /// Chooses a place for each label, in order, with as few foreign words as can be.
  private func chain(_ candidates: [[Candidate]]) -> [Int?] {
    struct Step {
      var value: Int
      var label: Int
      var start: Int
      var before: Int?
    }
    var steps: [Step] = []
    for (label, list) in candidates.enumerated() {
      let known = steps.count
      for candidate in list {
        var best: (value: Int, step: Int)?
        for index in 0..<known where steps[index].start < candidate.start {
          if steps[index].value > best?.value ?? 0 { best = (steps[index].value, index) }
        }
        steps.append(
          Step(
            value: (best?.value ?? 0) + max(1, 100 - 4 * candidate.cost) + reward(candidate.start),
            label: label, start: candidate.start, before: best?.step))
      }
    }
    var chosen = [Int?](repeating: nil, count: candidates.count)
    var index = steps.indices.max { steps[$0].value < steps[$1].value }
    while let place = index {
      chosen[steps[place].label] = steps[place].start
      index = steps[place].before
    }
    return chosen
  }

  /// A label of the table has scores near it; the same words in running text have not.
  private func reward(_ start: Int) -> Int {
    tokens[start..<min(tokens.count, start + 40)].contains { $0.score != nil } ? 40 : 0
  }
}
