internal import ControlModel
public import Diagnostics
internal import Spreadsheets

/// A questionnaire as a workbook: how to fill it in, the rows, the evidence that can be cited, and
/// out of sight what the import has to know.
public struct QuestionnaireWorkbook {
  /// The name of the sheet with the rows.
  public static let answers = "Answers"
  static let instructions = "How to fill it in"
  static let register = "Registered evidence"
  static let identification = "Identification"

  private let questionnaire: Questionnaire
  private let rows: [Questionnaire.Row]

  /// The file.
  ///
  /// - Throws: when there is more than a workbook can hold.
  public static func encoded(_ questionnaire: Questionnaire) throws(Refusal) -> [UInt8] {
    try QuestionnaireWorkbook(questionnaire).workbook().encoded()
  }

  private init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    rows = questionnaire.rows()
  }

  private func workbook() -> Workbook {
    let asOf = questionnaire.asOf
    return Workbook(
      title: "Questionnaire of \(questionnaire.assessment.organisation), \(asOf)",
      created: Workbook.Day(year: asOf.year, month: asOf.month, day: asOf.day),
      sheets: [instructionSheet(), answerSheet(), registerSheet(), identificationSheet()])
  }

  private var paper: PrintSetup {
    PrintSetup(
      footLeft: questionnaire.assessment.organisation,
      footCentre: "Questionnaire of \(questionnaire.asOf)")
  }

  // MARK: Instructions

  private func instructionSheet() -> Sheet {
    let owner = questionnaire.owner.map { "Only the practices of \($0). " } ?? ""
    let count = "\(questionnaire.practices.count) practices in \(rows.count) rows."
    let lines: [(String, CellStyle)] =
      [
        ("Questionnaire: \(questionnaire.assessment.organisation)", .title),
        ("\(owner)\(count) Exported for \(questionnaire.asOf).", .subtitle), ("", .plain),
        ("What to do", .section),
      ]
      + Self.steps.map { ($0, .text) }
      + [("", .plain), ("The statuses", .section)] + Self.statuses.map { ($0, .text) }
      + [("", .plain), ("What comes back", .section)] + Self.returns.map { ($0, .text) }
    return Sheet(
      name: Self.instructions, columns: [Sheet.Column(width: 84)],
      rows: lines.map { Sheet.Row([Cell($0.0, $0.1)]) },
      print: PrintSetup(isLandscape: false, footLeft: paper.footLeft, footCentre: paper.footCentre))
  }

  private static let steps = [
    "1. Go to the sheet 'Answers'. Fill in the light yellow cells; grey cells are only read.",
    "2. Read 'what counts' before you choose a status: it says what does not count, too.",
    "3. A row for 'all contexts' holds in every place that has no row of its own. Where one place "
      + "differs, copy the row, paste it below, and choose the place under 'context'. Such a row "
      + "stands alone: it takes neither value nor evidence from the other one.",
    "4. Under 'evidence' cite what is registered (see the sheet 'Registered evidence'), several "
      + "ids with a semicolon between them. To add a piece, fill in the columns 'new evidence': a "
      + "path within the assessment, such as evidence/policy.pdf, or an address. Only a file with "
      + "its SHA-256 can count as evidence.",
    "5. Days are written as 2027-03-31.",
    "6. Save as XLSX or CSV and send it back. What you leave as it is stays as it is.",
  ]

  private static let statuses = [
    "implemented: it works wholly.",
    "partial: it works to an extent between 0 and 1, both excluded; 50 % is 0.5.",
    "planned: not yet, but by the day under 'due'.",
    "absent: it is not there, and no day is set.",
    "not-applicable: it makes no sense here; say why under 'rationale'.",
    "unanswered: nobody has said.",
  ]

  private static let returns = [
    "The import tells every cell that it cannot read, shows what would change, and changes only "
      + "what you edited. Where somebody changed the same answer meanwhile, it shows both and "
      + "overwrites nothing.",
    "The last column of 'Answers' is hidden and says what was exported. Leave it there.",
  ]

  // MARK: Answers

  private func answerSheet() -> Sheet {
    let columns = QuestionnaireColumn.allCases
    let context = columns.firstIndex(of: .context) ?? 0
    return Sheet(
      name: Self.answers,
      columns: columns.map { column in
        Sheet.Column(width: Self.width(column), isHidden: column == .exported)
      },
      rows: [Sheet.Row(columns.map { Cell($0.rawValue, .header) }, height: 42)]
        + rows.map { row in Sheet.Row(columns.map { cell(row, $0) }) },
      frozenRows: 1, frozenColumns: 2, filterRow: 0, highlights: highlights(),
      choices: choices(context),
      print: PrintSetup(
        pagesWide: 3, footLeft: paper.footLeft, footCentre: paper.footCentre, repeatedColumns: 2))
  }

  private func cell(_ row: Questionnaire.Row, _ column: QuestionnaireColumn) -> Cell {
    let text = row.text(column)
    // What belongs to the answer as a whole stands in the row of all contexts only.
    let isElsewhere = row.context != nil && column.field?.isOfWholeAnswer == true
    return Cell(text, column.isInput && !isElsewhere ? .input : .guidance)
  }

  private static func width(_ column: QuestionnaireColumn) -> Double {
    switch column {
    case .practice: 30
    case .title: 34
    case .whatCounts: 60
    case .gradingPartial, .typicalEvidence, .parameter: 30
    case .context, .owner, .supplier: 20
    case .status: 16
    case .extent: 8
    case .value, .plannedValue, .due, .newShows, .newValidUntil: 12
    case .rationale, .notes: 36
    case .evidence, .newTitle, .newLocation: 28
    case .newKind: 14
    case .newSHA256: 24
    case .exported: 10
    }
  }

  /// Rows that are added below have the lists too.
  private static let spareRows = 200

  private func range(_ column: QuestionnaireColumn) -> SheetArea {
    let position = QuestionnaireColumn.allCases.firstIndex(of: column) ?? 0
    return SheetArea(
      rows: 1...(rows.count + Self.spareRows), columns: position...position)
  }

  private func highlights() -> [Highlight] {
    let tones: [(String, CellStyle.Tone)] = [
      ("implemented", .good), ("partial", .partial), ("planned", .unsettled),
      ("absent", .missing), ("not-applicable", .aside), ("unanswered", .unanswered),
    ]
    return tones.map { Highlight(range(.status), word: $0.0, tone: $0.1) }
  }

  private func choices(_ context: Int) -> [ChoiceList] {
    let places =
      [Questionnaire.everyContext] + questionnaire.assessment.contexts.map(\.id.rawValue)
    var lists = [
      ChoiceList(
        range(.context), values: places,
        help: "Where the answer holds. A place without a row of its own follows 'all contexts'."),
      ChoiceList(
        range(.status), values: Finding.Status.words,
        help: "partial needs an extent, planned a day, not-applicable a rationale."),
      ChoiceList(
        range(.newKind), values: ["policy", "configuration", "report", "certificate", "log"],
        help: "A proposal: any short word will do.", isStrict: false),
    ]
    for (position, row) in rows.enumerated() {
      guard let parameter = row.practice.parameter, parameter.type == .choice else { continue }
      // The two columns stand side by side.
      let columns =
        range(.value).columns.lowerBound...range(.plannedValue).columns.upperBound
      lists.append(
        ChoiceList(
          SheetArea(rows: (position + 1)...(position + 1), columns: columns),
          values: parameter.choices, help: "\(parameter.name), weakest first."))
    }
    return lists
  }

  // MARK: The rest

  private func registerSheet() -> Sheet {
    let header = ["evidence", "title", "kind", "file or address", "shows", "valid until"]
    return Sheet(
      name: Self.register, columns: [30, 44, 16, 50, 12, 12].map { Sheet.Column(width: $0) },
      rows: [Sheet.Row(header.map { Cell($0, .header) })]
        + questionnaire.assessment.evidence.sorted { $0.id < $1.id }.map { piece in
          Sheet.Row([
            Cell(piece.id.rawValue), Cell(piece.title), Cell(piece.kind),
            Cell(piece.file ?? piece.url ?? ""), Cell(piece.shows?.description ?? ""),
            Cell(piece.validUntil?.description ?? ""),
          ])
        },
      frozenRows: 1, filterRow: 0, print: paper)
  }

  private func identificationSheet() -> Sheet {
    let facts = [
      ("format", "counterweight-questionnaire/1"),
      ("organisation", questionnaire.assessment.organisation),
      ("system", questionnaire.assessment.system),
      ("day", questionnaire.asOf.description), ("owner", questionnaire.owner ?? ""),
      ("digest", digest), ("rows", String(rows.count)),
    ]
    return Sheet(
      name: Self.identification, columns: [Sheet.Column(width: 20), Sheet.Column(width: 70)],
      rows: facts.map { Sheet.Row([Cell($0.0, .plain), Cell($0.1, .plain)]) }
        + rows.map { Sheet.Row([Cell("row", .plain), Cell($0.stamp.text, .plain)]) },
      isHidden: true)
  }

  /// Of all that the rows said when they were exported.
  private var digest: String {
    AnswerTexts.mark(rows.map(\.stamp.text).joined(separator: "\n"))
  }
}
