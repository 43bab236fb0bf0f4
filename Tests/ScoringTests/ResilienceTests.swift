import ControlModel
import Scoring
import Testing

/// Section 6: what has to fail before a met requirement is no longer met.
@Suite struct ResilienceTests {
  @Test(arguments: 1...4) func failuresSurvivedAreOneLessThanThePracticesThatMeetIt(_ count: Int) {
    let lab = Lab.oneRequirement(Array(repeating: (1, .implemented), count: count))
    let resilience = lab.row("R")?.resilience
    #expect(resilience?.failures == count - 1)
    #expect(resilience?.singlePoints.count == (count == 1 ? 1 : 0))
  }

  @Test func whatIsNotMetHasNoResilience() {
    #expect(Lab.oneRequirement([(0.5, .implemented)]).row("R")?.resilience == nil)
  }

  @Test func practicesOfOneLayerFailTogether() {
    var lab = Lab.oneRequirement([(1, .implemented), (1, .implemented)])
    lab.practices[0].layer = .storage
    lab.practices[1].layer = .storage
    #expect(lab.row("R")?.resilience?.fragileLayers == [.storage])
    lab.practices[1].layer = .network
    #expect(lab.row("R")?.resilience?.fragileLayers == [])
  }

  @Test func practicesOfOneOwnerOrSupplierFailTogether() {
    var lab = Lab.oneRequirement([(1, .implemented), (1, .implemented)])
    lab.practices[0].owner = "Ann"
    lab.assessment.answers[1].owner = "Ann"
    lab.assessment.answers[0].supplier = "Cloud"
    lab.assessment.answers[1].supplier = "Cloud"
    #expect(lab.row("R")?.resilience?.fragileOwners == ["Ann"])
    #expect(lab.row("R")?.resilience?.fragileSuppliers == ["Cloud"])
    // The answer's owner stands in for the library's.
    lab.assessment.answers[0].owner = "Ben"
    #expect(lab.row("R")?.resilience?.fragileOwners == [])
  }

  @Test func weakestAspectDecides() {
    var lab = Lab.oneRequirement(Array(repeating: (1, .implemented), count: 3))
    lab.controls[0].aspects = [Aspect(id: "x"), Aspect(id: "y")]
    for (index, aspect) in ["x", "x", "y"].enumerated() {
      lab.pairs[index].aspect = AspectID(aspect)
    }
    #expect(lab.row("R")?.resilience?.failures == 0)
    #expect(lab.row("R")?.resilience?.singlePoints == ["C"])
  }

  /// Alternatives with aspects that two practices of their own meet each, and one aspect that the
  /// same four practices meet in all of them: the smallest set that breaks the requirement is not
  /// made of the smallest sets that break each alternative.
  @Test func sharedPracticesAreCountedOnce() {
    var lab = Lab(controls: [Control(id: "R", combination: .any)])
    func add(_ practice: String, _ control: String, _ aspect: Int) {
      if !lab.practices.contains(where: { $0.id.rawValue == practice }) {
        lab.practices.append(Practice(id: PracticeID(practice), title: practice))
        lab.assessment.answers.append(
          Answer(practice: PracticeID(practice), finding: Finding(.implemented)))
      }
      lab.pairs.append(
        MappingPair(
          source: practice, target: ControlID(control), relation: .superset,
          aspect: AspectID("x\(aspect)")))
    }
    for child in 1...3 {
      var control = Control(id: ControlID("R.\(child)"), parent: "R", kind: .alternative)
      control.aspects = (0...8).map { Aspect(id: AspectID("x\($0)")) }
      lab.controls.append(control)
      for shared in 1...4 { add("shared\(shared)", "R.\(child)", 0) }
      for aspect in 1...8 {
        for own in 1...2 { add("P\(child).\(aspect).\(own)", "R.\(child)", aspect) }
      }
    }
    #expect(lab.row("R")?.resilience?.failures == 3)
  }

  /// A search that takes too long promises no more than it is sure of.
  @Test func hugeSearchEnds() throws {
    var lab = Lab(controls: [Control(id: "R")])
    lab.controls[0].aspects = (1...12).map { Aspect(id: AspectID("x\($0)")) }
    for aspect in 1...12 {
      for number in 1...12 {
        let name = "P\(aspect).\(number)"
        lab.practices.append(Practice(id: PracticeID(name), title: name))
        lab.assessment.answers.append(
          Answer(practice: PracticeID(name), finding: Finding(.implemented)))
        lab.pairs.append(
          MappingPair(
            source: name, target: "R", relation: .superset, aspect: AspectID("x\(aspect)")))
      }
    }
    let failures = try #require(lab.row("R")?.resilience?.failures)
    #expect((1...11).contains(failures))
  }

  @Test func singlePointsAreRankedByWhatFallsWithThem() {
    var lab = Lab()
    lab.add(Control(id: "R1"), .implemented)
    lab.add(Control(id: "R2"), .implemented)
    lab.controls.append(Control(id: "R3"))
    lab.pairs.append(MappingPair(source: "R2", target: "R3", relation: .superset))
    let points = lab.score().singlePoints
    #expect(points.map(\.practice) == ["R2", "R1"])
    #expect(points[0].requirements.map(\.requirement) == ["R2", "R3"])
  }
}

/// What it would bring to close a gap.
@Suite struct LeverageTests {
  @Test func gapsThatTurnRequirementsToMetComeFirst() {
    var lab = Lab(controls: [Control(id: "R1"), Control(id: "R2"), Control(id: "R3")])
    for name in ["A", "B"] { lab.practices.append(Practice(id: PracticeID(name), title: name)) }
    lab.pairs = [
      MappingPair(source: "A", target: "R1", relation: .superset),
      MappingPair(source: "B", target: "R2", relation: .subset, share: 0.9),
      MappingPair(source: "B", target: "R3", relation: .subset, share: 0.9),
    ]
    let gaps = lab.score().gaps
    #expect(gaps.map(\.practice) == ["A", "B"])
    #expect(gaps[0].turnsMet.map(\.requirement) == ["R1"])
    #expect(gaps[1].turnsMet.isEmpty)
    #expect(gaps[1].gain == 1.8)
  }

  @Test func blockersOfTheNextLevelComeBeforeOtherGaps() {
    var lab = Lab(conformance: .levels)
    lab.levels = ["L1", "L2", "L3"].map { Level(id: $0) }
    lab.groups = [Group(id: "G", title: "G")]
    lab.add(Control(id: "A", parent: "G", level: "L3"), .absent)
    lab.add(Control(id: "B", parent: "G", level: "L1"), .absent)
    #expect(lab.score().gaps.map(\.practice) == ["B", "A"])
    #expect(lab.score().gaps.map(\.unblocks) == [1, 0])
  }

  @Test func whatIsNotApplicableIsNoGap() {
    let lab = Lab.oneRequirement([(1, .notApplicable), (0.5, .implemented)])
    #expect(lab.row("R")?.verdict == .partial)
    #expect(lab.score().gaps.isEmpty)
  }

  @Test func implementedPracticeWithoutItsValueIsAGap() {
    var lab = Lab.oneRequirement([(1, .implemented)])
    lab.practices[0].parameter = .init(name: "v", type: .integer)
    lab.pairs[0].when = Condition("v >= 3")
    #expect(lab.score().gaps.map(\.practice) == ["A"])
    lab.answer("A", Finding(.implemented, value: "3"))
    #expect(lab.score().gaps.isEmpty)
  }

  @Test func contextsOfAGapAreThoseWhereItIsOpen() {
    var lab = Lab.oneRequirement([(1, .implemented)])
    lab.assessment.contexts.append(Context(id: "there"))
    lab.assessment.answers[0].contexts["there"] = Finding(.absent)
    let gap = lab.score().gaps.first
    #expect(gap?.contexts == ["there"])
    #expect(gap?.turnsMet.map(\.requirement) == ["R"])
  }
}

/// Pairs from shipped sets, from compositions, and the user's own.
@Suite struct PracticePairTests {
  private static let first = MappingSet(
    id: "p-to-a", source: .init(.practices, id: "p"), target: .init(.catalog, id: "a"),
    pairs: [
      MappingPair(source: "P", target: "1", relation: .subset, share: 0.4, confidence: .high),
      MappingPair(source: "P", target: "2", relation: .superset),
    ])
  private static let second = MappingSet(
    id: "a-to-b", source: .init(.catalog, id: "a"), target: .init(.catalog, id: "b"),
    pairs: [
      MappingPair(source: "1", target: "x", relation: .equal),
      MappingPair(source: "2", target: "y", relation: .intersects, share: 0.9),
    ])

  private func composed(along: [Relation]) -> [PracticePair] {
    let accepted = MappingSet(
      id: "p-to-b", source: .init(.practices, id: "p"), target: .init(.catalog, id: "b"),
      composition: .init(first: "p-to-a", second: "a-to-b", along: along), pairs: [])
    return PracticePair.all(in: [Self.second, accepted, Self.first], own: [:])["b"] ?? []
  }

  /// Section 9: a composed mapping is a lead until somebody accepted it.
  @Test func crosswalksAreNotCreditedByThemselves() {
    let pairs = PracticePair.all(in: [Self.first, Self.second], own: [:])
    #expect(pairs["b"] == nil)
    #expect(pairs["a"]?.count == 2)
  }

  @Test func acceptedCompositionCarriesPairsAlongItsRelations() {
    let pairs = composed(along: [.equal, .equivalent])
    #expect(pairs.map(\.pair.target) == ["x"])
    #expect(pairs.first?.pair.share == 0.4)
    #expect(pairs.first?.pair.path == "1 equal x")
    #expect(pairs.first?.pair.confidence == .high)
    #expect(pairs.first?.isOwn == false)
  }

  @Test func compositionAlongNothingCarriesNothing() { #expect(composed(along: []).isEmpty) }

  @Test func ownPairsStandBesideTheShipped() {
    let own = MappingPair(source: "Own", target: "1", relation: .superset)
    let pairs = PracticePair.all(in: [Self.first], own: ["a": [own]])["a"] ?? []
    #expect(pairs.count == 3)
    #expect(pairs.filter(\.isOwn).map(\.practice) == ["Own"])
  }

  @Test func orderOfSetsAndPairsDoesNotMatter() {
    var reversed = Self.first
    reversed.pairs.reverse()
    #expect(
      PracticePair.all(in: [Self.first, Self.second], own: [:])
        == PracticePair.all(in: [Self.second, reversed], own: [:]))
  }
}
