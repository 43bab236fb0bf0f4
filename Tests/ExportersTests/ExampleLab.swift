import ControlModel
import Scoring

/// A tiny assessment of which every cell of the matrices was checked by hand.
enum ExampleLab {
  static func day(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("no day: \(text)") }
    return date
  }

  static let catalog = Catalog(
    id: "std-1.10", title: "A standard, \"first\" edition", conformance: .modality,
    groups: [Group(id: "s", title: "=Storage")],
    controls: [
      Control(id: "P1", parent: "s", kind: .principle, title: "Keep weights safe"),
      Control(
        id: "5.10", parent: "P1", summary: "Weights are encrypted, at rest and in transit.",
        modality: .required, aspects: [Aspect(id: "at-rest"), Aspect(id: "in-transit")]),
      Control(id: "1-2", parent: "P1", summary: "Patches come fast.", modality: .required),
      Control(
        id: "MAR-1", parent: "s", title: "+1 review", summary: "-1 day of delay",
        modality: .recommended),
      Control(id: "4", parent: "s", title: "Nobody maps to it", modality: .recommended),
      Control(
        id: "5", parent: "s", title: "For users", modality: .recommended, appliesTo: [.endUser]),
    ])

  static let practices = [
    Practice(id: "disk", title: "Disks", layer: .storage, owner: "Infra"),
    Practice(id: "wire", title: "Links", layer: .network, owner: "Infra"),
    Practice(
      id: "patch", title: "Patches", layer: .process, owner: "IT",
      parameter: .init(name: "patch-days", type: .integer)),
    Practice(id: "=review", title: "=Review", layer: .process, owner: "@Ann", isOwn: true),
  ]

  static let pairs = [
    MappingPair(
      source: "disk", target: "5.10", relation: .superset, aspect: "at-rest", rationale: "r"),
    MappingPair(
      source: "wire", target: "5.10", relation: .subset, share: 0.8, aspect: "in-transit",
      rationale: "r"),
    MappingPair(
      source: "patch", target: "1-2", relation: .superset, when: Condition("patch-days <= 14"),
      rationale: "r"),
    MappingPair(
      source: "disk", target: "1-2", relation: .intersects, share: 0.25, rationale: "r"),
    MappingPair(source: "disk", target: "5", relation: .superset, rationale: "r"),
  ]

  static var assessment: Assessment {
    Assessment(
      organisation: "Lab", roles: [.developer],
      contexts: [
        Context(id: "training", exposure: .internal), Context(id: "api", exposure: .external),
      ],
      targets: [
        Target(
          id: "1E5", statement: "All required, by 2027", catalog: catalog.id,
          goal: .modality(.required), by: day("2027-01-01"))
      ],
      answers: [
        Answer(
          practice: "disk", finding: Finding(.implemented, evidence: ["5.1", "E2"]),
          owner: "Ben, Cleo"),
        Answer(
          practice: "wire", finding: Finding(.partial(extent: 0.5), due: day("2026-12-01")),
          contexts: ["api": Finding(.absent)]),
        Answer(practice: "patch", finding: Finding(.implemented, value: "30")),
        Answer(practice: "=review", finding: Finding(.planned, due: day("2026-01-31"))),
      ],
      determinations: [
        Determination(
          catalog: catalog.id, requirement: "1-2", decision: .riskAccepted, contexts: ["api"],
          rationale: "=HYPERLINK(\"x\")", approver: "Dora", expires: day("2026-12-31")),
        Determination(
          catalog: catalog.id, requirement: "4", decision: .metByEquivalent,
          rationale: "done otherwise", approver: "Dora", expires: day("2026-06-14")),
      ],
      evidence: [
        Evidence(
          id: "5.1", shows: day("2026-01-01"), validUntil: day("2026-06-15"), integrity: .intact),
        Evidence(id: "E2", validUntil: day("2026-06-14"), integrity: .intact),
      ],
      practices: practices.filter(\.isOwn),
      pairs: [
        catalog.id: [
          MappingPair(source: "=review", target: "MAR-1", relation: .equivalent, rationale: "r")
        ]
      ])
  }

  static var input: ScoringInput {
    let set = MappingSet(
      id: "set", source: .init(.practices, id: "l"), target: .init(.catalog, id: "std-1.10"),
      pairs: pairs)
    return ScoringInput(
      catalogs: [catalog], practices: practices,
      pairs: PracticePair.all(in: [set], own: assessment.pairs), assessment: assessment,
      asOf: day("2026-06-15"))
  }

  static var result: AssessmentResult { Scorer.score(input) }
}
