import Comparison
import ControlModel
import TestSupport
import Testing

@Suite struct EditionDifferenceTests {
  @Test(arguments: 0..<60) func whatWasDoneIsFound(_ seed: Int) {
    var edition = RandomEdition(seed: UInt64(seed), count: 60)
    edition.change()
    let difference = EditionDifference(from: edition.old, to: edition.new)
    #expect(Set(difference.removed.map(\.control.id)) == edition.removed)
    #expect(Set(difference.added.map(\.control.id)) == edition.added)
    let pairs = Dictionary(
      uniqueKeysWithValues: difference.counterparts.map { ($0.old.id, $0.new.id) })
    #expect(pairs == edition.newIDs)
    func having(_ change: Counterpart.Change) -> Set<ControlID> {
      Set(difference.counterparts.filter { $0.changes.contains(change) }.map(\.old.id))
    }
    #expect(having(.renumbered) == Set(edition.newIDs.filter { $0 != $1 }.keys))
    #expect(having(.reworded) == edition.reworded)
    #expect(having(.obligation) == edition.weakened)
    #expect(having(.moved) == edition.moved)
    #expect(having(.retitled).isEmpty && having(.level).isEmpty && having(.kind).isEmpty)
    #expect(difference.splits.isEmpty && difference.merges.isEmpty)
    #expect(difference.counterparts.allSatisfy { $0.basis == .statement })
  }

  @Test(arguments: 0..<20) func nothingDiffersFromItself(_ seed: Int) {
    let edition = RandomEdition(seed: UInt64(seed), count: 80)
    let difference = EditionDifference(from: edition.old, to: edition.old)
    #expect(difference.isEmpty)
    #expect(difference.unchanged.count == 80)
    #expect(difference.counterparts.allSatisfy { $0.confidence == .sure && $0.similarity == 1000 })
  }

  @Test(arguments: 0..<30) func theOtherWayRoundIsTheMirrorImage(_ seed: Int) {
    var edition = RandomEdition(seed: UInt64(seed), count: 60)
    edition.change()
    let one = EditionDifference(from: edition.old, to: edition.new)
    let two = EditionDifference(from: edition.new, to: edition.old)
    #expect(Set(one.added) == Set(two.removed))
    #expect(Set(one.removed) == Set(two.added))
    #expect(one.splits == two.merges && one.merges == two.splits)
    let mirrored = two.counterparts.map {
      Counterpart(
        old: $0.new, new: $0.old, similarity: $0.similarity, basis: $0.basis,
        confidence: $0.confidence, changes: $0.changes)
    }
    #expect(Set(one.counterparts) == Set(mirrored))
  }

  @Test(arguments: 0..<30) func theOrderOfTheRowsDoesNotMatter(_ seed: Int) {
    var edition = RandomEdition(seed: UInt64(seed), count: 60)
    edition.change()
    let one = EditionDifference(from: edition.old, to: edition.new)
    var old = edition.old
    var new = edition.new
    old.controls = edition.random.shuffled(old.controls)
    new.controls = edition.random.shuffled(new.controls)
    let two = EditionDifference(from: old, to: new)
    #expect(Set(one.counterparts) == Set(two.counterparts))
    #expect(Set(one.added) == Set(two.added) && Set(one.removed) == Set(two.removed))
  }

  // MARK: Single cases

  private func catalog(_ controls: Control...) -> Catalog {
    Catalog(id: "c", title: "C", conformance: .modality, controls: controls)
  }

  /// Several that say the same: nobody can tell which is meant.
  @Test func ambiguityIsNotCalledRenumbering() {
    let text = "Keep a register of every model weight file and who may read it"
    let difference = EditionDifference(
      from: catalog(Control(id: "1", statement: text)),
      to: catalog(Control(id: "7", statement: text), Control(id: "8", statement: text)))
    #expect(difference.counterparts.isEmpty)
    #expect(difference.removed.first?.candidates.map(\.id) == ["7", "8"])
    #expect(difference.added.count == 2)
  }

  /// Two columns of an outcome may say the same; each goes with its own.
  @Test func indicatorsStayInTheirColumns() {
    let text = "You know which contracts matter and you include the right obligations in them"
    func indicator(_ id: ControlID, _ column: String, _ statement: String) -> Control {
      Control(
        id: id, parent: "A1.a", kind: .indicator, statement: statement, category: column)
    }
    let difference = EditionDifference(
      from: catalog(
        indicator("A1.a.PA.1", "partially-achieved", text),
        indicator("A1.a.A.1", "achieved", "\(text), with a plan for each of the contracts")),
      to: catalog(
        indicator("A1.a.PA.1", "partially-achieved", "Somebody looks at suppliers once a year"),
        indicator("A1.a.PA.2", "partially-achieved", text),
        indicator("A1.a.A.3", "achieved", text)))
    let pairs = difference.counterparts.map { "\($0.old.id)>\($0.new.id)" }
    #expect(pairs.contains("A1.a.PA.1>A1.a.PA.2"))
  }

  @Test func anIDThatNamesSomethingElseIsTold() {
    let difference = EditionDifference(
      from: catalog(
        Control(id: "1", statement: "Encrypt weights at rest with keys in a hardware module")),
      to: catalog(
        Control(id: "1", statement: "Train all staff about social engineering every year"),
        Control(id: "2", statement: "Encrypt weights at rest with keys in a hardware module")))
    #expect(difference.counterparts.map { "\($0.old.id)>\($0.new.id)" } == ["1>2"])
    #expect(difference.counterparts.first?.confidence == .sure)
    #expect(difference.added.map(\.idIsReused) == [true])
  }

  @Test func aSplitAndAMergerAreSeen() {
    let first = "Monitor access to weight storage around the clock and alert the security team"
    let second = "Rotate credentials of service accounts every thirty days without exception"
    let whole = catalog(
      Control(id: "1", statement: "\(first). \(second)."),
      Control(id: "2", statement: "Review visitors to the data hall before they enter"))
    let parts = catalog(
      Control(id: "1", statement: first), Control(id: "3", statement: second),
      Control(id: "2", statement: "Review visitors to the data hall before they enter"))
    let split = EditionDifference(from: whole, to: parts)
    #expect(split.splits.map(\.whole) == ["1"])
    #expect(split.splits.first?.parts == ["1", "3"])
    #expect(split.splits.first?.confidence == .likely)
    #expect(EditionDifference(from: parts, to: whole).merges == split.splits)
  }

  @Test func spellingIsNotRewording() {
    let difference = EditionDifference(
      from: catalog(
        Control(id: "1", title: "Monitor the system's behaviour"),
        Control(id: "2", title: "Clock synchronisation")),
      to: catalog(
        Control(id: "A", title: "Monitor the system\u{2019}s behaviour"),
        Control(id: "B", title: "Clock synchronization")))
    #expect(difference.counterparts.map { "\($0.old.id)>\($0.new.id)" } == ["1>A", "2>B"])
    #expect(difference.counterparts.allSatisfy { $0.changes == [.renumbered, .retitled] })
  }

  @Test func digestsAreEnough() {
    let digest = String(repeating: "ab", count: 32)
    let old = catalog(Control(id: "1", summary: "One wording", statementSHA256: digest))
    var new = catalog(Control(id: "1", summary: "Another of ours", statementSHA256: digest))
    let same = EditionDifference(from: old, to: new)
    #expect(same.counterparts.first?.changes == [])
    #expect(same.counterparts.first?.basis == .statement)
    new.controls[0].statementSHA256 = String(repeating: "cd", count: 32)
    new.controls[0].summary = "One wording"
    let other = EditionDifference(from: old, to: new)
    #expect(other.counterparts.first?.changes == [.reworded])
    #expect(other.counterparts.first?.basis == .statement)
  }

  @Test func withoutACommonTextTheIDIsAllThereIs() {
    let difference = EditionDifference(
      from: catalog(Control(id: "1", summary: "Ours")),
      to: catalog(Control(id: "1", statement: "Theirs")))
    #expect(difference.counterparts.first?.basis == nil)
    #expect(difference.counterparts.first?.confidence == .review)
  }

  /// Ten thousand controls that hardly differ end, and with the right result.
  @Test func nearlyEqualControlsDoNotExplode() {
    func controls(_ shift: Int) -> [Control] {
      (0..<10_000).map { index in
        Control(
          id: ControlID("\(index + shift)"),
          statement: "The operator shall keep the weights of the model safe in place \(index)")
      }
    }
    var old = catalog()
    old.controls = controls(0)
    var new = catalog()
    new.controls = controls(0)
    #expect(EditionDifference(from: old, to: new).isEmpty)
    new.controls = controls(100_000)
    let shifted = EditionDifference(from: old, to: new)
    #expect(shifted.counterparts.count + shifted.removed.count == 10_000)
    for pair in shifted.counterparts { #expect(pair.old.statement == pair.new.statement) }
  }

  @Test func wordsAreShownInOrder() {
    let difference = WordDifference(
      from: "Developers shall keep a log of every access.",
      to: "Developers should keep a full log of access.")
    #expect(
      difference.runs.map { "\($0.kind.rawValue): \($0.text)" } == [
        "same: Developers", "removed: shall", "added: should", "same: keep a", "added: full",
        "same: log of", "removed: every", "same: access.",
      ])
    #expect(WordDifference(from: "a b", to: "a b").runs.map(\.kind) == [.same])
    #expect(WordDifference(from: "", to: "").runs.isEmpty)
    let long = String(repeating: "a b ", count: 20_000)
    #expect(WordDifference(from: long + "x", to: "y " + long).runs.count == 2)
  }
}
