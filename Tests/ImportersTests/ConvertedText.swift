import Subprocess

/// What `pdftotext` makes of a published PDF.
enum ConvertedText {
  /// The text of a PDF in `../shared`.
  ///
  /// - Parameters:
  ///   - name: the file below its documents.
  ///   - options: `-layout`.
  static func of(_ name: String, _ options: [String] = []) async throws -> String {
    let path = (SharedFolder.path ?? "") + "/documents/" + name
    let result = try await Subprocess.run(
      .name("pdftotext"), arguments: Arguments(options + [path, "-"]),
      output: .string(limit: 1 << 20), error: .discarded)
    return result.standardOutput
  }

  /// The same text as programs pass it on: as it is, with the line ends of Windows, and without
  /// form feeds, as a viewer copies it.
  static func copies(of text: String) -> [String] {
    [text, text.replacing("\n", with: "\r\n"), text.replacing("\u{0C}", with: "")]
  }
}
