internal import ControlModel
public import Diagnostics
public import Scoring
internal import Spreadsheets
internal import Tables

/// `assessment.xlsx`: everything that an assessment comes to in one workbook (`docs/reports.md`).
///
/// Its matrices have the rows and columns of the CSV files, out of the same code.
public enum AssessmentWorkbook {
  /// The file.
  ///
  /// - Throws: when there is more than a workbook can hold.
  public static func encoded(_ result: AssessmentResult) throws(Refusal) -> [UInt8] {
    try workbook(result).encoded()
  }

  static func workbook(_ result: AssessmentResult) -> Workbook {
    let assessment = result.input.assessment
    let asOf = result.input.asOf
    let paper = PrintSetup(
      footLeft: assessment.organisation, footCentre: "As of \(asOf)")
    var sheets = [SummarySheet(result, paper).sheet()]
    let matrix = GapMatrix(result)
    sheets += result.catalogs.map { GapSheet.sheet($0, matrix, paper) }
    sheets.append(PracticeSheet.sheet(result, paper))
    sheets.append(EvidenceSheet(result, paper).sheet())
    sheets.append(ApplicabilitySheet(result, paper).sheet())
    sheets.append(MilestoneSheet(result, paper).sheet())
    sheets += result.catalogs.map { MatrixSheet.sheet($0, result.input, paper) }
    sheets.append(SummaryDataSheet.sheet(result, paper))
    return Workbook(
      title: "Gap assessment of \(assessment.organisation), as of \(asOf)",
      subject: assessment.system,
      created: Workbook.Day(year: asOf.year, month: asOf.month, day: asOf.day), sheets: sheets)
  }
}

extension Cell {
  /// A cell of the CSV files as a cell of a workbook. No text needs an apostrophe here, because
  /// the cell itself says that it holds text.
  init(csv cell: CSVTable.Cell, _ style: CellStyle = .text) {
    switch cell {
    case .text(let text): self.init(text, style)
    case .id(let id): self.init(id, style == .text ? .line : style)
    // The same four decimals as in the CSV files.
    case .number(let number):
      self.init(.number(Double(CSVTable.decimal(number)) ?? number), .number)
    case .count(let count): self.init(.number(Double(count)), .number)
    case .empty: self.init(.blank, style)
    }
  }

  /// A whole number.
  init(count: Int) { self.init(.number(Double(count)), .number) }

  /// A verdict by its word.
  init(_ verdict: Verdict) { self.init(verdict.rawValue, .tone(verdict.tone)) }
}

extension Verdict {
  /// How it looks.
  var tone: CellStyle.Tone {
    switch self {
    case .missing: .missing
    case .unmapped: .unknown
    case .unanswered: .unanswered
    case .partial: .partial
    case .unresolved: .unsettled
    case .riskAccepted: .accepted
    case .metByEquivalent: .equivalent
    case .met: .good
    case .notApplicable: .aside
    }
  }
}
