import ControlModel
import Diagnostics
import Scoring
import TestSupport
import Testing
import Validation

/// The shipped practices and mappings: valid, and reaching what they should.
@Suite struct MappingContentTests {
  static let library = ShippedLibrary.current
  static let asOf = CalendarDate(year: 2026, month: 11, day: 24)

  private var practices: PracticeLibrary {
    get throws { try #require(Self.library.practices) }
  }

  @Test func catalogsHaveNoErrors() {
    for (name, catalog) in Self.library.catalogs {
      #expect(CatalogRules.structure(of: catalog) == [], "\(name)")
    }
  }

  @Test func practicesHaveNoErrors() throws {
    let practices = try practices.practices
    #expect(PracticeRules.check(practices, besides: []) == [])
    #expect(practices.count >= 60)
  }

  @Test func everyPairIsValid() throws {
    let rules = MappingRules(
      libraries: [try practices], catalogs: Array(Self.library.catalogs.values))
    for (name, set) in Self.library.sets { #expect(rules.errors(in: set) == [], "\(name)") }
  }

  @Test func setsAgreeWithEachOther() {
    let problems = MappingRules.lint(
      Array(Self.library.sets.values),
      pairs: Self.library.pairs.mapValues { $0.map(\.pair) },
      catalogs: Array(Self.library.catalogs.values))
    #expect(problems.filter { $0.severity == .error } == [])
  }

  @Test func noPairsContradictEachOther() throws {
    let found = MappingRules.contradictions(
      in: Array(Self.library.sets.values), practices: try practices.practices)
    #expect(found == [])
  }

  /// Where a practice and a clause only overlap, the pair says in which part, how much and why.
  @Test func overlapsNameTheirPart() {
    for (name, set) in Self.library.sets where set.source.kind == .practices {
      for pair in set.pairs where pair.relation == .intersects {
        #expect(pair.aspect != nil, "\(name): \(pair.source) → \(pair.target)")
        #expect(pair.share > 0 && pair.share < 1, "\(name): \(pair.source) → \(pair.target)")
        #expect(!pair.rationale.isEmpty, "\(name): \(pair.source) → \(pair.target)")
      }
      #expect(set.pairs.allSatisfy { $0.isShareKnown }, "\(name)")
    }
  }

  @Test func everyPairSaysWhyAndWhoSaysSo() {
    for (name, set) in Self.library.sets {
      #expect(!set.provenance.by.isEmpty, "\(name)")
      #expect(!set.provenance.isReviewed, "\(name) claims a review")
      for pair in set.pairs { #expect(!pair.rationale.isEmpty, "\(name): \(pair.source)") }
    }
  }

  /// Every heading of a catalog holds a requirement that a practice reaches.
  @Test(
    arguments: [
      "rand-model-weights-2024", "dsit-ai-cop-2025", "etsi-en-304-223-2.1.1",
      "ncsc-secure-ai-2023", "ncsc-ml-principles-2.0", "ncsc-caf-4.0",
    ] as [CatalogID])
  func everyHeadingIsReached(_ id: CatalogID) throws {
    let catalog = try #require(Self.library.catalog(id))
    let reached = Set((Self.library.pairs[id] ?? []).map(\.pair.target.rawValue))
    var parents: [String: String] = [:]
    for group in catalog.groups { parents[group.id.rawValue] = group.parent?.rawValue }
    for control in catalog.controls { parents[control.id.rawValue] = control.parent }
    var above: Set<String> = []
    for target in reached {
      var current = target
      while let parent = parents[current], !parent.isEmpty {
        above.insert(parent)
        current = parent
      }
    }
    let headings =
      catalog.groups.filter { $0.kind != "vector-category" && $0.id != "IMPL" }.map(\.id.rawValue)
      + catalog.controls.filter { $0.kind == .principle && !$0.parent.hasPrefix("IMPL") }
      .map(\.id.rawValue)
    for heading in headings { #expect(above.contains(heading), "\(id): \(heading)") }
  }

  private func assessment(_ finding: (Practice) -> Finding) throws -> Assessment {
    Assessment(
      organisation: "Lab", contexts: [Context(id: "here")],
      answers: try practices.practices.map { Answer(practice: $0.id, finding: finding($0)) })
  }

  private func score(_ finding: (Practice) -> Finding) throws -> AssessmentResult {
    let input = Self.library.input(try assessment(finding), asOf: try #require(Self.asOf))
    return Scorer.score(input)
  }

  /// Everything in place, each graded practice at its best value.
  static func best(_ practice: Practice) -> Finding {
    guard let parameter = practice.parameter else { return Finding(.implemented) }
    switch parameter.type {
    case .choice: return Finding(.implemented, value: parameter.choices.last)
    case .integer, .number:
      return Finding(.implemented, value: parameter.lowerIsBetter ? "0" : "1000000")
    }
  }

  /// With everything in place nothing is missing. A value that only one pair asks for exactly
  /// (`==`) is tried too: two good ways may exclude each other.
  @Test func everythingInPlaceLeavesNothingMissing() throws {
    let exact = Self.library.pairs.values.joined().compactMap { pair in
      pair.pair.when?.comparison == .exactly ? (pair.practice, pair.pair.when?.value) : nil
    }
    var best: [String: RequirementResult] = [:]
    for (practice, value) in [(PracticeID(""), nil)] + exact {
      let result = try score { one in
        one.id == practice ? Finding(.implemented, value: value) : Self.best(one)
      }
      for row in result.catalogs.flatMap(\.results) {
        let key = "\(row.catalog) \(row.requirement)"
        if (best[key]?.decisive.claimed.lower ?? -1) < row.decisive.claimed.lower {
          best[key] = row
        }
      }
    }
    for (key, row) in best {
      #expect(![.missing, .unanswered, .notApplicable].contains(row.verdict), "\(key)")
      // What is left open is left open by the mappings, not by an answer.
      if row.verdict != .unmapped { #expect(row.decisive.claimed.lower > 0, "\(key)") }
    }
    // What stands in docs/unmet-requirements.md, and nothing else, is not met.
    for catalog in Self.library.catalogs.values
    where catalog.conformance != .outcomes && catalog.isScoredUnasked {
      let total = catalog.count(.requirement)
      guard total > 0 else { continue }
      let open = best.filter { $0.value.catalog == catalog.id && $0.value.verdict != .met }
      let excused = catalog.id == "ncsc-secure-ai-2023" ? ["ncsc-secure-ai-2023 3.5.c"] : []
      #expect(open.keys.sorted() == excused)
    }
  }

  /// No answer is asked for nothing: without it, a lab that has all else lacks something. Only the
  /// ways that RAND's report offers in place of each other stand in for each other.
  @Test func everyPracticeMatters() throws {
    let ways: Set<PracticeID> = [
      "weight-export-capped", "weights-in-sealed-modules", "weight-output-limited",
      "weight-interfaces-hardened",
    ]
    let all = try verdicts(Self.best)
    let nothing = try verdicts { _ in Finding(.absent) }
    for practice in try practices.practices {
      if ways.contains(practice.id) {
        let alone = try verdicts { $0.id == practice.id ? Self.best($0) : Finding(.absent) }
        #expect(alone != nothing, "\(practice.id)")
      } else {
        let without = try verdicts { $0.id == practice.id ? Finding(.absent) : Self.best($0) }
        #expect(without != all, "\(practice.id)")
      }
    }
  }

  private func verdicts(_ finding: (Practice) -> Finding) throws -> [String: Verdict] {
    let rows = try score(finding).catalogs.flatMap(\.results)
    return Dictionary(
      uniqueKeysWithValues: rows.map { ("\($0.catalog) \($0.requirement)", $0.verdict) })
  }

  @Test func nothingInPlaceMeetsNothing() throws {
    for catalog in try score({ _ in Finding(.absent) }).catalogs {
      #expect(catalog.overall.coverage.counts.met == 0, "\(catalog.catalog.id)")
      for row in catalog.results {
        #expect([.missing, .unmapped].contains(row.verdict), "\(row.requirement) \(row.verdict)")
      }
      if case .levels(let levels) = catalog.overall.conformance {
        #expect(levels.reached[.claimed] == 0)
        // A category without measures at the first levels has them for nothing.
        for category in levels.categories {
          #expect(category.next?.blockers.isEmpty == false, "\(category.group)")
        }
      }
      if case .modality(let result) = catalog.overall.conformance {
        #expect(result.isConformant(on: .claimed) != true)
      }
    }
  }

  @Test func nothingAnsweredMeetsNothing() throws {
    for catalog in try score({ _ in Finding(.unanswered) }).catalogs {
      #expect(catalog.overall.coverage.counts.met == 0, "\(catalog.catalog.id)")
      if case .levels(let levels) = catalog.overall.conformance {
        #expect(levels.reached[.claimed] == 0)
      }
    }
  }

  /// The Code and the European norm say the same, so the same answers give the same.
  @Test func codeAndEuropeanNormScoreAlike() throws {
    var random = SplitMix64(seed: 72)
    let set = try #require(
      Self.library.sets.values.first {
        $0.source.id == "dsit-ai-cop-2025" && $0.target.id == "etsi-en-304-223-2.1.1"
      })
    for _ in 0..<5 {
      let result = try score { practice in
        switch random.number(0...3) {
        case 0: Self.best(practice)
        case 1: Finding(.partial(extent: 0.5), value: Self.best(practice).value)
        case 2: Finding(.absent)
        default: Finding(.unanswered)
        }
      }
      func rows(_ id: CatalogID) -> [String: RequirementResult] {
        let rows = result.catalogs.first { $0.catalog.id == id }?.results ?? []
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.requirement.rawValue, $0) })
      }
      let (code, norm) = (rows("dsit-ai-cop-2025"), rows("etsi-en-304-223-2.1.1"))
      for pair in set.pairs where code[pair.source] != nil {
        let (left, right) = (code[pair.source], norm[pair.target.rawValue])
        #expect(left?.verdict == right?.verdict, "\(pair.source) \(pair.target)")
        #expect(left?.bounds == right?.bounds, "\(pair.source) \(pair.target)")
      }
    }
  }

  /// How many vectors are feasible for each capacity, by the report's own table.
  @Test func feasibleVectorsByCapacity() throws {
    let catalog = try #require(
      try score { _ in Finding(.absent) }.catalogs.first {
        $0.catalog.id == "rand-model-weights-2024"
      })
    #expect(catalog.overall.threats.map(\.capacity) == ["OC1", "OC2", "OC3", "OC4", "OC5"])
    #expect(catalog.overall.threats.map(\.vectors) == [38, 38, 38, 38, 38])
    #expect(catalog.overall.threats.map(\.feasible) == [10, 15, 29, 37, 38])
    // At no level nothing is answered.
    for threat in catalog.overall.threats {
      #expect(threat.remaining.count == threat.feasible)
      #expect(!threat.isWithinLevel)
    }
  }

  @Test(.enabled(if: PackageFiles.hasShared("facts/rand.json"), "needs ../shared/facts/rand.json"))
  func feasibleVectorsEqualTheFacts() throws {
    let facts = try JSON(try #require(PackageFiles.shared("facts/rand.json")))
    let scores = facts["feasibility"]["scores"].items
    let catalog = try #require(
      try score { _ in Finding(.absent) }.catalogs.first {
        $0.catalog.id == "rand-model-weights-2024"
      })
    for threat in catalog.overall.threats {
      #expect(threat.feasible == scores.count { ($0[threat.capacity].count ?? 1) > 1 })
    }
  }

  /// At level n the vectors that an attacker of capacity n can use are answered.
  @Test func levelsAnswerTheVectorsOfTheirCapacity() throws {
    let catalog = try #require(Self.library.catalog("rand-model-weights-2024"))
    for reached in 1...5 {
      // One measure for each level, met up to the one reached.
      var small = catalog
      small.controls = catalog.controls.filter { $0.kind == .threat }
      small.groups = [Group(id: "G", title: "G")]
      var pairs: [PracticePair] = []
      for level in small.levels {
        small.controls.append(
          Control(id: ControlID("M\(level.id)"), parent: "G", level: level.id))
        pairs.append(
          PracticePair(
            practice: PracticeID(level.id),
            pair: MappingPair(
              source: level.id, target: ControlID("M\(level.id)"), relation: .equal)))
      }
      let input = ScoringInput(
        catalogs: [small],
        practices: small.levels.map { Practice(id: PracticeID($0.id), title: $0.id) },
        pairs: [small.id: pairs],
        assessment: Assessment(
          organisation: "Lab", contexts: [Context(id: "here")],
          answers: small.levels.prefix(reached).map {
            Answer(practice: PracticeID($0.id), finding: Finding(.implemented))
          }), asOf: try #require(Self.asOf))
      let threats = Scorer.score(input).catalogs[0].overall.threats
      for (position, threat) in threats.enumerated() {
        #expect(threat.isWithinLevel == (position < reached))
        #expect(threat.remaining.isEmpty == (position < reached || reached == 5), "\(threat)")
      }
    }
  }
}
