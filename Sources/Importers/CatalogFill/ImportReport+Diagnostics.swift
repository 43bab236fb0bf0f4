internal import ControlModel
public import Diagnostics

extension ImportReport {
  /// Fewer than this share of what is expected, and the document is not taken for the whole.
  static let wholeShare = 0.75
  /// So many pieces of text without a place are told one by one.
  static let unplacedLimit = 100

  /// One line for each difference, most serious first.
  ///
  /// An error means that no catalog may be written: much of the document is missing, ids come
  /// twice, or characters turn the direction of writing. All else is a warning, which `--strict`
  /// makes an error, or a note.
  public var diagnostics: [Diagnostic] {
    errors + warnings + document.diagnostics
  }

  private var errors: [Diagnostic] {
    var list: [Diagnostic] = []
    let expected = expectedEntries
    let isPartial = Double(found.count) < Double(expected) * Self.wholeShare
    if isPartial {
      list.append(
        problem(
          .error, "import-incomplete",
          "holds \(found.count) of \(expected) entries of '\(catalog)': not the whole document",
          hints: (missing.isEmpty ? [] : [missingList]) + cutOff + partialHints))
    } else if !missing.isEmpty {
      list.append(
        problem(
          .warning, "import-missing",
          "lacks \(missing.count) of \(expected) entries of '\(catalog)'",
          hints: [missingList] + cutOff))
    }
    let indicatorsRead = document.entries.count { $0.kind == .indicator }
    if !isPartial, Double(indicatorsRead) < Double(expectedIndicators) * Self.wholeShare {
      list.append(
        problem(
          .error, "import-incomplete",
          "holds \(indicatorsRead) of \(expectedIndicators) indicators of '\(catalog)': not the "
            + "whole document", hints: cutOff + ["are the tables of the outcomes in it?"]))
    }
    list += repeatedIDs
    for id in turned {
      list.append(
        problem(
          .error, "import-bidi",
          "\(id) holds characters that turn the direction of writing", id: id,
          hints: ["they can make a text look like another; get the document from its publisher"]))
    }
    if let first = garbled.first {
      list.append(
        problem(
          .error, "import-encoding",
          "the text of \(Self.entries(garbled.count)) was read with the wrong encoding before it was "
            + "saved (‘â€™’ for an apostrophe)", id: first,
          hints: ["these: " + Self.list(garbled), "save the document again, as UTF-8"]))
    }
    return list
  }

  /// Each with its line; but where files are copies of one document, all of them at once.
  private var repeatedIDs: [Diagnostic] {
    let files = Set(document.entries.compactMap { part("document", of: $0.locator) })
    guard files.count > 1, !repeated.isEmpty else {
      return repeated.map { problem(.error, "import-repeated", "has \($0) more than once", id: $0) }
    }
    let ids = repeated.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    return [
      Diagnostic(
        .error, id: "import-repeated",
        "hold \(Self.entries(ids.count)) more than once, with other texts",
        at: SourceLocation(file: document.fileName),
        hints: [
          "these: " + Self.list(ids), "of copies or editions of one document, name only one",
        ])
    ]
  }

  /// All of them: nobody can look for what is not named.
  private var missingList: String { "expected but not found: " + missing.joined(separator: ", ") }

  private var cutOff: [String] { document.earlyEnd.isEmpty ? [] : [document.earlyEnd] }

  /// What to do about half a document.
  private var partialHints: [String] {
    let isPage = document.form == .html || document.form == .collectionContent
    if found.isEmpty {
      return ["it holds none of the entries: is it an introduction or an overview?"]
        + (isPage ? ["save the pages of its sections, and name all of them in one command"] : [])
    }
    return isPage
      ? ["if the site splits it into pages, save all of them and name them in one command"] : []
  }

  private static func entries(_ count: Int) -> String {
    count == 1 ? "1 entry" : "\(count) entries"
  }

  /// Ids for people: not more than fit into a few lines.
  private static func list(_ ids: [String]) -> String {
    let shown = ids.prefix(40).joined(separator: ", ")
    return ids.count > 40 ? "\(shown) and \(ids.count - 40) more" : shown
  }

  private var warnings: [Diagnostic] {
    var list = alignment
    for id in unexpected {
      list.append(
        problem(.warning, "import-unexpected", "has \(id), which '\(catalog)' does not", id: id))
    }
    for id in outOfOrder {
      list.append(problem(.warning, "import-order", "\(id) stands out of order", id: id))
    }
    for title in titles {
      list.append(
        problem(
          .warning, "import-title", "the title of \(title.id) differs", id: title.id,
          hints: ["ships: \(title.expected)", "read: \(title.found)"]))
    }
    for verb in modalities {
      list.append(
        problem(
          .warning, "import-modality",
          "\(verb.id) reads as \(verb.found), and ships as \(verb.expected)", id: verb.id))
    }
    for column in indicators {
      list.append(
        problem(
          .warning, "import-indicators",
          "the column \(column.id) has \(column.found) statements, not \(column.expected)",
          id: column.id.split(separator: ".").dropLast().joined(separator: "."),
          hints: [
            "none of this column was added: an id counts its statements from the top, and answers "
              + "would belong to others"
          ]))
    }
    if let first = digests.first {
      list.append(
        problem(
          .warning, "import-digest",
          "the wording of \(Self.entries(digests.count)) differs from the edition that the catalog was "
            + "made from", id: first.id,
          hints: ["these: " + Self.list(digests.map(\.id))]))
    }
    list += document.torn.prefix(Self.unplacedLimit).map(problem(of:))
    let moreTorn = document.torn.count - Self.unplacedLimit
    if moreTorn > 0 {
      list.append(
        problem(
          .warning, "import-torn", "and \(moreTorn) more texts are not in the order of the print",
          hints: ["is this the document as published?"]))
    }
    for text in document.unplaced.prefix(Self.unplacedLimit) {
      list.append(
        Diagnostic(
          .warning, id: "import-unplaced", "text \(text.position) belongs to no entry",
          at: location(text.locator),
          hints: [
            "\(text.locator.text): \(text.text.prefix(120))" + (text.text.count > 120 ? "…" : "")
          ]))
    }
    let more = document.unplaced.count - Self.unplacedLimit
    if more > 0 {
      list.append(
        problem(
          .warning, "import-unplaced", "and \(more) more pieces of text belong to no entry",
          hints: ["is this the document as published?"]))
    }
    for pair in partsOfOthers {
      list.append(
        problem(
          .note, "import-part", "the wording of \(pair.id) is a part of \(pair.whole)'s text",
          id: pair.whole))
    }
    return list
  }

  /// Lines without an order, and the entries that have no text for it.
  private func problem(of torn: TornText) -> Diagnostic {
    let ids = Self.list(torn.ids)
    guard let first = torn.lines.first, let last = torn.lines.last else {
      return problem(.warning, "import-torn", "\(ids): bullets without a text")
    }
    return Diagnostic(
      .warning, id: "import-torn",
      "\(ids): what the text has for \(torn.ids.count == 1 ? "it" : "them") is not in the order of "
        + "the print, and was not taken",
      at: location(first.locator),
      hints: [
        (first.locator == last.locator
          ? first.locator.text : "from \(first.locator.text) to \(last.locator.text)")
          + ": no order of these lines gives the text that the catalog was made from",
        "make the text with 'pdftotext -layout', or import the PDF itself",
      ])
  }

  func problem(
    _ severity: Severity, _ name: String, _ summary: String, id: String = "",
    hints: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      severity, id: name, summary, at: location(places[id] ?? Locator()),
      hints: hints)
  }

  /// The line, in the file of several that a place names.
  func location(_ locator: Locator) -> SourceLocation {
    SourceLocation(
      file: part("document", of: locator) ?? document.fileName,
      line: part("line", of: locator).flatMap { Int($0) } ?? 0)
  }

  private func part(_ name: String, of locator: Locator) -> String? {
    locator.parts.first { $0.name == name }?.value
  }
}
