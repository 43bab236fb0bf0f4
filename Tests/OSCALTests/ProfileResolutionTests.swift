import Diagnostics
import OSCAL
import Testing

/// The phases of profile resolution on a small catalog of our own.
@Suite struct ProfileResolutionTests {
  private static let catalog = """
    <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="00000000-0000-4000-8000-000000000001">
      <metadata><title>Gardens</title><last-modified>2026-01-01T00:00:00Z</last-modified>
        <version>1</version><oscal-version>1.1.2</oscal-version></metadata>
      <param id="season"><label>season</label></param>
      <param id="unused"><label>unused</label></param>
      <group id="g1"><title>Beds</title>
        <param id="depth"><label>depth in <insert type="param" id-ref="season"/></label></param>
        <control id="b-1"><title>Dig</title>
          <part id="b-1_smt" name="statement"><p>Dig <insert type="param" id-ref="depth"/></p></part>
          <control id="b-1.1"><title>Dig twice</title></control>
          <control id="b-1.2"><title>Dig thrice</title>
            <param id="times"><label>times</label></param></control>
        </control>
        <control id="b-2"><title>Water</title><prop name="label" value="B2"/>
          <part id="b-2_smt" name="statement"><p>Water as at <a href="#00000000-0000-4000-8000-00000000000a">well</a></p></part></control>
        <control id="b-10"><title>Weed <insert type="param" id-ref="times"/> times</title></control>
      </group>
      <group id="g2"><title>Trees</title><control id="t-1"><title>Prune</title></control></group>
      <back-matter>
        <resource uuid="00000000-0000-4000-8000-00000000000a"><title>Well</title></resource>
        <resource uuid="00000000-0000-4000-8000-00000000000b"><title>Nobody's</title></resource>
      </back-matter>
    </catalog>
    """

  private func profile(_ body: String) -> String {
    """
    <profile xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="00000000-0000-4000-8000-000000000002">
      <metadata><title>Mine</title><last-modified>2026-01-01T00:00:00Z</last-modified>
        <version>1</version><oscal-version>1.1.2</oscal-version></metadata>
      \(body)
    </profile>
    """
  }

  private func resolve(
    _ body: String, others: [String: String] = [:]
  ) throws -> ProfileResolution {
    let files = others.merging(["catalog.xml": Self.catalog]) { first, _ in first }
    let reading = try OSCALReader.read(Array(profile(body).utf8), file: "p.xml")
    guard case .profile(let profile) = reading.document else { throw Refusal("x", "no profile") }
    return ProfileResolver.resolve(profile, path: "p.xml") { (path) throws(Refusal) in
      guard let text = files[path] else { throw Refusal("x", "is not there") }
      return try OSCALReader.read(Array(text.utf8), file: path).document
    }
  }

  private func ids(_ controls: [OSCALControl]) -> [String] {
    controls.map { control in
      control.controls.isEmpty
        ? control.id : "\(control.id)(\(ids(control.controls).joined(separator: " ")))"
    }
  }

  @Test("an import without selection selects all, flat, and idle parameters and resources go")
  func all() throws {
    let catalog = try resolve(#"<import href="catalog.xml"/>"#).catalog
    #expect(ids(catalog.controls) == ["b-1", "b-1.1", "b-1.2", "b-2", "b-10", "t-1"])
    #expect(catalog.groups.isEmpty)
    #expect(catalog.params.map(\.id) == ["season", "depth"])
    #expect(catalog.backMatter?.resources.map { $0.title?.plainText } == ["Well"])
    #expect(catalog.metadata.links.first?.rel == "source-profile")
  }

  @Test("exclusion wins, and unknown ids are told")
  func excluded() throws {
    let resolution = try resolve(
      """
      <import href="catalog.xml">
        <include-controls with-child-controls="yes"><with-id>b-1</with-id></include-controls>
        <include-controls><with-id>b-3</with-id><matching pattern="t-?"/></include-controls>
        <exclude-controls><matching pattern="*.1"/></exclude-controls>
      </import>
      """)
    #expect(ids(resolution.catalog.controls) == ["b-1", "b-1.2", "t-1"])
    #expect(resolution.diagnostics.map(\.id) == ["profile-unknown-control"])
  }

  @Test("as it is: groups stay, and a child brings its parent along")
  func asIs() throws {
    let resolution = try resolve(
      """
      <import href="catalog.xml"><include-controls>
        <with-id>b-1.1</with-id><with-id>b-10</with-id></include-controls></import>
      <import href="catalog.xml"><include-controls>
        <with-id>b-1</with-id><with-id>b-1.2</with-id></include-controls></import>
      <merge><as-is>true</as-is></merge>
      """)
    let catalog = resolution.catalog
    #expect(catalog.groups.map(\.id) == ["g1"])
    #expect(ids(catalog.groups[0].controls) == ["b-1(b-1.1)", "b-10", "b-1(b-1.2)"])
    // 'times' stands in a control that is selected, so it is nowhere else.
    #expect(catalog.groups[0].params.map(\.id) == ["depth"])
    #expect(catalog.params.map(\.id) == ["season"])
  }

  @Test("a child whose parent is excluded stands in its place")
  func excludedParent() throws {
    let catalog = try resolve(
      """
      <import href="catalog.xml">
        <include-controls><with-id>b-1.1</with-id></include-controls>
        <exclude-controls><with-id>b-1</with-id></exclude-controls></import>
      <merge><as-is>true</as-is></merge>
      """
    ).catalog
    #expect(ids(catalog.groups[0].controls) == ["b-1.1"])
    let flat = try resolve(
      """
      <import href="catalog.xml"><include-controls>
        <with-id>b-1.2</with-id></include-controls></import>
      """
    ).catalog
    #expect(ids(flat.controls) == ["b-1", "b-1.2"])
    let without = try resolve(
      """
      <import href="catalog.xml"><include-all/>
        <exclude-controls><with-id>b-1.2</with-id></exclude-controls></import>
      <merge><as-is>true</as-is></merge>
      """
    ).catalog
    #expect(ids(without.groups[0].controls) == ["b-1(b-1.1)", "b-2", "b-10"])
  }

  @Test("a parameter becomes loose when its control is not selected and another inserts it")
  func loose() throws {
    let catalog = try resolve(
      """
      <import href="catalog.xml"><include-controls><with-id>b-10</with-id></include-controls></import>
      """
    ).catalog
    #expect(catalog.params.map(\.id) == ["times"])
  }

  @Test("use-first keeps the first, keep keeps all")
  func combine() throws {
    func resolved(_ method: String) throws -> [String] {
      try ids(
        resolve(
          """
          <import href="catalog.xml"><include-controls><with-id>b-2</with-id></include-controls></import>
          <import href="catalog.xml"><include-controls>
            <with-id>b-2</with-id><with-id>t-1</with-id></include-controls></import>
          <merge><combine method="\(method)"/></merge>
          """
        ).catalog.controls)
    }
    #expect(try resolved("keep") == ["b-2", "b-2", "t-1"])
    #expect(try resolved("use-first") == ["b-2", "t-1"])
    #expect(try resolved("merge") == ["b-2", "t-1"])
  }

  @Test("custom structure, with order, children and loose parameters")
  func custom() throws {
    let catalog = try resolve(
      """
      <import href="catalog.xml"/>
      <merge><custom>
        <group id="mine"><title>Mine</title>
          <group id="inner"><title>Inner</title><insert-controls order="descending">
            <include-controls><matching pattern="b-?"/><with-id>b-10</with-id></include-controls>
          </insert-controls></group>
        </group>
        <insert-controls><include-controls with-child-controls="yes">
          <with-id>t-1</with-id></include-controls></insert-controls>
      </custom></merge>
      """
    ).catalog
    #expect(ids(catalog.controls) == ["t-1"])
    #expect(catalog.groups.map(\.id) == ["mine"])
    #expect(ids(catalog.groups[0].groups[0].controls) == ["b-10", "b-2", "b-1"])
    #expect(Set(catalog.groups[0].groups[0].params.map(\.id)) == ["depth", "season"])
  }

  @Test("parameters are set, parts added and removed; what has no effect is told")
  func modify() throws {
    let resolution = try resolve(
      """
      <import href="catalog.xml"><include-controls><with-id>b-1</with-id><with-id>b-2</with-id>
        </include-controls></import>
      <modify>
        <set-parameter param-id="depth"><label>a spade</label><value>30 cm</value></set-parameter>
        <set-parameter param-id="nothing"><value>1</value></set-parameter>
        <alter control-id="b-2">
          <remove by-name="label"/>
          <remove by-id="b-9_smt"/>
          <add position="before" by-id="b-2_smt"><part id="new" name="guidance"><p>Rain.</p></part></add>
          <add position="starting" by-id="b-2_smt"><prop name="state" value="new"/></add>
          <add><part id="last" name="guidance"><p>Snow.</p></part></add>
        </alter>
        <alter control-id="t-1"><add><prop name="x" value="y"/></add></alter>
      </modify>
      """)
    let catalog = resolution.catalog
    let depth = try #require(catalog.params.first { $0.id == "depth" })
    #expect(depth.label?.plainText == "a spade" && depth.values == ["30 cm"])
    let water = catalog.controls[1]
    #expect(water.props.isEmpty)
    #expect(water.parts.map(\.id) == ["new", "b-2_smt", "last"])
    #expect(water.parts[1].props.map(\.name) == ["state"])
    #expect(resolution.diagnostics.map(\.id) == ["profile-idle", "profile-idle", "profile-idle"])
  }

  @Test("a profile of a profile, and one that leads back to itself")
  func chains() throws {
    let inner = profile(
      """
      <import href="catalog.xml"><include-controls><with-id>b-2</with-id></include-controls></import>
      <modify><alter control-id="b-2"><remove by-item-name="prop"/></alter></modify>
      """)
    let outer = try resolve(
      #"<import href="inner.xml"/>"#, others: ["inner.xml": inner])
    #expect(ids(outer.catalog.controls) == ["b-2"])
    #expect(outer.catalog.controls[0].props.isEmpty)
    #expect(outer.catalog.backMatter?.resources.count == 1)
    let circle = try resolve(
      #"<import href="catalog.xml"/><import href="inner.xml"/>"#,
      others: ["inner.xml": profile(#"<import href="p.xml"/>"#)])
    #expect(circle.diagnostics.map(\.id) == ["profile-circular"])
    #expect(circle.catalog.controls.count == 6)
    #expect(try resolve(#"<import href="p.xml"/>"#).catalog.controls.isEmpty)
  }

  @Test(
    "patterns of ids",
    arguments: [
      ("*", true), ("b-*", true), ("b-1?", true), ("b-?", false), ("*0", true), ("b-[0-2]0", true),
      ("b-[!1]0", false), ("b-10*", true), ("b\\-10", true), ("*b*1*0*", true), ("", false),
    ])
  func patterns(_ pattern: String, matches: Bool) throws {
    let catalog = try resolve(
      """
      <import href="catalog.xml"><include-controls>
        <matching pattern="\(pattern)"/></include-controls></import>
      """
    ).catalog
    #expect(ids(catalog.controls).contains("b-10") == matches)
  }

  @Test("the same profile gives the same bytes")
  func deterministic() throws {
    let body = #"<import href="catalog.xml"/><merge><as-is>true</as-is></merge>"#
    let first = OSCALWriter.bytes(.catalog(try resolve(body).catalog), form: .json)
    let second = OSCALWriter.bytes(.catalog(try resolve(body).catalog), form: .json)
    #expect(first == second)
  }
}
