internal import ControlModel
internal import Diagnostics

/// How users name a catalog: by its id, or by a short name.
enum CatalogName {
  /// Short names for the current edition of each standard.
  private static let short = [
    "rand": "rand-model-weights-2024", "dsit": "dsit-ai-cop-2025",
    "etsi": "etsi-en-304-223-2.1.1", "ncsc": "ncsc-secure-ai-2023",
    "ml": "ncsc-ml-principles-2.0", "caf": "ncsc-caf-4.0",
  ]

  /// The short names, for a list.
  static let shortNames = short.keys.sorted()

  /// The id that a name stands for; the name itself where it is no short one.
  static func id(_ name: String) -> String { short[name.lowercased()] ?? name }

  /// The catalog of a name. An id goes before a short name: somebody may call his own 'caf'.
  static func find(_ name: String, in catalogs: [Catalog]) -> Catalog? {
    catalogs.first { $0.id.rawValue == name } ?? catalogs.first { $0.id.rawValue == id(name) }
  }

  /// The short names of those that are there, and the ids.
  static func all(_ catalogs: [Catalog]) -> [String] {
    let ids = catalogs.map(\.id.rawValue)
    return shortNames.filter { ids.contains(id($0)) } + ids
  }

  /// The catalog of a name.
  ///
  /// - Throws: when there is none; says which one may be meant.
  static func catalog(_ name: String, in catalogs: [Catalog]) throws(Refusal) -> Catalog {
    if let found = find(name, in: catalogs) { return found }
    let known = catalogs.map(\.id.rawValue)
    let names = all(catalogs)
    // Who writes a publisher's or a standard's name means one of its catalogs.
    let parts = known.filter { $0.split(separator: "-").contains(Substring(name.lowercased())) }
    let meant =
      parts.isEmpty
      ? NearestMatch.hints(name, in: names)
      : ["did you mean \(parts.map { "'\($0)'" }.joined(separator: " or "))?"]
    throw Refusal(
      "unknown-catalog", "there is no catalog '\(name)'",
      hints: meant + ["known are: \(names.joined(separator: ", "))"])
  }
}
