import Diagnostics
import OSCAL
import Testing

/// NIST's own set: every expected catalog, but for what differs by design (uuid, time, tool, link).
@Suite(.enabled(if: SharedOSCAL.isPresent, "needs ../shared/oscal"))
struct PublishedProfileTests {
  @Test(
    "resolves as NIST expects",
    arguments: [
      "base-test", "full-test", "import-twice", "include-all-test",
      "include-call-with-children-test", "merge-keep", "modify-adds", "broken", "circular",
    ])
  func expected(_ name: String) throws {
    let file = "\(name)_profile"
    let resolution = try resolve("\(file).xml")
    var expected = try catalog("expected/\(file)_RESOLVED.xml")
    #expect(expected.metadata.title == resolution.catalog.metadata.title)
    expected.uuid = resolution.catalog.uuid
    expected.metadata = resolution.catalog.metadata
    #expect(
      OSCALDocument.catalog(resolution.catalog).folded == OSCALDocument.catalog(expected).folded)
    let isIncomplete = ["broken", "circular"].contains(name)
    #expect(resolution.diagnostics.isEmpty != isIncomplete)
    #expect(resolution.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test("a profile that imports a circle is an empty catalog")
  func home() throws {
    let resolution = try resolve("home_profile.xml")
    #expect(OSCALCatalogCounts(resolution.catalog) == OSCALCatalogCounts(emptied(resolution)))
    #expect(resolution.diagnostics.contains { $0.id == "profile-circular" })
  }

  private func emptied(_ resolution: ProfileResolution) -> OSCALCatalog {
    OSCALCatalog(uuid: resolution.catalog.uuid, metadata: resolution.catalog.metadata)
  }

  @Test("a child brings its parent along")
  func parent() throws {
    var text = String(
      decoding: try SharedOSCAL.bytes("profile-resolution/include-all-test_profile.xml"),
      as: UTF8.self)
    text.replace(
      "catalogs/abc-full_catalog.xml", with: "catalogs/abc-multiple-children_catalog.xml")
    text.replace(
      "<include-all/>",
      with: "<include-controls><with-id>a1.a</with-id><with-id>a1.c</with-id></include-controls>")
    text.replace("<as-is>true</as-is>", with: "<as-is>false</as-is>")
    let reading = try OSCALReader.read(Array(text.utf8), file: "p.xml")
    guard case .profile(let profile) = reading.document else {
      throw Refusal("no-profile", "p.xml")
    }
    let resolution = ProfileResolver.resolve(profile, path: "p.xml") { (path) throws(Refusal) in
      do {
        return try document(path)
      } catch {
        throw (error as? Refusal) ?? Refusal("no-such-file", "there is no such file")
      }
    }
    #expect(resolution.catalog.controls.map(\.id) == ["a1", "a1.a", "a1.c"])
  }

  private func resolve(_ name: String) throws -> ProfileResolution {
    guard case .profile(let profile) = try document(name) else {
      throw Refusal("no-profile", name)
    }
    return ProfileResolver.resolve(profile, path: name) { (path) throws(Refusal) in
      do {
        return try document(path)
      } catch {
        throw (error as? Refusal) ?? Refusal("no-such-file", "there is no such file")
      }
    }
  }

  private func document(_ name: String) throws -> OSCALDocument {
    try OSCALReader.read(try SharedOSCAL.bytes("profile-resolution/\(name)"), file: name).document
  }

  private func catalog(_ name: String) throws -> OSCALCatalog {
    guard case .catalog(let catalog) = try document(name) else {
      throw Refusal("no-catalog", name)
    }
    return catalog
  }
}
