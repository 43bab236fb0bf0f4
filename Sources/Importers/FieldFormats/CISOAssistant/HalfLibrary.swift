internal import Diagnostics
internal import YAMLEvents

/// Tells what the tool wrote that is no library.
enum HalfLibrary {
  /// Why nothing can be read of a file that has no mapping `objects`.
  static func problem(of root: YAMLNode?, in file: String, expected: String) -> Diagnostic {
    let fields = LibraryFields(root)
    let place = root?.location ?? SourceLocation(file: file)
    func told(_ summary: String, at location: SourceLocation, _ hint: String) -> Diagnostic {
      Diagnostic(
        .error, id: "library-objects", summary, at: location,
        hints: [hint, "expected \(expected)"])
    }
    if isBackup(root) {
      return told(
        "is a backup or an export of CISO Assistant's data, and no library", at: place,
        "download the library in the tool, and import that")
    }
    guard let fields else {
      return told("has no mapping 'objects'", at: place, "is the file complete?")
    }
    if fields.node("requirement_nodes") != nil {
      return told(
        "is a framework of CISO Assistant without its library", at: place,
        "put it into one: below 'objects:', as 'framework:'")
    }
    if fields.node("objects") != nil {
      return told(
        "'objects' is no mapping of what the library holds", at: fields.location(of: "objects"),
        "its keys are such as 'framework' and 'requirement_mapping_sets'")
    }
    return told(
      "has no mapping 'objects', so the library holds nothing", at: place,
      "is the file complete?")
  }

  /// Its data begin with the version of the program.
  private static func isBackup(_ root: YAMLNode?) -> Bool {
    switch root {
    case .mapping?:
      guard let fields = LibraryFields(root) else { return false }
      return LibraryFields(fields.node("meta"))?.node("media_version") != nil
    case .sequence(let sequence)?:
      let meta = LibraryFields(sequence.items.first)?.items("meta").first
      return meta?.node("media_version") != nil
    case .scalar?, nil: return false
    }
  }
}
