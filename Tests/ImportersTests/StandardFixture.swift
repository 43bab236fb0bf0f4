import ControlModel
import TestSupport

/// A document of the shape of ETSI EN 304 223 in own words: the clauses of the shipped catalog,
/// invented sentences, page furniture, contents with the same headings, notes, lists, references.
struct StandardFixture {
  /// How an edition differs from the usual one.
  struct Quirks {
    var designation = "ETSI EN 304 223 V2.1.1 (2025-12)"
    /// What stands behind the number of a provision.
    var mark = ""
    var dash = "-"
    var hasWord = true
    /// Whether the number of a heading stands on a line of its own.
    var partsNumbers = false
    /// Whether `NOTE 1:` stands on a line of its own.
    var partsNotes = false
    var leftOut: Set<String> = []
  }

  private(set) var text = ""
  /// What each provision has to say, by id, and its notes.
  private(set) var expected: [String: String] = [:]
  private(set) var notes: [String: [String]] = [:]

  private var document: PrintedDocument
  private let quirks: Quirks
  private let catalog: Catalog

  static func look(_ form: PrintedDocument.Form, seed: UInt64) -> PrintedDocument.Look {
    var random = SplitMix64(seed: seed &* 17)
    var look = PrintedDocument.Look(form: form)
    look.width = random.number(60...100)
    look.pageLength = form == .xml ? random.number(20...30) : random.number(24...56)
    look.glyphs = random.one(of: [["•", "-", "-"], ["-", "–", "–"], ["\u{F0B7}", "-", "-"]])
    look.hasFormFeeds = random.chance(75)
    look.hasFootnotes = false
    look.gaps = random.number(2...4)
    look.foot = random.chance(60) ? "ETSI" : ""
    look.partsGlyphs = random.chance(40)
    look.joinsPartedLines = random.chance(50)
    return look
  }

  init(_ look: PrintedDocument.Look, seed: UInt64, quirks: Quirks = Quirks()) throws {
    catalog = try ReportFixture.shipped("etsi-en-304-223-2.1.1")
    self.quirks = quirks
    var look = look
    look.running = quirks.designation
    document = PrintedDocument(look, seed: seed, firstPage: 1)
    frontMatter()
    document.openChapter(quirks.designation, shows: false)
    document.heading("5 Requirements of the standard")
    for group in catalog.groups {
      heading(group.id.rawValue, group.title)
      for principle in catalog.controls where principle.parent == group.id.rawValue {
        add(principle)
      }
    }
    document.heading("Annex A (informative): More to read")
    document.paragraph("Provision 5.1.1-1 is read together with annex B of another standard.")
    document.heading("History")
    document.line("V1.1.1 April 2025 Publication as ETSI TS 104 223")
    text = document.written()
  }

  private mutating func frontMatter() {
    document.openChapter(quirks.designation, shows: false)
    document.line(quirks.designation)
    document.heading("Securing Artificial Intelligence (SAI)")
    document.heading("Contents")
    for group in catalog.groups {
      document.line("\(group.id) \(group.title) ............ 8")
      for principle in catalog.controls where principle.parent == group.id.rawValue {
        document.line(
          "\(principle.id) Principle \(number(principle)): \(principle.title) ........... 9")
      }
    }
    document.heading("2.2 Informative references")
    document.paragraph("[i.1] A report on the matter.", gap: true)
    document.paragraph("[i.3] A standard on words.", gap: true)
    document.heading("4 Structure")
    document.paragraph(
      "Each clause has provisions; Provision 5.1.1-1 is the first of them. The verbs shall and "
        + "should are read by the rules.", gap: true)
  }

  private func number(_ principle: Control) -> Int {
    (catalog.controls.filter { $0.kind == .principle }.firstIndex { $0.id == principle.id } ?? 0)
      + 1
  }

  private mutating func heading(_ id: String, _ title: String) {
    if quirks.partsNumbers {
      document.heading(id)
      document.paragraph(title, isBold: true, isLarge: true, takesNote: false, gap: false)
    } else {
      document.heading("\(id) \(title)")
    }
  }

  private mutating func add(_ principle: Control) {
    heading(principle.id.rawValue, "Principle \(number(principle)): \(principle.title)")
    if !principle.appliesTo.isEmpty {
      document.paragraph(
        "Primarily applies to: System Operators, Developers and Data Custodians", gap: true)
    }
    if !principle.references.isEmpty {
      document.paragraph("[i.7], [i.8], [i.19] and [i.24]", gap: true)
    }
    if principle.id == "5.3.1" {
      let note = "NOTE: Tests before a system goes live are dealt with in clause 5.2.5."
      document.paragraph(note, gap: true)
      notes[principle.id.rawValue] = [note]
    }
    for provision in catalog.controls where clause(of: provision) == principle.id.rawValue {
      guard !quirks.leftOut.contains(provision.id.rawValue) else { continue }
      add(provision, principle.id.rawValue)
    }
  }

  private func clause(of provision: Control) -> String? {
    guard provision.kind == .requirement else { return nil }
    return String(provision.id.rawValue.prefix { $0 != "-" })
  }

  private mutating func add(_ provision: Control, _ clause: String) {
    let verb = provision.modality == .required ? "shall" : "should"
    var text =
      "\(document.pick(["Developers", "System Operators", "Data Custodians"])) \(verb) keep "
      + "\(document.word()) in mind"
    switch document.pick([0, 1, 2, 3, 4]) {
    case 0: text += ", as the standard on \(document.word()) says (see clause 5.1.2 and [i.3])."
    case 1:
      text +=
        " and write down what they did about \(document.word()), in line with Provision "
        + "5.2.1-4 and with Provision 5.1.2-7 of the present document."
    case 2: text += ". Others can do so for AI-related \(document.word()), within 24 hours."
    default: text += " when they plan \(document.word()) or change it, and whenever it is moved."
    }
    let number = provision.id.rawValue.replacing("-", with: quirks.dash)
    let opening = (quirks.hasWord ? "Provision " : "") + number + quirks.mark + " "
    let hasList = document.chance(1, of: 8)
    if hasList { text = String(text.dropLast()) + ":" }
    document.paragraph(opening + text, takesNote: false, gap: true)
    if hasList {
      for end in [";", "; and", "."] {
        let item = "the \(document.word()) of the matter\(end)"
        document.paragraph(item, depth: 1)
        text += " " + item
      }
    }
    expected[provision.id.rawValue] = text
    var list: [String] = []
    if document.chance(1, of: 6) {
      list.append("NOTE 1: What this means can be read in [i.1]. A guide shall follow.")
      list.append("EXAMPLE: The firm of \(document.word()) has done so.")
    }
    for note in list { write(note) }
    if !list.isEmpty { notes[provision.id.rawValue] = list }
  }

  private mutating func write(_ note: String) {
    guard quirks.partsNotes, let end = note.firstIndex(of: ":") else {
      document.paragraph(note, gap: true, hang: 8)
      return
    }
    document.paragraph(String(note[...end]), gap: true)
    document.paragraph(String(note[note.index(end, offsetBy: 2)...]), gap: true)
  }
}
