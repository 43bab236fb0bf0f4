/// Every field format there is, by name.
public enum FieldFormatRegistry {
  /// All formats, sorted by id; tables are the least particular and come last.
  public static let all: [any FieldFormat] = [
    CISOAssistantFormat(),
    OSCALCatalogFormat(),
    OSCALMappingFormat(),
    OSCALProfileFormat(),
    TableFormat(),
  ]

  /// The format that a file is of, by its content; nil when it is of none of them.
  public static func format(of file: FieldFile) -> (any FieldFormat)? {
    // A PDF is none, and need not be searched for the signs of each.
    file.bytes.starts(with: "%PDF-".utf8) ? nil : all.first { $0.recognises(file) }
  }
}
