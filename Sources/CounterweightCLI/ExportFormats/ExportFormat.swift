internal import Scoring

/// A format that `export` writes: a name, a line for the help, and the files that it makes.
///
/// Each format is one file beside this one, and one line in `ExportFormatRegistry`.
protocol ExportFormat: Sendable {
  /// What `--format` calls it, in kebab case.
  var name: String { get }
  /// What it writes, for the help: a phrase of at most 60 characters.
  var summary: String { get }
  /// The options, beside those that every format has, that mean something to it.
  var options: Set<ExportOption> { get }

  /// Makes the files, in the order in which they are listed. The same request gives the same bytes.
  func files(_ request: ExportRequest) throws -> [ExportFile]
}

extension ExportFormat {
  var options: Set<ExportOption> { [] }
}

/// A file that is to be written.
struct ExportFile: Sendable {
  /// Its name in the directory that `--out` names.
  let name: String
  /// What is in it.
  let bytes: [UInt8]
}

/// What the user asked for.
struct ExportRequest {
  /// The assessment, scored.
  let scored: Scored
  /// Whether the files are to be marked as UTF-8 in the way that Excel needs.
  let isForExcel: Bool
  /// What the result is compared with.
  let since: Since?
  /// Where the assessment and the library lie, for formats that take their files along.
  let sources: AssessmentOptions
  /// The file of the key that signs; empty: nothing is signed.
  let signingKey: String

  /// The results that every format is made from.
  var result: AssessmentResult { scored.result }
}

/// An option that only some formats have.
enum ExportOption: String, Sendable {
  case excel = "--excel"
  case since = "--since"
  case signingKey = "--signing-key"
}
