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
    let file = name.hasSuffix("-test") ? "\(name)_profile" : "\(name)_profile"
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
