import ControlModel
import Diagnostics
import OSCAL
import Testing

@Suite struct ConversionTests {
  private func catalog(_ content: String) throws -> OSCALCatalog {
    let text = """
      <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u">
      \(BadOSCALTests.metadata)\(content)</catalog>
      """
    let reading = try OSCALReader.read(Array(text.utf8), file: "a.xml")
    guard case .catalog(let catalog) = reading.document else { throw NotACatalog() }
    return catalog
  }

  private struct NotACatalog: Error {}

  private let example = """
    <group id="gw" class="family"><title>Guarding weights</title>
    <control id="gw-1"><title>Vault</title>
    <param id="gw-1_p1"><label>a period</label></param>
    <param id="gw-1_p2"><select how-many="one-or-more"><choice>by hand</choice>\
    <choice>every <insert type="param" id-ref="gw-1_p1"/></choice></select></param>
    <param id="gw-1_p3"><label>number</label><value>three</value></param>
    <prop name="label" value="GW-1"/>
    <part name="statement" id="gw-1_s"><p>The lab:</p>
    <part name="item"><prop name="label" value="a."/>\
    <p>counts keys <insert type="param" id-ref="gw-1_p2"/> ; and</p></part>
    <part name="item"><prop name="label" value="b."/>\
    <p>needs <insert type="param" id-ref="gw-1_p3"/> people.</p></part></part>
    <part name="guidance"><p>Not shown.</p></part>
    <control id="gw-1.1"><title>Old rule</title><prop name="status" value="Withdrawn"/>
    <link rel="incorporated-into" href="#gw-1"/></control>
    </control></group>
    """

  @Test func assemblesStatements() throws {
    let made = OSCALCatalogConversion(
      try catalog(example), id: "house", source: Catalog.Source(), file: "a.xml")
    #expect(made.diagnostics.isEmpty)
    #expect(made.catalog.groups.map(\.id.rawValue) == ["gw"])
    let control = made.catalog.controls[0]
    #expect(
      control.statement == """
        The lab:
        a. counts keys [Selection (one or more): by hand; every [Assignment: a period]]; and
        b. needs three people.
        """)
    #expect(control.parent == "gw")
    #expect(control.locator.text == "clause GW-1")
    #expect(control.parameters.map(\.value) == ["three"])
  }

  @Test func marksWithdrawnControls() throws {
    let made = OSCALCatalogConversion(
      try catalog(example), id: nil, source: Catalog.Source(), file: "a.xml")
    let old = made.catalog.controls[1]
    #expect(old.id == "gw-1.1")
    #expect(old.parent == "gw-1")
    #expect(!old.kind.isAssessable)
    #expect(old.notes == ["Withdrawn by the publisher; incorporated into gw-1."])
    #expect(OSCALCatalogCounts(try catalog(example)).withdrawn == 1)
  }

  @Test func refusesIDsThatAreTakenOrNone() throws {
    let made = OSCALCatalogConversion(
      try catalog(
        "<control id='a'><title>A</title></control><control id='a'><title>B</title></control>"
          + "<control id='x&#x202E;y'><title>C</title></control>"), id: nil,
      source: Catalog.Source(), file: "a.xml")
    #expect(made.diagnostics.map(\.id) == ["oscal-duplicate-id", "oscal-bad-id"])
  }

  @Test func keepsDoublesWhereAProfileAsksForThem() throws {
    let double =
      "<control id='a'><title>A</title><control id='b'><title>B</title></control></control>"
    let made = OSCALCatalogConversion(
      try catalog(double + double + double), id: nil, source: Catalog.Source(), file: "a.xml",
      keepsDoubles: true)
    #expect(made.catalog.controls.map(\.id.rawValue) == ["a", "b", "a~2", "b~2", "a~3", "b~3"])
    #expect(made.catalog.controls.map(\.parent) == ["", "a", "", "a~2", "", "a~3"])
    #expect(made.catalog.controls.filter(\.idIsSynthetic).count == 4)
    #expect(made.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(made.diagnostics.count == 4)
  }

  @Test(arguments: [
    ("NIST Special Publication 800-53 Revision 4: Controls", "nist-sp-800-53-rev-4"),
    ("House rules", "house-rules"), ("../../etc", "etc"), ("日本", "日本"), ("★", "oscal-catalog"),
    ("Test version of the house rules", "test-version-of-the-house-rules"),
    ("House rules, Version 2.1", "house-rules-v-2.1"),
    (
      "Electronic Version of NIST SP 800-53 Rev 5.2.0 Controls", "nist-sp-800-53-rev-5.2.0-controls"
    ),
    ("Electronic (OSCAL) Version of the Garden Rules", "garden-rules"),
    ("Electronic version", "electronic-version"), ("Règles du château", "règles-du-château"),
    (
      "A rather long title of a document that tells the reader of the rules and the exceptions",
      "a-rather-long-title-of-a-document-that-tells-the-reader"
    ),
  ]) func namesCatalogs(title: String, id: String) {
    #expect(OSCALCatalogName.id(title: title) == id)
  }

  /// Our own catalogs come back with the same controls.
  @Test func exportsCatalogsOfOurOwn() throws {
    let own = Catalog(
      id: "own", title: "Own", publisher: "House", version: "1", conformance: .coverage,
      groups: [Group(id: "5", title: "Five"), Group(id: "5.1", title: "Inner", parent: "5")],
      controls: [
        Control(
          id: "5.1.1-1", parent: "5.1", title: "Rule", summary: "Keep *it* safe.",
          modality: .required),
        Control(id: "5.1.1", parent: "5", summary: "Beside a group."),
        Control(id: "5.1.1-1(a)", parent: "5.1.1-1", kind: .alternative, summary: "One way."),
      ])
    let today = try #require(CalendarDate(daysSinceEpoch: 20_000))
    let made = OSCALCatalogExport.convert(own, today: today)
    #expect(made == OSCALCatalogExport.convert(own, today: today))
    #expect(OSCALCatalogCounts(made).controls == 3)
    for form in OSCALForm.allCases {
      let bytes = OSCALWriter.bytes(.catalog(made), form: form)
      let reading = try OSCALReader.read(bytes, file: "a")
      #expect(reading.document == .catalog(made))
      #expect(reading.diagnostics.isEmpty)
    }
    #expect(made.groups[0].groups[0].controls[0].id == "c5.1.1-1")
    #expect(made.groups[0].groups[0].controls[0].property("label") == "5.1.1-1")
  }

  @Test("Our own words never come back as the publisher's")
  func keepsOwnWordsApart() throws {
    let own = Catalog(
      id: "own", title: "Own", conformance: .coverage,
      controls: [
        Control(id: "a", title: "Rule", summary: "Ours.", notes: ["Remark."]),
        Control(id: "b", summary: "Ours alone.", statement: "The publisher's."),
        Control(id: "c", title: "Bare", notes: ["Remark."]),
      ])
    let today = try #require(CalendarDate(daysSinceEpoch: 20_000))
    let document = OSCALCatalogExport.convert(own, today: today)
    let back = OSCALCatalogConversion(document, id: "own", source: .init(), file: "a").catalog
    #expect(back.controls.map(\.title) == ["Rule", "", "Bare"])
    #expect(back.controls.map(\.summary) == ["Ours.", "Ours alone.", ""])
    #expect(back.controls.map(\.statement) == [nil, "The publisher's.", nil])
    #expect(back.controls.map(\.statementSHA256.isEmpty) == [true, false, true])
    // Other programs may have no part of this name, and what they say is the publisher's.
    var other = document
    other.metadata.props = []
    let foreign = OSCALCatalogConversion(other, id: "own", source: .init(), file: "a").catalog
    #expect(foreign.controls.map(\.summary) == ["", "", ""])
    #expect(foreign.controls[0].statement?.contains("Ours.") == true)
  }
}
