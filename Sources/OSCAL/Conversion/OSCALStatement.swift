internal import Digests

/// The statement of a control with its digest.
struct OSCALStatement: Sendable {
  let text: String
  /// Of the text with white space folded; empty when there is none.
  let sha256: String
  /// Whether it names a parameter that is not among those it was made with.
  let lacksParameter: Bool

  init(_ control: OSCALControl, _ parameters: OSCALStatementText) {
    var lacksParameter = false
    let statement = parameters.statement(of: control, lacks: &lacksParameter)
    text = statement
    sha256 =
      statement.isEmpty
      ? "" : SHA256.hex(of: OSCALMarkupLine(text: statement).folded.plainText)
    self.lacksParameter = lacksParameter
  }
}
