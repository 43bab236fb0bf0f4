internal import ControlModel
internal import Exporters
internal import Scoring

/// `--format csv`: the gap matrices, the matrices of practices, and the summary (`docs/csv.md`).
struct CSVExport: ExportFormat {
  let name = "csv"
  let summary = "a gap matrix and a practice matrix by catalog, and summary.csv"
  let options: Set<ExportOption> = [.excel]

  func files(_ request: ExportRequest) -> [ExportFile] {
    let result = request.result
    let matrix = GapMatrix(result)
    var files: [ExportFile] = []
    for catalog in result.catalogs {
      let id = catalog.catalog.id
      files.append(
        ExportFile(
          name: "gaps-\(id).csv", bytes: matrix.encoded(catalog, forExcel: request.isForExcel)))
      files.append(
        ExportFile(
          name: "matrix-\(id).csv",
          bytes: PracticeMatrix.encoded(
            catalog, input: result.input, forExcel: request.isForExcel)))
    }
    files.append(
      ExportFile(
        name: "summary.csv", bytes: SummaryTable(result).encoded(forExcel: request.isForExcel)))
    return files
  }
}
