internal import Diagnostics

/// Tells a file that may have been cut off. YAML is whole wherever it is cut between two lines, so
/// that nothing else would show it.
enum EarlyEnd {
  /// Programs that write YAML end its last line. People often don't, but what closes there is whole.
  static func ofYAML(_ file: FieldFile) -> Diagnostic? {
    guard let last = file.text.last, last != 0x0A, last != 0x0D,
      last != UInt8(ascii: "\""), last != UInt8(ascii: "}"), last != UInt8(ascii: "]")
    else { return nil }
    let line = file.text.count { $0 == 0x0A } + 1
    return Diagnostic(
      .warning, id: "import-cut-off", "the last line has no end: was the file cut off?",
      at: SourceLocation(file: file.name, line: line),
      hints: [
        "compare its size with that of the publisher's, or fetch it again",
        "if it is whole, end its last line",
      ])
  }
}
