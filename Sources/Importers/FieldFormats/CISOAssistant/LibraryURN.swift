/// A name of CISO Assistant: `urn:PACKAGER:risk:KIND:FRAMEWORK[:NODE]`.
struct LibraryURN: Hashable {
  /// As the file has it, in lower case: the tool compares them so.
  let text: String

  init(_ text: String) { self.text = FoldedText.fold(text).lowercased() }

  private var parts: [Substring] {
    text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
  }

  /// Who made it.
  var packager: String { parts.count > 1 ? String(parts[1]) : "" }

  /// Whether it is built as the tool builds them.
  var isWellFormed: Bool {
    let parts = parts
    return parts.count >= 5 && parts[0] == "urn" && parts.allSatisfy { !$0.isEmpty }
  }

  /// The framework, mapping set or library that it names or lies in.
  var family: String { parts.count > 4 ? String(parts[4]) : "" }

  /// What stands after the framework: the node.
  var tail: String { parts.count > 5 ? String(parts[5]) : "" }

  /// `text` as an id: lower case, nothing but letters, digits, points, dashes and underscores.
  static func identifier(_ text: String) -> String {
    var id = ""
    for scalar in FoldedText.fold(text).lowercased().unicodeScalars {
      let isKept =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || [".", "_", "-"].contains(scalar)
      id.unicodeScalars.append(isKept ? scalar : "-")
    }
    // Files are named after it.
    return String(id.drop { $0 == "." || $0 == "-" }.prefix(100))
  }

  /// An id for the `number`th of those that would have one: short enough for `FieldReader`, and
  /// another for each number, however long the id is.
  static func numbered(_ id: String, _ number: Int) -> String {
    guard number > 1 else { return id }
    let suffix = "-\(number)"
    return id.prefix(120 - suffix.count) + suffix
  }

  /// The id of the catalog that a framework becomes, unless another has it.
  static func plainID(of framework: LibraryURN) -> String {
    let parts = [framework.family, framework.tail].filter { !$0.isEmpty }
    return identifier(parts.isEmpty ? framework.text : parts.joined(separator: "-"))
  }

  /// The catalog that was made from a framework; of several, the one that nobody gave another name.
  static func catalog(
    of framework: LibraryURN, in language: String? = nil, among known: [KnownCatalog]
  ) -> KnownCatalog? {
    let same = known.filter {
      $0.urn == framework && (language == nil || $0.language == language)
    }
    let plain = plainID(of: framework)
    return same.first { $0.id == plain } ?? same.first
  }

  /// The id of the catalog that a framework becomes; where another catalog has it already, the
  /// packager stands before it, so that a shipped catalog is never replaced by a like-named one.
  /// A framework may come in several languages under one URN: the first keeps the plain id.
  ///
  /// - Parameter language: of its texts; nil: whichever is there.
  static func catalogID(
    of framework: LibraryURN, in language: String? = nil, besides known: [KnownCatalog]
  ) -> String {
    if let own = catalog(of: framework, in: language, among: known) { return own.id }
    let suffix = known.contains { $0.urn == framework } ? "-\(language ?? "")" : ""
    let plain = identifier(plainID(of: framework) + suffix)
    var id = plain
    var number = 1
    while known.contains(where: { $0.id == id }) {
      id = numbered(identifier("\(framework.packager)-\(plain)"), number)
      number += 1
    }
    return id
  }
}
