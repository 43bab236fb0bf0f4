import Diagnostics
import OSCAL
import Testing

@Suite struct BadOSCALTests {
  static let metadata = """
    <metadata><title>T</title><last-modified>2026-01-01T00:00:00Z</last-modified>\
    <version>1</version><oscal-version>1.1.2</oscal-version></metadata>
    """

  private func xml(_ content: String) -> [UInt8] {
    Array(
      """
      <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u">
      \(Self.metadata)
      \(content)</catalog>
      """.utf8)
  }

  private func problems(_ bytes: [UInt8]) -> [Diagnostic] {
    do throws(Refusal) {
      return try OSCALReader.read(bytes, file: "a").diagnostics
    } catch {
      return error.diagnostics
    }
  }

  @Test func unknownContentIsTold() {
    let found = problems(
      xml("<control id='a' colour='red'><title>A</title><hint>x</hint>words</control>"))
    #expect(found.map(\.id) == ["oscal-unknown", "oscal-unknown", "oscal-stray-text"])
    #expect(found.allSatisfy { $0.severity == .warning && $0.location?.line == 3 })
  }

  @Test func whatIsMissingIsTold() {
    let found = problems(xml("<control><part id='x'/></control>"))
    #expect(
      found.map(\.summary) == [
        "<part> has no 'name'", "<control> has no 'id'", "<control> has no 'title'",
      ])
  }

  /// Groups of JSON are read on other processors, those of YAML are not: both tell the same, in the
  /// same order, and no more of a kind than is told at most.
  @Test(arguments: [1, 7, 30]) func whatIsWrongInGroupsIsToldInOrder(count: Int) {
    func strange(_ name: String) -> String {
      (0..<count).map { #""\#(name)-\#($0)": "x""# }.joined(separator: ",\n")
    }
    let groups = ["a", "b", "c"].map { id in
      #"{"id": "\#(id)", "title": "G", "controls": [{"id": "i", \#(strange(id))}], "links": [{}]}"#
    }
    let text = """
      {"catalog": {"uuid": "u", "metadata": {"title": "T", "version": "1",
      \(strange("first"))},
      "groups": [\(groups.joined(separator: ",\n")), "no group"],
      "back-matter": {\(strange("last"))}}}
      """
    let json = problems(Array(text.utf8))
    let yaml = problems(Array("---\n\(text)".utf8))
    #expect(json.count { $0.id == "oscal-unknown" } == min(count * 5, 20) + (count > 4 ? 1 : 0))
    #expect(json.map(\.summary) == yaml.map(\.summary))
    #expect(json.map { $0.location?.line } == yaml.map { $0.location.map { max(0, $0.line - 1) } })
  }

  @Test func duplicateKeysAreErrors() {
    let json = #"{"catalog": {"uuid": "a", "uuid": "b"}}"#
    #expect(problems(Array(json.utf8)).contains { $0.id == "json-duplicate-key" })
    let yaml = "catalog:\n  uuid: a\n  uuid: b\n"
    #expect(problems(Array(yaml.utf8)).contains { $0.id == "yaml-duplicate-key" })
  }

  @Test(arguments: [
    ("", "oscal-"), ("<catalog", "oscal-malformed"), ("<catalog/>", "oscal-namespace"),
    ("<html/>", "oscal-root"), ("{", "json-syntax"), ("{} x", "json-syntax"),
    ("{\"catalog\": [1,]}", "json-syntax"), ("[]", "oscal-"),
    ("{\"component-definition\": {}}", "oscal-other-model"), ("{\"a\": 01}", "json-syntax"),
    ("{\"a\": \"\\ud800\"}", "json-syntax"), ("{\"a\": \"\\u+041\"}", "json-syntax"),
    ("catalogue: {}", "oscal-root"),
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "oscal-entities"),
    ("<a>&b;</a>", "oscal-root"), ("<?xml version='1.0' encoding='UTF-16'?><a/>", "oscal-encoding"),
    ("<catalog xmlns='http://csrc.nist.gov/ns/oscal/1.0'><a></b></catalog>", "oscal-malformed"),
  ]) func refuses(text: String, id: String) {
    let found = problems(Array(text.utf8))
    #expect(found.contains { $0.severity == .error })
    #expect(id == "oscal-" || found.contains { $0.id == id }, "\(found.map(\.id))")
  }

  @Test func boundsDepth() {
    let deep = 100_000
    let json = String(repeating: "[", count: deep)
    #expect(problems(Array(json.utf8)).map(\.id) == ["json-syntax"])
    let parts = String(repeating: "<part name='a'>", count: deep)
    #expect(problems(xml(parts)).map(\.id) == ["oscal-too-deep"])
  }

  @Test func tellsNotAMillionTimes() {
    let found = problems(xml(String(repeating: "<hint/>", count: 10_000)))
    #expect(found.count == 21)
    #expect(found.last?.summary == "9980 more of the same kind")
  }

  /// Cut anywhere, a document ends in a message.
  @Test func everyTruncationIsTold() throws {
    var random = RandomOSCAL(seed: 7)
    let document = OSCALDocument.catalog(random.catalog())
    for form in [OSCALForm.xml, .json] {
      let bytes = OSCALWriter.bytes(document, form: form)
      for length in stride(from: 1, to: bytes.count - 2, by: 37) {
        #expect(throws: Refusal.self) {
          _ = try OSCALReader.read(Array(bytes.prefix(length)), file: "a")
        }
      }
    }
  }

  /// Changed bytes never crash the readers.
  @Test(arguments: 0..<20) func changedBytesDoNoHarm(seed: UInt64) {
    var random = RandomOSCAL(seed: seed)
    let document = OSCALDocument.catalog(random.catalog())
    for form in OSCALForm.allCases {
      var bytes = OSCALWriter.bytes(document, form: form)
      for step in 0..<20 {
        bytes[(step &* 7919 &+ Int(seed) &* 104_729) % bytes.count] = UInt8(
          truncatingIfNeeded: step &* 37)
        _ = problems(bytes)
      }
    }
  }
}
