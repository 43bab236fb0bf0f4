import ControlModel
import Diagnostics
import OSCAL
import TestSupport
import Testing

/// Statements are made group by group, while the next one is read; parameters may stand anywhere.
@Suite struct GroupStatementTests {
  /// Three groups and a control beside them; parameters named at random, some of them twice and
  /// some nowhere, some within the text of others.
  private func document(_ random: inout SplitMix64) -> String {
    func name() -> String { "p\(Int.random(in: 1...9, using: &random))" }
    func insert() -> String { "<insert type=\"param\" id-ref=\"\(name())\"/>" }
    func parameters() -> String {
      (0..<Int.random(in: 0...3, using: &random)).map { number in
        "<param id=\"\(name())\"><label>label \(number) \(insert())</label></param>"
      }.joined()
    }
    func control(_ id: String, within: String = "") -> String {
      """
      <control id="\(id)"><title>T</title>\(parameters())\
      <part name="statement"><p>Do \(insert()) , then \(insert()).</p></part>\(within)</control>
      """
    }
    let groups = (1...3).map { group in
      """
      <group id="g\(group)"><title>G</title>\(parameters())\
      \(control("c\(group)-1", within: control("c\(group)-1.1")))\(control("c\(group)-2"))</group>
      """
    }
    let catalogs = parameters()
    let last = control("alone")
    return """
      <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u">
      \(BadOSCALTests.metadata)\(catalogs)\(last)\(groups.joined())</catalog>
      """
  }

  private func controls(in catalog: OSCALCatalog) -> [OSCALControl] {
    func all(_ control: OSCALControl) -> [OSCALControl] {
      [control] + control.controls.flatMap(all)
    }
    return (catalog.groups.flatMap(\.controls) + catalog.controls).flatMap(all)
  }

  @Test func agreesWithTheWholeCatalogAtOnce() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let text = document(&random)
      let reading = try OSCALReader.read(Array(text.utf8), file: "a.xml", statements: true)
      guard case .catalog(let catalog) = reading.document else {
        Issue.record("no catalog")
        return
      }
      let whole = OSCALStatementText(catalog)
      let expected = controls(in: catalog).map { whole.statement(of: $0) }
      for statements in [reading.statements, nil] {
        let made = OSCALCatalogConversion(
          catalog, id: "a", source: Catalog.Source(), file: "a.xml", statements: statements)
        #expect(made.catalog.controls.map { $0.statement ?? "" } == expected)
      }
    }
  }
}

extension GroupStatementTests {
  /// Nine parameters that name the next one thirty times: 30 to the 8th words.
  @Test func parametersThatMultiplyAreRefused() throws {
    let names = { (number: Int) in
      String(repeating: "<insert type=\"param\" id-ref=\"p\(number)\"/> ", count: 30)
    }
    let parameters = (1...9).map { "<param id=\"p\($0)\"><label>\(names($0 + 1))</label></param>" }
    let text = """
      <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u">
      \(BadOSCALTests.metadata)<group id="g"><title>G</title><control id="c"><title>T</title>\
      \(parameters.joined())<part name="statement"><p>\(names(1))</p></part></control></group>
      </catalog>
      """
    for prepares in [true, false] {
      let reading = try OSCALReader.read(Array(text.utf8), file: "a.xml", statements: prepares)
      guard case .catalog(let catalog) = reading.document else { return }
      let made = OSCALCatalogConversion(
        catalog, id: "a", source: Catalog.Source(), file: "a.xml", statements: reading.statements)
      #expect(made.diagnostics.map(\.id) == ["oscal-long-parameters"])
    }
  }
}
