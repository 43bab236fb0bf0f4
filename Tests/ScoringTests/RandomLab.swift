import ControlModel
import Scoring
import TestSupport

extension Lab {
  /// A small random input. The same seed gives the same input.
  static func random(seed: UInt64) -> Lab {
    var maker = LabMaker(seed: seed)
    return maker.make()
  }
}

/// Makes random labs: a handful of each thing, so that everything meets everything often.
struct LabMaker {
  var random: SplitMix64
  private var lab = Lab()

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Goes on with a lab that is there.
  init(copying lab: Lab, seed: UInt64) {
    random = SplitMix64(seed: seed &+ 0xADD)
    self.lab = lab
  }

  static let shares = [0.1, 0.2, 0.25, 0.3, 0.5, 0.7, 0.75, 1]
  static let values = ["1", "2", "3"]
  static let days = ["2026-01-01", "2026-06-14", "2026-06-15", "2026-06-16", "2027-01-01"]
    .map(day)

  mutating func make() -> Lab {
    let rules: [Catalog.Conformance] = [.levels, .levels, .modality, .coverage]
    lab.conformance = random.one(of: rules)
    lab.levels = ["L1", "L2", "L3"].map { Level(id: $0) }
    lab.groups = [Group(id: "G1", title: "G1"), Group(id: "G2", title: "G2")]
    if random.chance(30) { lab.groups.append(Group(id: "G1.1", title: "G1.1", parent: "G1")) }
    if random.chance(35) { lab.assessment.contexts.append(Context(id: "there")) }
    if random.chance(30) { lab.assessment.roles = [random.one(of: [.developer, .endUser])] }
    makeControls()
    makePractices()
    makePairs()
    makeEvidence()
    makeAnswers()
    makeDeterminations()
    return lab
  }

  private mutating func makeControls() {
    for number in 1...random.one(of: [1, 1, 2, 2, 3]) {
      var control = Control(id: ControlID("R\(number)"))
      control.parent = random.one(of: lab.groups).id.rawValue
      control.level = random.one(of: ["L1", "L1", "L2", "L3"])
      control.modality = random.one(of: Control.Modality.allCases)
      if random.chance(10) { control.appliesTo = [random.one(of: Role.allCases)] }
      if random.chance(35) { control.aspects = aspects() }
      if number > 1, random.chance(30) {
        let lower = ControlID("R\(random.number(1...number - 1))")
        control.supersedes = [.init(id: lower, basis: .publisher)]
      }
      lab.controls.append(control)
      guard random.chance(30) else { continue }
      lab.controls[lab.controls.count - 1].combination = random.chance(50) ? .any : .all
      for letter in ["a", "b", "c"].prefix(random.number(1...3)) {
        var child = Control(id: ControlID("R\(number).\(letter)"), kind: .alternative)
        child.parent = control.id.rawValue
        if control.aspects.isEmpty, random.chance(20) { child.aspects = aspects() }
        if random.chance(20) { child.kind = .requirement }
        lab.controls.append(child)
      }
    }
  }

  private mutating func aspects() -> [Aspect] {
    ["x", "y", "z"].prefix(random.number(1...3)).map {
      Aspect(id: AspectID($0), weight: random.one(of: [1, 1, 2]))
    }
  }

  private mutating func makePractices() {
    for number in 1...random.number(1...4) {
      var practice = Practice(id: PracticeID("P\(number)"), title: "P\(number)")
      practice.layer = random.one(of: [.identity, .storage, .network])
      practice.owner = random.one(of: ["", "Ann", "Ben"])
      if random.chance(40) {
        practice.parameter =
          random.chance(50)
          ? .init(name: "v", type: .integer)
          : .init(name: "v", type: .choice, choices: Self.values)
      }
      lab.practices.append(practice)
    }
  }

  private mutating func makePairs() {
    for _ in 0...random.number(0...6) {
      let pair = pair()
      if random.chance(15) { lab.ownPairs.append(pair) } else { lab.pairs.append(pair) }
    }
  }

  /// A pair that could be in the lab.
  mutating func pair() -> MappingPair {
    let control = random.one(of: lab.controls)
    let practice = random.one(of: lab.practices)
    let share = random.chance(40) ? 1 : random.one(of: Self.shares)
    var pair = MappingPair(
      source: practice.id.rawValue, target: control.id,
      relation: share == 1 ? .superset : .subset, share: share)
    if random.chance(3) { pair.relation = .none }
    if !control.aspects.isEmpty, random.chance(70) {
      pair.aspect = random.one(of: control.aspects).id
    }
    if practice.parameter != nil, random.chance(60) {
      pair.when = Condition(
        parameter: "v", comparison: random.one(of: Condition.Comparison.allCases),
        value: random.one(of: Self.values))
    }
    return pair
  }

  private mutating func makeEvidence() {
    let states: [Evidence.Integrity] = [
      .intact, .intact, .intact, .unchecked, .missing, .changed, .noDigest,
    ]
    for number in 0..<random.number(0...3) {
      var piece = Evidence(id: EvidenceID("E\(number)"))
      piece.integrity = random.one(of: states)
      if random.chance(30) { piece.shows = random.one(of: Self.days) }
      if random.chance(50) { piece.validUntil = random.one(of: Self.days) }
      lab.assessment.evidence.append(piece)
    }
  }

  mutating func finding() -> Finding {
    let due = random.one(of: Self.days)
    var finding: Finding
    switch random.number(1...12) {
    case 1...5: finding = Finding(.implemented)
    case 6: finding = Finding(.partial(extent: random.one(of: [0.25, 0.5, 0.6])))
    case 7:
      finding = Finding(.partial(extent: random.one(of: [0.25, 0.5, 0.6])), due: due)
    case 8: finding = Finding(.planned, due: due)
    case 9: finding = Finding(.absent)
    case 10, 11: finding = Finding(.notApplicable, rationale: "because")
    default: finding = Finding(.unanswered)
    }
    if random.chance(70) { finding.value = random.one(of: Self.values) }
    if !lab.assessment.evidence.isEmpty, random.chance(60) {
      finding.evidence = [random.one(of: lab.assessment.evidence).id]
    }
    return finding
  }

  private mutating func makeAnswers() {
    for practice in lab.practices where random.chance(90) {
      var answer = Answer(practice: practice.id, finding: finding())
      if random.chance(20) { answer.owner = "Cleo" }
      if random.chance(20) { answer.supplier = random.one(of: ["Cloud", "Chips"]) }
      if random.chance(25) {
        answer.contexts = [random.one(of: lab.assessment.contexts).id: finding()]
      }
      lab.assessment.answers.append(answer)
    }
  }

  private mutating func makeDeterminations() {
    let requirements = lab.controls.filter { $0.kind == .requirement }
    for control in requirements where random.chance(20) {
      var determination = Determination(
        catalog: Lab.catalogID, requirement: control.id,
        decision: random.one(of: Determination.Decision.allCases), rationale: "because",
        approver: "Ann")
      if random.chance(40) { determination.expires = random.one(of: Self.days) }
      if random.chance(20) { determination.date = random.one(of: Self.days) }
      if random.chance(30) {
        determination.contexts = [random.one(of: lab.assessment.contexts).id]
      }
      if !lab.assessment.evidence.isEmpty, random.chance(50) {
        determination.evidence = [random.one(of: lab.assessment.evidence).id]
      }
      lab.assessment.determinations.append(determination)
    }
  }
}
