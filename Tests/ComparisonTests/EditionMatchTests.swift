import Comparison
import ControlModel
import Testing

/// What makes two entries of two editions belong together, one ground at a time.
@Suite struct EditionMatchTests {
  private func difference(
    _ old: [Control], _ new: [Control], _ groups: (String, String) = ("g", "h")
  ) -> EditionDifference {
    func catalog(_ id: CatalogID, _ controls: [Control], _ group: String) -> Catalog {
      Catalog(
        id: id, title: "C", conformance: .modality,
        groups: [Group(id: GroupID(group), title: "Keeping of keys")], controls: controls)
    }
    return EditionDifference(from: catalog("o", old, groups.0), to: catalog("n", new, groups.1))
  }

  private func pairs(_ difference: EditionDifference) -> [String] {
    difference.counterparts.map { "\($0.old.id)>\($0.new.id) \($0.confidence.rawValue)" }
  }

  @Test func leadingZerosAndCaseMakeNoOtherID() {
    let old = [
      Control(id: "ID.AM-1", title: "Devices are listed"), Control(id: "PR.10", title: "Ten"),
    ]
    let new = [
      Control(id: "id.am-01", title: "Hardware has an inventory"),
      Control(id: "PR.1", title: "One"),
    ]
    let found = difference(old, new)
    #expect(found.counterparts.isEmpty || pairs(found) == ["ID.AM-1>id.am-01 to-review"])
    let alike = difference(
      old, [Control(id: "id.am-01", title: "Devices are listed by hand"), new[1]])
    #expect(pairs(alike) == ["ID.AM-1>id.am-01 sure"])
  }

  @Test func furtherVerbsAreObligationsToo() {
    let text = "Keep the keys, and when they are lost tell the owner of the weights at once"
    var old = Control(id: "1", statement: text, modality: .required)
    let new = old
    old.secondaryModality = [.recommended]
    #expect(difference([old], [new]).counterparts.map(\.changes) == [[.obligation]])
  }

  @Test func aWayToMeetAControlMayBecomeAControl() {
    let text = "Keep the keys in a module that gives an alarm when somebody opens it"
    let found = difference(
      [Control(id: "1.a", kind: .alternative, statement: text)],
      [Control(id: "7", kind: .requirement, statement: text)])
    #expect(pairs(found) == ["1.a>7 sure"])
    #expect(found.counterparts.first?.changes.contains(.kind) == true)
    let principle = difference(
      [Control(id: "1.a", kind: .principle, statement: text)],
      [Control(id: "7", kind: .requirement, statement: text)])
    #expect(principle.counterparts.isEmpty)
  }

  /// Twins in text go with the heading that they stood under.
  @Test func theHeadingDecidesBetweenTwins() {
    let twin = "Review who has access and take away what nobody needs any more"
    func edition(_ first: String, _ second: String, _ ids: [ControlID]) -> [Control] {
      [
        Control(
          id: ControlID(first), kind: .principle,
          statement: "Weights in storage stay encrypted under keys of their own"),
        Control(
          id: ControlID(second), kind: .principle,
          statement: "Offices and data halls admit nobody without a badge"),
        Control(id: ids[0], parent: first, statement: twin),
        Control(id: ids[1], parent: second, statement: twin),
      ]
    }
    let found = difference(
      edition("S", "O", ["S.1", "O.1"]), edition("A", "B", ["A.9", "B.9"]))
    let targets = Dictionary(
      uniqueKeysWithValues: found.counterparts.map { ($0.old.id.rawValue, $0.new.id.rawValue) })
    #expect(targets["S.1"] == "A.9" && targets["O.1"] == "B.9", "\(targets)")
    #expect(found.counterparts.allSatisfy { !$0.changes.contains(.moved) })
  }

  @Test func halfAlikeIsNeverSureUnderAnotherID() {
    let found = difference(
      [
        Control(
          id: "1",
          statement: "Encrypt weights at rest with keys that a hardware module keeps for the lab")
      ],
      [
        Control(
          id: "7",
          statement: "Encrypt weights at rest with keys that every vendor hands over in spring")
      ])
    #expect(!found.counterparts.contains { $0.confidence == .sure }, "\(pairs(found))")
    #expect(found.counterparts.count + found.removed.count == 1)
    if let one = found.counterparts.first { #expect((450..<700).contains(one.similarity)) }
  }

  @Test func theSameHeadingMakesARewordedTextSure() {
    func control(_ id: ControlID, _ text: String) -> Control {
      Control(id: id, title: "Keys in hardware modules alone", statement: text)
    }
    let found = difference(
      [
        control(
          "1", "Encrypt weights at rest with keys that a hardware module keeps for the lab alone")
      ],
      [
        control(
          "7", "Encrypt weights at rest with keys that a hardware vendor hands over for the lab")
      ])
    #expect(pairs(found) == ["1>7 sure"])
  }

  @Test func aSplitNeedsMostOfTheWholeAndMoreThanAFewWords() {
    let first = "Monitor access to weight storage around the clock and alert the security team"
    let second = "Rotate credentials of service accounts every thirty days without exception"
    let rest =
      "Buy cameras for each door, test them in winter, keep films for a month, show them to nobody, "
      + "and write down who asked for one, on which day, and what the board said when it heard of it"
    let whole = [Control(id: "1", statement: "\(first). \(second).")]
    let parts = [Control(id: "8", statement: first), Control(id: "9", statement: second)]
    #expect(difference(whole, parts).splits.map(\.parts) == [["8", "9"]])
    let long = [Control(id: "1", statement: "\(first). \(second). \(rest). \(rest.uppercased())")]
    #expect(difference(long, parts).splits.isEmpty)
    let few = [
      Control(id: "8", statement: first), Control(id: "9", statement: "Rotate credentials"),
    ]
    #expect(!difference(whole, few).splits.contains { $0.parts.contains("9") })
    // What is there as a whole was not split, whatever else repeats a part of it.
    let kept = whole + [Control(id: "9", statement: second)]
    #expect(difference(whole, kept).splits.isEmpty)
  }
}
