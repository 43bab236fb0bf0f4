internal import ControlModel

/// How binding a text is, by its verbs.
///
/// The first `shall` or `should` decides; the other of the two, and a `may` that permits something
/// to somebody (`Developers may`), are secondary. A `can`, and a `may` of another subject (`issues
/// that may arise`), only describe. Without any `shall` or `should`, a permitting `may` decides.
struct ModalVerbs: Hashable {
  var primary: Control.Modality?
  var secondary: [Control.Modality] = []

  init(in text: String) {
    for sentence in Sentences.split(text) {
      var previous = Substring()
      for word in sentence.lowercased().split(whereSeparator: { !$0.isLetter }) {
        defer { previous = word }
        let modality: Control.Modality
        switch word {
        case "shall": modality = .required
        case "should": modality = .recommended
        case "may" where Self.subjects.contains(previous): modality = .permitted
        default: continue
        }
        add(modality)
      }
    }
  }

  private static let subjects: Set<Substring> = [
    "developer", "developers", "operator", "operators", "custodian", "custodians", "user", "users",
    "organisation", "organisations", "organization", "organizations", "provider", "providers",
    "entity", "entities", "they",
  ]

  private mutating func add(_ modality: Control.Modality) {
    if primary == nil || (primary == .permitted && modality != .permitted) {
      if let primary, !secondary.contains(primary) { secondary.append(primary) }
      primary = modality
      secondary.removeAll { $0 == modality }
    } else if modality != primary, !secondary.contains(modality) {
      secondary.append(modality)
    }
  }
}
