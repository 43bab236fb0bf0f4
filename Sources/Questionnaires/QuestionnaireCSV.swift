internal import ControlModel
internal import Tables

/// A questionnaire as one CSV table.
public enum QuestionnaireCSV {
  /// The file.
  public static func encoded(_ questionnaire: Questionnaire, forExcel: Bool = false) -> [UInt8] {
    let columns = QuestionnaireColumn.allCases
    return CSVTable.encoded(
      columns.map { .text($0.rawValue) },
      questionnaire.rows().map { row in columns.map { cell(row, $0) } }, forExcel: forExcel)
  }

  private static func cell(
    _ row: Questionnaire.Row, _ column: QuestionnaireColumn
  ) -> CSVTable.Cell {
    let text = row.text(column)
    return column.holdsIDs ? .id(text) : .text(text)
  }
}
