import ControlModel
import Scoring

/// A small input with one catalog `c`, built by hand or at random.
struct Lab {
  var conformance: Catalog.Conformance = .coverage
  var levels: [Level] = []
  var capacities: [Capacity] = []
  var groups: [Group] = []
  var controls: [Control] = []
  var practices: [Practice] = []
  var pairs: [MappingPair] = []
  var ownPairs: [MappingPair] = []
  var assessment = Assessment(organisation: "Lab", contexts: [Context(id: "here")])
  var asOf = day("2026-06-15")

  static let catalogID: CatalogID = "c"

  var catalog: Catalog {
    Catalog(
      id: Self.catalogID, title: "C", conformance: conformance, levels: levels,
      capacities: capacities, groups: groups, controls: controls)
  }

  var sets: [MappingSet] {
    [
      MappingSet(
        id: "p-to-c", source: .init(.practices, id: "p"), target: .init(.catalog, id: "c"),
        pairs: pairs)
    ]
  }

  var input: ScoringInput {
    ScoringInput(
      catalogs: [catalog], practices: practices,
      pairs: PracticePair.all(in: sets, own: ownPairs.isEmpty ? [:] : [Self.catalogID: ownPairs]),
      assessment: assessment, asOf: asOf)
  }

  func score() -> AssessmentResult { Scorer.score(input) }

  /// The result of the only catalog.
  func scored() -> CatalogResult { score().catalogs[0] }

  /// One requirement in one context.
  func row(_ id: ControlID, in context: ContextID = "here") -> RequirementResult? {
    scored().results.first { $0.requirement == id && $0.context == context }
  }
}

/// A day that is known to exist.
func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("no day: \(text)") }
  return date
}

extension Lab {
  /// A lab with one requirement `R` and practices `A`, `B`, `C` …, of which each meets a share.
  ///
  /// - Parameter shares: for each practice: its share of `R`, and how far it works.
  static func oneRequirement(_ shares: [(share: Double, status: Finding.Status)]) -> Lab {
    var lab = Lab(controls: [Control(id: "R")])
    for (position, entry) in shares.enumerated() {
      let name = String(UnicodeScalar(UInt8(65 + position)))
      lab.practices.append(Practice(id: PracticeID(name), title: name))
      lab.pairs.append(
        MappingPair(
          source: name, target: "R", relation: entry.share == 1 ? .superset : .subset,
          share: entry.share))
      lab.assessment.answers.append(
        Answer(practice: PracticeID(name), finding: Finding(entry.status)))
    }
    return lab
  }

  /// Adds a requirement that one new practice of the same name meets whole.
  mutating func add(_ control: Control, _ status: Finding.Status) {
    let name = control.id.rawValue
    controls.append(control)
    practices.append(Practice(id: PracticeID(name), title: name))
    pairs.append(MappingPair(source: name, target: control.id, relation: .superset))
    assessment.answers.append(Answer(practice: PracticeID(name), finding: Finding(status)))
  }

  /// Changes what is said of a practice.
  mutating func answer(_ practice: PracticeID, _ finding: Finding) {
    assessment.answers.removeAll { $0.practice == practice }
    assessment.answers.append(Answer(practice: practice, finding: finding))
  }
}
