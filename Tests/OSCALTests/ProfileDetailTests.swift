import Diagnostics
import FoundationEssentials
import OSCAL
import Testing

/// What the specification asks of profile resolution beside the phases: what stays in the result,
/// changes to what stands inside, and documents inside documents.
@Suite struct ProfileDetailTests {
  private static let catalog = """
    <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="00000000-0000-4000-8000-000000000011">
      <metadata><title>Kitchens</title><last-modified>2026-01-01T00:00:00Z</last-modified>
        <version>1</version><oscal-version>1.1.3</oscal-version>
        <role id="cook"><title>Cook</title><prop name="keep" value="always"/></role>
        <role id="guest"><title>Guest</title></role>
        <party uuid="00000000-0000-4000-8000-0000000000f1" type="organization"><name>Inn</name>
          <prop name="keep" value="always"/></party></metadata>
      <param id="heat"><label>heat</label></param>
      <param id="salt"><prop name="keep" value="always"/><label>salt</label></param>
      <param id="idle"><label>idle</label></param>
      <group id="stove" class="place"><title>Stove</title>
        <param id="ring"><label>ring</label></param>
        <prop name="label" value="S"/>
        <control id="s-1"><title>Light</title>
          <prop name="kind" value="old" uuid="00000000-0000-4000-8000-0000000000e1"/>
          <part id="s-1_smt" name="statement"><p>Light it.</p>
            <part id="s-1_smt.a" name="item"><p>Match.</p></part>
            <part id="s-1_smt.b" name="item"><p>Gas.</p></part></part>
          <part id="s-1_gdn" name="guidance"><p>Carefully.</p></part>
          <control id="s-1.1"><title>Light twice</title>
            <param id="wait"><prop name="unit" value="s" uuid="00000000-0000-4000-8000-0000000000e2"/>
              <label>wait</label></param>
            <prop name="kind" value="inner"/>
            <part id="s-1.1_smt" name="statement"><p>Wait
              <a href="#00000000-0000-4000-8000-0000000000b1">here</a></p></part></control>
        </control>
      </group>
      <group id="shelf"><title>Shelf</title><prop name="keep" value="always"/>
        <control id="h-1"><title>Dust</title></control></group>
      <group id="cellar"><title>Cellar</title><control id="c-1"><title>Lock</title></control></group>
      <back-matter>
        <resource uuid="00000000-0000-4000-8000-0000000000b1"><title>One</title>
          <description><p>See <a href="#00000000-0000-4000-8000-0000000000b2">two</a></p></description>
        </resource>
        <resource uuid="00000000-0000-4000-8000-0000000000b2"><title>Two</title></resource>
        <resource uuid="00000000-0000-4000-8000-0000000000b3"><title>Three</title></resource>
      </back-matter>
    </catalog>
    """

  private func profile(_ body: String, version: String = "1.0.4") -> String {
    """
    <profile xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="00000000-0000-4000-8000-000000000012">
      <metadata><title>Mine</title><last-modified>2026-01-01T00:00:00Z</last-modified>
        <version>1</version><oscal-version>\(version)</oscal-version></metadata>
      \(body)
    </profile>
    """
  }

  private func resolve(_ text: String, form: OSCALForm? = nil) throws -> ProfileResolution {
    var document = try OSCALReader.read(Array(text.utf8), file: "p.xml").document
    if let form {
      document =
        try OSCALReader.read(OSCALWriter.bytes(document, form: form), file: "p").document
    }
    guard case .profile(let profile) = document else { throw Refusal("x", "no profile") }
    return ProfileResolver.resolve(profile, path: "p.xml") { (path) throws(Refusal) in
      guard ["catalog.xml", "a b/é.xml", "100%.xml"].contains(path) else {
        throw Refusal("x", "is not there")
      }
      return try OSCALReader.read(Array(Self.catalog.utf8), file: path).document
    }
  }

  private static let stove = """
    <import href="catalog.xml"><include-controls with-child-controls="yes">
      <with-id>s-1</with-id></include-controls></import>
    """
  private static let asIs = "<merge><as-is>true</as-is></merge>"

  @Test("what says 'keep' 'always' stays, and so do parameters that the profile sets")
  func keeps() throws {
    let catalog = try resolve(
      profile(
        Self.stove + Self.asIs + """
          <modify><set-parameter param-id="heat"><value>high</value></set-parameter></modify>
          """)
    ).catalog
    #expect(catalog.params.map(\.id) == ["heat", "salt"])
    #expect(catalog.groups.map(\.id) == ["stove", "shelf"])
    #expect(catalog.groups[1].controls.isEmpty)
    #expect(catalog.metadata.roles.map { $0.flag("id") } == ["cook"])
    #expect(catalog.metadata.parties.count == 1)
    #expect(try resolve(profile(Self.stove)).catalog.groups.isEmpty)
  }

  @Test("a resource that a resource refers to stays")
  func resources() throws {
    let resources = try resolve(profile(Self.stove)).catalog.backMatter?.resources ?? []
    #expect(resources.map { $0.title?.plainText } == ["One", "Two"])
  }

  @Test(
    "the newest version of OSCAL of all that went in",
    arguments: [
      ("1.0.4", "1.1.3"), ("1.1.2", "1.1.3"), ("1.2.0", "1.2.0"), ("v1.2.2", "v1.2.2"),
      ("1.1.3-rc1", "1.1.3"), ("1.0-MR2", "1.1.3"), ("nonsense", "1.1.3"), ("1.9.0", "1.2.0"),
    ])
  func version(of profile: String, result: String) throws {
    let catalog = try resolve(self.profile(Self.stove, version: profile)).catalog
    #expect(catalog.metadata.oscalVersion == result)
  }

  @Test("additions and removals reach the controls inside a control")
  func inner() throws {
    let resolution = try resolve(
      profile(
        Self.stove + Self.asIs + """
          <modify><alter control-id="s-1">
            <remove by-name="kind"/>
            <add by-id="s-1.1"><prop name="whole" value="1"/></add>
            <add by-id="wait"><prop name="param" value="1"/></add>
            <add by-id="s-1.1_smt" position="after"><part id="new" name="item"/></add>
            <add by-id="s-1.1" position="before"><prop name="beside" value="1"/></add>
          </alter></modify>
          """))
    #expect(resolution.diagnostics.isEmpty)
    let outer = resolution.catalog.groups[0].controls[0]
    #expect(outer.props.map(\.name) == ["beside"])
    let inner = try #require(outer.controls.first)
    #expect(inner.props.map(\.name) == ["whole"])
    #expect(inner.params[0].props.map(\.name) == ["unit", "param"])
    #expect(inner.parts.map(\.id) == ["s-1.1_smt", "new"])
    let removed = try resolve(
      profile(
        Self.stove + Self.asIs
          + #"<modify><alter control-id="s-1"><remove by-id="s-1.1"/></alter></modify>"#))
    #expect(removed.diagnostics.isEmpty)
    #expect(removed.catalog.groups[0].controls[0].controls.isEmpty)
  }

  @Test("what is removed can be replaced: its place holds until the additions are done")
  func replacement() throws {
    let resolution = try resolve(
      profile(
        Self.stove + """
          <modify><alter control-id="s-1">
            <remove by-id="s-1_smt.a"/>
            <remove by-name="guidance"/>
            <add by-id="s-1_smt.a" position="after"><part id="s-1_smt.a" name="item"><p>Lighter.</p></part></add>
            <add><part id="s-1_gdn" name="guidance"><p>Boldly.</p></part></add>
            <add by-id="s-1_smt.a" position="ending"><prop name="late" value="1"/></add>
          </alter></modify>
          """))
    let parts = resolution.catalog.controls[0].parts
    #expect(parts.map(\.id) == ["s-1_smt", "s-1_gdn"])
    #expect(parts[0].parts.map(\.id) == ["s-1_smt.a", "s-1_smt.b"])
    #expect(parts[0].parts[0].prose?.plainText == "Lighter.")
    #expect(parts[0].parts[0].class == nil)
    #expect(parts[1].prose?.plainText == "Boldly.")
    // Nothing can be put into what is removed.
    #expect(resolution.diagnostics.map(\.id) == ["profile-idle"])
  }

  @Test("a property takes the place of the one with its uuid")
  func properties() throws {
    let resolution = try resolve(
      profile(
        Self.stove + """
          <modify><set-parameter param-id="wait">
            <prop name="unit" value="min" uuid="00000000-0000-4000-8000-0000000000e2"/>
            <prop name="more" value="1"/></set-parameter></modify>
          """))
    let wait = try #require(resolution.catalog.controls[1].params.first)
    #expect(wait.props.map(\.value) == ["min", "1"])
  }

  @Test("a custom group with the id of an imported one has what that one has")
  func customGroup() throws {
    let resolution = try resolve(
      profile(
        """
        <import href="catalog.xml"><include-all/></import>
        <merge><custom>
          <group id="stove"><title>Mine</title><prop name="mine" value="1"/>
            <insert-controls><include-controls><with-id>s-1</with-id></include-controls>
            </insert-controls></group>
          <group id="own"><title>Own</title><insert-controls><include-controls>
            <with-id>nothing</with-id></include-controls></insert-controls></group>
        </custom></merge>
        <modify><set-parameter param-id="ring"><value>left</value></set-parameter></modify>
        """))
    let stove = resolution.catalog.groups[0]
    #expect(stove.title?.plainText == "Mine" && stove.class == "place")
    #expect(stove.props.map(\.name) == ["label", "mine"])
    #expect(stove.params.map(\.id) == ["ring"])
    #expect(stove.controls.map(\.id) == ["s-1"])
    #expect(resolution.catalog.groups[1].controls.isEmpty)
    #expect(resolution.diagnostics.map(\.id) == ["profile-idle"])
  }

  @Test("an import can lead into the profile itself")
  func embedded() throws {
    func importing(_ base64: String) throws -> ProfileResolution {
      try resolve(
        profile(
          """
          <import href="#00000000-0000-4000-8000-0000000000c1"><include-all/></import>
          <back-matter><resource uuid="00000000-0000-4000-8000-0000000000c1">
            <rlink href="missing.xml"/><base64>\(base64)</base64></resource></back-matter>
          """))
    }
    let whole = try importing(Data(Self.catalog.utf8).base64EncodedString())
    #expect(whole.diagnostics.isEmpty)
    #expect(whole.catalog.controls.map(\.id) == ["s-1", "s-1.1", "h-1", "c-1"])
    let inner = profile(Self.stove)
    let chained = try importing(Data(inner.utf8).base64EncodedString())
    #expect(chained.catalog.controls.map(\.id) == ["s-1", "s-1.1"])
    for wrong in ["", "????", Data("no".utf8).base64EncodedString()] {
      let resolution = try importing(wrong)
      #expect(resolution.diagnostics.map(\.id) == ["profile-import"])
      #expect(resolution.catalog.controls.isEmpty)
    }
  }

  @Test(
    "a reference is a URI",
    arguments: [
      ("a%20b/%C3%A9.xml", true), ("./a%20b/x/../%c3%a9.xml", true), ("100%25.xml", true),
      ("100%.xml", true), ("catalog.xml%00", false), ("catalog%FF.xml", false), ("%", false),
      ("100%+5.xml", false),
    ])
  func references(_ href: String, isThere: Bool) throws {
    let resolution = try resolve(profile(#"<import href="\#(href)"><include-all/></import>"#))
    #expect(resolution.diagnostics.isEmpty == isThere)
    #expect(resolution.catalog.controls.isEmpty != isThere)
  }

  @Test("imports that lead nowhere are counted too")
  func manyMissing() throws {
    let missing = String(repeating: #"<import href="missing.xml"/>"#, count: 300)
    let inner = Data(profile(missing).utf8).base64EncodedString()
    let resolution = try resolve(
      profile(
        String(repeating: ##"<import href="#00000000-0000-4000-8000-0000000000c1"/>"##, count: 300)
          + """
          <back-matter><resource uuid="00000000-0000-4000-8000-0000000000c1">
            <base64>\(inner)</base64></resource></back-matter>
          """))
    #expect(resolution.diagnostics.contains { $0.id == "profile-too-large" })
    #expect(resolution.diagnostics.count < 11_000)
  }

  @Test("an attribute of drafts is left out, and the warning says what holds")
  func withParentControls() throws {
    let text = profile(
      """
      <import href="catalog.xml"><include-controls with-parent-controls="no">
        <with-id>s-1.1</with-id></include-controls></import>
      """)
    #expect(try resolve(text).catalog.controls.map(\.id) == ["s-1", "s-1.1"])
    let problem = try OSCALReader.read(Array(text.utf8), file: "p.xml").diagnostics.first
    #expect(problem?.id == "oscal-unknown")
    #expect(problem?.hints.last == "'exclude-controls' leaves parents out")
  }

  @Test("only one structure can be asked for")
  func structures() throws {
    let custom = "<custom><group><title>x</title></group></custom>"
    let wrong = profile(Self.stove + "<merge><as-is>true</as-is>\(custom)</merge>")
    #expect(throws: Refusal.self) { try resolve(wrong) }
    let right = profile(Self.stove + "<merge><as-is>false</as-is>\(custom)</merge>")
    #expect(try resolve(right).catalog.groups.map { $0.title?.plainText } == ["x"])
  }

  @Test("the form of a profile makes no difference", arguments: [OSCALForm.json, .yaml])
  func forms(_ form: OSCALForm) throws {
    let text = profile(
      Self.stove + Self.asIs + """
        <modify><set-parameter param-id="wait"><value>5</value></set-parameter>
          <alter control-id="s-1"><remove by-name="guidance"/>
            <add by-id="s-1_smt.b" position="before"><part id="n" name="item"><p>N <em>o</em>.</p></part></add>
          </alter></modify>
        """)
    let xml = try resolve(text).catalog
    let other = try resolve(text, form: form).catalog
    #expect(OSCALDocument.catalog(xml).folded == OSCALDocument.catalog(other).folded)
  }
}
