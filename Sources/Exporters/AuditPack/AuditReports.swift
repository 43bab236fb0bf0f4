internal import ControlModel
public import Scoring

/// The reports of an audit pack. They follow from its other files and nothing else, so that anyone
/// can make them again and compare.
public enum AuditReports {
  /// Names below `reports/`, with the bytes, in the order of the names.
  public static func files(_ result: AssessmentResult) throws -> [(name: String, bytes: [UInt8])] {
    let matrix = GapMatrix(result)
    var files: [(name: String, bytes: [UInt8])] = [
      ("evidence-register.csv", EvidenceTable(result).encoded()),
      ("result.json", try ResultJSON.assessment(result).document()),
      ("summary.csv", SummaryTable(result).encoded()),
    ]
    for catalog in result.catalogs {
      let id = catalog.catalog.id
      files.append(("gaps-\(id).csv", matrix.encoded(catalog)))
      files.append(("matrix-\(id).csv", PracticeMatrix.encoded(catalog, input: result.input)))
    }
    return files.sorted { $0.name < $1.name }
  }
}
