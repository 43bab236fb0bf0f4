import ControlModel
import Exporters
import Scoring
import TestSupport
import Testing

/// The page: what is in it, and what can never be in it.
@Suite struct PageTests {
  private func page(_ result: AssessmentResult) -> String {
    String(decoding: AssessmentPage(result).encoded(), as: UTF8.self)
  }

  /// The pieces of `text` between `start` and `end`.
  private func pieces(_ text: String, from start: String, to end: String) -> [Substring] {
    text.split(separator: start).dropFirst().map { piece in
      piece.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)[0]
    }
  }

  @Test func requirementIsAsReadByHand() throws {
    let row = try #require(
      pieces(page(ExampleLab.result), from: "<details class=r", to: "</details>").first)
    try Golden.expectEqual("<details class=r\(row)</details>\n", "requirement.html")
  }

  @Test func sameInputGivesTheSameBytes() {
    #expect(
      AssessmentPage(ExampleLab.result).encoded() == AssessmentPage(ExampleLab.result).encoded())
  }

  /// Every bound and verdict of the CSV file stands in the chain of its requirement.
  @Test func saysWhatTheMatrixSays() throws {
    let library = ShippedLibrary.current
    let practices = try #require(library.practices).practices
    var random = SplitMix64(seed: 11)
    let assessment = Assessment(
      organisation: "Lab", contexts: [Context(id: "here"), Context(id: "there")],
      answers: practices.map { practice in
        let status: Finding.Status = random.one(
          of: [.implemented, .partial(extent: 0.3), .absent, .unanswered, .notApplicable])
        return Answer(
          practice: practice.id, finding: Finding(status),
          contexts: random.chance(30) ? ["there": Finding(.absent)] : [:])
      })
    let result = Scorer.score(library.input(assessment, asOf: ExampleLab.day("2026-11-24")))
    var chains: [Substring: Substring] = [:]
    for row in pieces(page(result), from: "<details class=r id=\"", to: "</details>") {
      chains[row.prefix { $0 != "\"" }] = row
    }
    var checked = 0
    for catalog in result.catalogs {
      let rows = try CSVReading.rows(GapMatrix(result).encoded(catalog))
      let column = Dictionary(
        rows[0].enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      for row in rows.dropFirst() {
        func cell(_ name: String) -> String { column[name].map { row[$0] } ?? "" }
        func range(_ track: String) -> String {
          let (lower, upper) = (cell("\(track)Lower"), cell("\(track)Upper"))
          return lower == upper ? lower : "\(lower)–\(upper)"
        }
        let chain = try #require(chains[cell("requirement")[...]])
        let words =
          cell("verdict") == "not-applicable"
          ? "not-applicable"
          : "\(cell("verdict")); claimed \(range("claimed")), assured \(range("assured")), planned "
            + range("planned")
        let line = chain.split(separator: "<li>").contains { line in
          (line.contains("<b>\(cell("context"))</b>") || line.contains("<b>all contexts</b>"))
            && line.contains(": \(words)")
        }
        #expect(line, "\(cell("requirement")) in \(cell("context")): \(words)")
        checked += 1
      }
    }
    #expect(checked > 1000)
  }

  @Test func loadsNothingAndLeadsNowhere() {
    let text = page(ExampleLab.result)
    #expect(
      text.contains(
        "content=\"default-src 'none'; style-src 'sha256-"))
    #expect(!text.contains("unsafe-"))
    for link in pieces(text, from: " href=", to: ">") {
      #expect(link.hasPrefix("#") || link.hasPrefix("\"#"), "\(link)")
    }
    let markup = text.split(separator: "<style>")[0] + text.split(separator: "</style>")[1]
    for word in [" src=", " action=", "<link", "<img", "<iframe", "<object", "@import", "url("] {
      #expect(!markup.contains(word), "\(word)")
    }
  }

  @Test(arguments: HostileLab.texts)
  func textIsInert(_ text: String) {
    let hostile = page(HostileLab.result(text))
    let plain = page(HostileLab.result("plain"))
    // Not one element, attribute or comment more than with plain text.
    for mark in [
      "<script", "<img", "<style", "onerror=alert(1)>", "<!--", "</details",
    ] {
      func count(_ text: String) -> Int { text.split(separator: mark).count }
      #expect(count(hostile) == count(plain), "\(mark)")
    }
    // A long text takes a second line in a drawing.
    func tags(_ text: String) -> Int {
      text.replacing("<text", with: "").replacing("</text", with: "").filter { $0 == "<" }.count
    }
    #expect(tags(hostile) == tags(plain))
    #expect(!hostile.unicodeScalars.contains("\u{202E}") && !hostile.contains("\u{0}"))
  }

  @Test func idsAreUniqueAndLinksHaveTheirTarget() throws {
    let text = page(ExampleLab.result)
    func values(_ name: String) -> [String] {
      text.split(separator: " \(name)=").dropFirst().map { piece in
        piece.first == "\""
          ? String(piece.dropFirst().prefix { $0 != "\"" })
          : String(piece.prefix { $0 != " " && $0 != ">" })
      }
    }
    let ids = values("id")
    #expect(Set(ids).count == ids.count)
    for link in values("href").map({ $0.dropFirst() }) {
      let plain = link.replacing("%3D", with: "=")
      #expect(ids.contains(String(plain)), "\(link)")
    }
  }
}
