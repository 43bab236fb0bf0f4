import ControlModel
import Diagnostics
import OSCAL
import Testing

@Suite struct RoundTripTests {
  /// XML keeps every character, white space too.
  @Test(arguments: 0..<40) func xmlKeepsAll(seed: UInt64) throws {
    var random = RandomOSCAL(seed: seed)
    let document = OSCALDocument.catalog(random.catalog())
    let reading = try OSCALReader.read(OSCALWriter.bytes(document, form: .xml), file: "a.xml")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.document.folded == document.folded)
    #expect(reading.document.merged == document.merged)
  }

  /// JSON and YAML keep everything but white space in prose.
  @Test(arguments: 0..<40) func dataKeepsAll(seed: UInt64) throws {
    var random = RandomOSCAL(seed: seed)
    let document = OSCALDocument.catalog(random.catalog())
    for form in [OSCALForm.json, .yaml] {
      let bytes = OSCALWriter.bytes(document, form: form)
      let reading = try OSCALReader.read(bytes, file: "a")
      #expect(reading.form == form)
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.document.folded == document.folded, "\(form)")
      #expect(OSCALWriter.bytes(reading.document, form: form) == bytes, "the same bytes again")
    }
  }

  /// Shapes of the newest published catalogs: revisions, three levels of controls, labels by class,
  /// texts in links, foreign parts, an anchor without text, a party that is not there.
  @Test func newestShapesSurvive() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://csrc.nist.gov/ns/oscal/1.0 https://example.org/c.xsd"
          uuid="720a010b-253c-4a94-bb65-cb58400966f6">
        <metadata>
          <title>Electronic version of the door framework</title>
          <published>2026-05-13T12:30:00-00:00</published>
          <last-modified>2026-05-11T16:01:09.00000-00:00</last-modified>
          <version>1.2.0</version>
          <oscal-version>v1.2.2</oscal-version>
          <revisions><revision><title>First</title><version>1.0.0</version>
            <oscal-version>v1.1.3</oscal-version><link rel="version-history" href="#r1"/>
            <remarks><p>Mends prop/@name=\\"label\\" of doors.</p></remarks></revision></revisions>
          <responsible-party role-id="publisher">
            <party-uuid>985fea3e-a6e5-4a57-ba3d-74f063bc8fa2</party-uuid></responsible-party>
        </metadata>
        <group id="DO" class="function"><title>DOORS</title>
          <prop name="label" value="DOORS (DO)"/>
          <part id="DO_overview" name="overview"><p>Of doors.</p></part>
          <control id="DO.LK" class="category"><title>Locks</title>
            <control id="DO.LK-01" class="subcategory"><title>DO.LK-01</title>
              <param id="A.01.ODP.01"><prop name="label" value="A.01.ODP[01]"/>
                <label>time</label><usage><p>a time of the owner</p></usage>
                <guideline><p>the time is defined.</p></guideline></param>
              <prop name="label" class="zero-padded" value="DO.LK-0001"/>
              <prop name="label" value="DO.LK-01"/>
              <prop name="risk" ns="https://example.org/ns" value="1st">
                <remarks><p>Own risk</p></remarks></prop>
              <link href="#r1" rel="external_reference"><text>A.1, B.2</text></link>
              <part id="s1" name="statement" class="requirement">
                <part name="item"><prop name="label" class="sp800-53a" value="zz"/>
                  <prop name="label" value="a."/>
                  <p>Lock within <insert type="param"
                      id-ref="A.01.ODP.01" />.</p></part></part>
              <part name="guidance"><p>See <a href="#/x?element=1" />1 of it.</p></part>
              <part name="example" ns="https://example.org/ns"><title>Example 1:</title>
                <p>A bolt</p></part>
            </control></control></group>
        <back-matter><resource uuid="00b12b29-654e-4fbb-8db0-6a156deb7eb4">
          <title>Doors: <em>Locks and Keys</em> (PDF)</title>
          <rlink href="https://example.org/x"/></resource></back-matter>
      </catalog>
      """
    let document = try OSCALReader.read(Array(text.utf8), file: "a.xml").document
    for form in [OSCALForm.xml, .json, .yaml] {
      let reading = try OSCALReader.read(OSCALWriter.bytes(document, form: form), file: "a")
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.document.folded == document.folded, "\(form)")
    }
    guard case .catalog(let catalog) = document else {
      Issue.record("no catalog")
      return
    }
    let made = OSCALCatalogConversion(catalog, id: nil, source: .init(), file: "a.xml").catalog
    #expect(made.controls.map(\.id.rawValue) == ["DO.LK", "DO.LK-01"])
    #expect(made.controls.last?.locator.text == "clause DO.LK-01")
    #expect(made.controls.last?.statement == "a. Lock within [Assignment: time].")
  }
}

extension OSCALDocument {
  /// Neighbouring texts become one when they are read, so they are compared after one reading.
  var merged: OSCALDocument {
    let bytes = OSCALWriter.bytes(self, form: .xml)
    return (try? OSCALReader.read(bytes, file: "").document) ?? self
  }
}
