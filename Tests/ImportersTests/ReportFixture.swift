import ControlModel
import FoundationEssentials
import NativeFormats
import TestSupport
import Workspace

/// A document of the shape of RAND RR-A2849-1 in own words: the shipped catalog's titles as labels,
/// invented sentences, and the noise that the report has.
struct ReportFixture {
  /// How a report differs from the usual one.
  struct Quirks {
    /// Monitoring at SL3 with the gold image apart.
    var splitsGoldImage = true
    /// The ways of a measure with letters before them.
    var lettersWays = true
    /// Scores of two rows together behind both labels, as converters write them (plain text).
    var stacksScores = false
    /// Table 5.2 with the scores in the middle of their label.
    var centresScores = true
    var hasTables = true
    var hasAppendixB = true
    var hasCaptions = true
    /// Bullets that are left out, by id, and bullets that are there twice.
    var leftOut: Set<String> = []
    var doubled: Set<String> = []
    /// Scores that are changed: id → scores.
    var scores: [String: [Int]] = [:]
  }

  private(set) var text: String
  /// What each measure has to say, by id.
  private(set) var expected: [String: String] = [:]

  private var document: PrintedDocument
  private let quirks: Quirks
  private let catalog: Catalog

  static func shipped(_ id: String = "rand-model-weights-2024") throws -> Catalog {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let file = "\(root)/catalogs/\(id).yaml"
    return try CatalogFormat.decode(try FileReading.bytes(of: file), file: file)
  }

  /// A look that follows a seed.
  static func look(_ form: PrintedDocument.Form, seed: UInt64) -> PrintedDocument.Look {
    var random = SplitMix64(seed: seed &* 31)
    var look = PrintedDocument.Look(form: form)
    look.width = random.number(52...92)
    look.pageLength = form == .xml ? random.number(20...30) : random.number(24...58)
    look.glyphs = random.one(of: [
      ["•", "–", "■"], ["●", "o", "▪"], ["\u{F0B7}", "\u{F02D}", "\u{F0A7}"], ["•", "Ȥ", "■"],
      ["?", "–", "*"], ["\u{E000}", "\u{E001}", "\u{E002}"], ["■", "•", "–"],
    ])
    // One glyph for all depths can be told by its place only.
    if form != .plain, random.chance(15) { look.glyphs = ["•", "•", "•"] }
    look.hasFormFeeds = random.chance(75)
    look.gaps = random.number(1...4)
    look.partsGlyphs = random.chance(30)
    look.hasFootnotes = random.chance(75)
    look.running = "Securing AI Model Weights"
    look.joinsPartedLines = random.chance(50)
    look.stacksNotes = random.chance(50)
    if !form.hasLines { look.hasFootnotes = false }
    return look
  }

  init(_ look: PrintedDocument.Look, seed: UInt64, quirks: Quirks = Quirks()) throws {
    catalog = try Self.shipped()
    self.quirks = quirks
    document = PrintedDocument(look, seed: seed)
    text = ""
    frontMatter()
    if quirks.hasTables { chapterFive() }
    if quirks.hasTables { chapterSix() }
    if quirks.hasTables { appendixA() }
    if quirks.hasAppendixB { appendixB() }
    appendixC()
    text = document.written()
  }

  // MARK: Parts of the report

  private mutating func frontMatter() {
    document.openChapter("Front", shows: false)
    document.heading("Securing AI Model Weights")
    document.line("Preventing Theft and Misuse of Frontier Models")
    document.line("RR-A2849-1")
    document.openChapter("Contents")
    for line in [
      "CHAPTER 5", "Analysis of Potential Attack Vectors ......... 11", "APPENDIX B",
      "Detailed Benchmark Systems for Security Levels .......... 71",
      "Security Level 1 (SL1) ............ 71", "Security Level 2 (SL2) ............ 74",
      "Table 5.2. Feasibility of Attack Vectors .......... 15",
      "Summary of Security Measures Across Levels .......... 95",
    ] { document.line(line) }
    document.openChapter("Introduction")
    for _ in 0..<6 { document.paragraph(sentences(4), gap: true) }
    if quirks.hasCaptions {
      document.line("Figure 1.1", gap: true)
      document.line("What the report adds")
    }
    document.paragraph(
      "Social engineering comes up in many talks, and table 5.2 has more on it. " + sentences(2),
      gap: true)
  }

  private mutating func chapterFive() {
    document.openChapter("Analysis of Potential Attack Vectors")
    document.paragraph(sentences(5), gap: true)
    document.line("Table 5.1", gap: true)
    document.line("Attack Vectors")
    for group in groups("vector-category") {
      document.line(group.title, gap: true)
      for vector in vectors(of: group) { document.paragraph(vector.title, depth: 1) }
    }
    document.openChapter("Analysis of Potential Attack Vectors", shows: false)
    tableFiveTwo()
    document.line("Box 5.1", gap: true)
    document.line("How to Read the Scores")
    document.paragraph("A score of 3 lies between 40 and 60 of 100. " + sentences(4), gap: true)
  }

  private mutating func tableFiveTwo() {
    document.line("Table 5.2", gap: true)
    document.line("How Feasible Each Attack Vector Is")
    header()
    for group in groups("vector-category") {
      var category = group.title.split(separator: " ").map(String.init)
      if document.look.form == .plain { document.line(group.title, gap: true) }
      if quirks.stacksScores, document.look.form == .plain {
        stack(vectors(of: group), category)
        continue
      }
      for vector in vectors(of: group) {
        let scores =
          quirks.scores[vector.id.rawValue]
          ?? ["OC1", "OC2", "OC3", "OC4", "OC5"].compactMap { vector.feasibility[$0] }
        row(vector.title + (vector.rapidlyChanging ? "*" : ""), scores, &category)
      }
      while !category.isEmpty, document.look.form != .plain {
        document.row([(0, category.removeFirst())])
      }
      if document.chance(1, of: 4) {
        document.line("Table 5.2—Continued", gap: true)
        header()
      }
    }
    document.paragraph("NOTE: An asterisk marks what may change soon.", takesNote: false, gap: true)
  }

  /// Two rows at a time: the labels with the words of the category between them, then all scores.
  private mutating func stack(_ vectors: [Control], _ category: [String]) {
    for start in stride(from: 0, to: vectors.count, by: 2) {
      let pair = vectors[start..<min(start + 2, vectors.count)]
      var words = start == 0 ? category[...] : []
      for vector in pair {
        let label = vector.title + (vector.rapidlyChanging ? "*" : "")
        document.line(((words.popFirst().map { $0 + " " }) ?? "") + label)
        if let word = words.popFirst() { document.line(word) }
      }
      for vector in pair {
        for capacity in ["OC1", "OC2", "OC3", "OC4", "OC5"] {
          document.line(String(vector.feasibility[capacity] ?? 0), gap: true)
        }
      }
    }
  }

  private mutating func header() {
    if document.look.form == .plain {
      for cell in ["Category", "Attack Vector", "OC1", "OC2", "OC3", "OC4", "OC5"] {
        document.line(cell)
      }
    } else {
      document.row([
        (0, "Category"), (18, "Attack Vector"), (60, "OC1"), (67, "OC2"), (74, "OC3"), (81, "OC4"),
        (88, "OC5"),
      ])
    }
  }

  private mutating func row(_ label: String, _ scores: [Int], _ category: inout [String]) {
    var lines: [String] = []
    for word in label.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 36 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    if document.look.form == .plain {
      for line in lines { document.line(line) }
      for score in scores { document.line(String(score)) }
      return
    }
    let place = quirks.centresScores ? lines.count / 2 : 0
    for (index, line) in lines.enumerated() {
      var cells: [(Int, String)] = []
      if !category.isEmpty, document.chance(2, of: 3) { cells.append((0, category.removeFirst())) }
      cells.append((18, line))
      if index == place {
        for (column, score) in scores.enumerated() {
          cells.append((60 + 7 * column, String(score)))
        }
      }
      document.row(cells)
    }
  }

  /// Tables 6.1 to 6.5, whose bullets and labels a converter parts.
  private mutating func chapterSix() {
    document.openChapter("Security Levels")
    for level in 1...5 {
      document.heading("Security Level \(level) (SL\(level))")
      document.paragraph(sentences(2), gap: true)
      document.line("Table 6.\(level)", gap: true)
      document.line("Benchmark of the Level")
      for cell in ["Category", "Subcategory", "Security Measure Labels"] { document.line(cell) }
      for group in groups("category") where !measures(level, under: group.id.rawValue).isEmpty {
        document.line(group.title)
        for measure in measures(level, under: group.id.rawValue) {
          _ = measure
          document.line("•")
        }
        for measure in measures(level, under: group.id.rawValue) { document.line(measure.title) }
      }
      if level == 4 {
        document.line("Table 6.\(level)—Continued")
        document.line("Standard protocols for sensitive information of the state")
      }
    }
  }

  private mutating func appendixA() {
    document.openChapter("Detailed List of Attack Vectors")
    for group in groups("vector-category") {
      document.heading(group.title)
      document.paragraph(sentences(2), gap: true)
      for vector in vectors(of: group) {
        document.heading(vector.title, isLarge: false)
        document.paragraph(sentences(3), gap: true)
      }
    }
  }

  private mutating func appendixB() {
    document.openChapter("Detailed Benchmark Systems for Security Levels")
    document.paragraph(sentences(3), gap: true)
    for level in 1...5 {
      document.heading("Security Level \(level) (SL\(level))")
      for category in groups("category") {
        let code = category.id.rawValue
        let own = measures(level, in: code)
        let inner = groups("subcategory").filter { $0.parent?.rawValue == code }
          .filter { !measures(level, in: $0.id.rawValue).isEmpty }
        guard !own.isEmpty || !inner.isEmpty else { continue }
        var title = category.title
        if level == 2, code == "TD" { title = "Incident Response" }
        heading(title, tag: own.isEmpty ? nil : tag(of: own))
        add(own, level)
        for group in inner {
          var title = group.title
          if group.id == "SA.COM" { title = "Community Involvement/Reporting" }
          heading(title, tag: tag(of: measures(level, in: group.id.rawValue)))
          add(measures(level, in: group.id.rawValue), level)
        }
      }
    }
  }

  private mutating func heading(_ title: String, tag: String?) {
    document.paragraph(
      title + (tag.map { " (\($0))" } ?? ""), isBold: true, takesNote: false, gap: true)
  }

  private func tag(of controls: [Control]) -> String? {
    controls.first?.references.first.map { String($0.dropFirst("NIST CSF 1.1: ".count)) }
  }

  private mutating func add(_ controls: [Control], _ level: Int) {
    for control in controls where !quirks.leftOut.contains(control.id.rawValue) {
      let times = quirks.doubled.contains(control.id.rawValue) ? 2 : 1
      for _ in 0..<times { add(control) }
    }
  }

  private mutating func add(_ control: Control) {
    let id = control.id.rawValue
    var pieces: [String] = []
    func say(_ text: String, _ depth: Int) {
      pieces.append(text)
    }
    let label = control.title
    let first =
      document.chance(1, of: 8) ? label : "\(label). \(sentences(document.pick([1, 2, 3])))"
    document.paragraph(first, depth: 1)
    say(first, 1)
    if id == "SL3.WS.MON.5", quirks.splitsGoldImage {
      let copy = "A gold image that nobody can write to. \(sentences(1))"
      document.paragraph(copy, depth: 1)
      say(copy, 1)
    }
    let ways = catalog.controls.filter { $0.parent == id && $0.kind == .alternative }
    if !ways.isEmpty {
      let name = document.pick(["", "Interface alternative ", "Storage alternative ", "Option "])
      let mark = name.isEmpty ? "." : ":"
      for (letter, way) in zip(["A", "B", "C"], ways) {
        let text =
          quirks.lettersWays
          ? "\(name)\(letter)\(mark) \(way.title). \(sentences(2))" : sentences(2)
        document.paragraph(text, depth: 2)
        say(text, 2)
        let inner = sentences(1)
        document.paragraph(inner, depth: 3)
        say(inner, 3)
        if quirks.lettersWays { expected[way.id.rawValue] = text + " " + inner }
      }
      let note = "Note that none of them does without the others. \(sentences(1))"
      document.paragraph(note, depth: 2)
      say(note, 2)
    } else if document.chance(1, of: 5) {
      for _ in 0..<document.pick([1, 2, 3]) {
        let text = sentences(1)
        document.paragraph(text, depth: 2)
        say(text, 2)
        if document.chance(1, of: 3) {
          let inner = sentences(1)
          document.paragraph(inner, depth: 3)
          say(inner, 3)
        }
      }
    }
    expected[id] = pieces.joined(separator: " ")
  }

  private mutating func appendixC() {
    document.openChapter("Summary of Security Measures Across Levels")
    document.line("Table C.1", gap: true)
    for group in groups("category") + groups("subcategory") { document.line(group.title) }
    for measure in catalog.controls.prefix(40) { document.paragraph(measure.title, depth: 1) }
  }

  // MARK: What the catalog has

  private func groups(_ kind: String) -> [Group] {
    catalog.groups.filter { $0.kind == kind }
  }

  private func vectors(of group: Group) -> [Control] {
    catalog.controls.filter { $0.kind == .threat && $0.parent == group.id.rawValue }
  }

  private func measures(_ level: Int, in code: String) -> [Control] {
    catalog.controls.filter {
      $0.id.rawValue.hasPrefix("SL\(level).") && $0.parent == code && $0.kind != .alternative
    }
  }

  private func measures(_ level: Int, under code: String) -> [Control] {
    catalog.controls.filter {
      $0.id.rawValue.hasPrefix("SL\(level).\(code).") && $0.kind != .alternative
    }
  }

  private mutating func sentences(_ count: Int) -> String {
    var sentences: [String] = []
    for _ in 0..<count {
      var words = document.pick(Self.stock).split(separator: " ").map(String.init)
      words.insert(document.word(), at: document.pick(Array(1..<words.count - 1)))
      sentences.append(words.joined(separator: " "))
    }
    return sentences.joined(separator: " ")
  }

  private static let stock = [
    "Teams keep a record of what they do and of who has agreed to it.",
    "This holds for staff, for guests and for anybody who works through a contractor.",
    "An exception needs two signatures (e.g., those of a manager and of an engineer).",
    "Copies that are not needed any more are removed within 24 hours, Security-by-Default included.",
    "Read-only media are kept where few people come, and every visit is written down.",
    "The output-rate of such a service stays below what a patient adversary would need.",
    "A check of this kind is repeated each month; findings go to those who run the service.",
    "Devices that are older than 4 years, or whose maker has given them up, are taken out of use.",
    "Where a supplier cannot show this, the organization looks for another one.",
    "Passwords, tokens and keys fall under the same rule, at SL2 and above.",
    "Somebody who is independent of the team tests it before others may rely on it.",
  ]
}
