/// Every field format there is, by name.
public enum FieldFormatRegistry {
  /// All formats, sorted by id.
  public static let all: [any FieldFormat] = [
    OSCALCatalogFormat(),
    OSCALMappingFormat(),
    OSCALProfileFormat(),
  ]

  /// The format that a file is of, by its content; nil when it is of none of them.
  public static func format(of file: FieldFile) -> (any FieldFormat)? {
    all.first { $0.recognises(file) }
  }
}
