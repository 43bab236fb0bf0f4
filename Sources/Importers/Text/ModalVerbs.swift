internal import ControlModel

/// How binding a text is, by its verbs.
///
/// The first `shall` or `should` decides; the other of the two, and a `may` that is the first such
/// verb of its sentence, are secondary. A `can`, and a `may` inside a sentence, only describe.
/// Without any `shall` or `should`, such a `may` decides.
struct ModalVerbs: Hashable {
  var primary: Control.Modality?
  var secondary: [Control.Modality] = []

  init(in text: String) {
    for sentence in Sentences.split(text) {
      var isFirst = true
      for word in sentence.lowercased().split(whereSeparator: { !$0.isLetter }) {
        let modality: Control.Modality
        switch word {
        case "shall": modality = .required
        case "should": modality = .recommended
        case "may" where isFirst: modality = .permitted
        default: continue
        }
        isFirst = false
        add(modality)
      }
    }
  }

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
