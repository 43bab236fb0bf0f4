internal import ArgumentParser

/// Every format that `export` writes.
enum ExportFormatRegistry {
  /// All formats; the first one is written when none is named.
  static let all: [any ExportFormat] = [
    CSVExport(), XLSXExport(), HTMLExport(), SummaryExport(), MarkdownExport(), JSONExport(),
    SARIFExport(), JUnitExport(), AuditPackExport(),
  ]

  /// A line for each format, for the help.
  static var help: String {
    all.map {
      TextLayout.folded($0.summary, first: "  " + TextLayout.left($0.name, 12), indent: 14)
    }
    .joined(separator: "\n")
  }

  /// The formats that have an option, as the user names them: `csv` or `xlsx`.
  static func names(having option: ExportOption) -> String {
    all.filter { $0.options.contains(option) }.map(\.name).joined(separator: " or ")
  }
}

/// The format that `--format` names.
struct ExportFormatName: ExpressibleByArgument {
  let format: any ExportFormat

  init?(argument: String) {
    guard let format = ExportFormatRegistry.all.first(where: { $0.name == argument }) else {
      return nil
    }
    self.format = format
  }

  init() { format = ExportFormatRegistry.all[0] }

  static var allValueStrings: [String] { ExportFormatRegistry.all.map(\.name) }
  var defaultValueDescription: String { format.name }
}
