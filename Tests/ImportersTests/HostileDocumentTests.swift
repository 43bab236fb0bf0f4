import ControlModel
import Diagnostics
import FoundationEssentials
import Importers
import Testing
import Workspace

@Suite("Hostile and broken documents end in a clear message")
struct HostileDocumentTests {
  private func refusal(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      let document = try SourceDocument.read(fileName: "x", bytes: bytes)
      _ = try ImporterRegistry.importer(for: document)
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  private func refusal(_ text: String) -> Diagnostic? { refusal(Array(text.utf8)) }

  @Test(
    "By their first bytes",
    arguments: [
      ("", "document-empty"), (" \n\t ", "document-empty"),
      ("PK\u{3}\u{4}rest", "archive-truncated"), ("PK\u{3}\u{4}%PDF-1.7", "archive-truncated"),
      ("\0\0\0", "document-form"),
      ("%PDF-1.7 without a converter", "document-form"),
      ("<?xml version='1.0'?><catalog/>", "document-form"),
      ("<?xml version='1.0'?><schema><!-- <p>A schema.</p> --></schema>", "document-form"),
      ("{\"details\": {}}", "document-json"), ("{\"details\": {\"body\": \"<p>", "document-json"),
      ("[{\"a\": 1}]", "document-json"),
      ("Just some text.", "import-unrecognised"),
      ("<p>Just a page.</p>", "import-unrecognised"),
      ("<html><title>Just a moment...</title><p>x</p></html>", "import-challenge-page"),
      ("<html><body><p>Verify you are human</p></body></html>", "import-challenge-page"),
      ("<html><title>Page not found - GOV.UK</title><h1>Page not found</h1>", "import-error-page"),
      ("<title>503 Service Unavailable</title><h1>Sorry</h1><p>x</p>", "import-error-page"),
      ("<title>Object moved</title><h2>Object moved to here</h2>", "import-error-page"),
      ("<title>429 Too Many Requests</title><h1>429</h1>", "import-error-page"),
      ("<title>Making sure you're not a bot!</title><p>Loading</p>", "import-challenge-page"),
      ("<title>x</title><p>Please enable JS and disable any ad blocker", "import-challenge-page"),
      ("<title>Sign in</title><input type='password'><p>x</p>", "import-login-page"),
      ("{\"error\": \"Not found\"}", "import-error-page"),
      ("{\"message\": \"API rate limit exceeded\"}", "import-error-page"),
      ("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "import-error-page"),
      ("404: Not Found", "import-error-page"), ("503 Service Unavailable\n", "import-error-page"),
      ("<title>a.gov | 522: Connection timed out</title><h1>x</h1>", "import-error-page"),
      ("<title>GOV.UK</title><h1>Sorry, the service is unavailable</h1>", "import-error-page"),
      ("<title>Lab - Sign In</title><div id='okta-sign-in'></div>", "import-login-page"),
      ("<title>Challenge Validation</title><p>x</p>", "import-challenge-page"),
      ("<p>x</p><iframe src='/_Incapsula_Resource?a=1'></iframe>", "import-challenge-page"),
      ("<html><h1>Sorry, there is a problem with the service</h1></html>", "import-error-page"),
      ("<html><title>Search - GOV.UK</title><main><h1>Search</h1>x</main>", "import-search-page"),
      ("<html><h1>Search results for code</h1><ul><li>x</li></ul></html>", "import-search-page"),
      (
        "<html><body><div id='root'></div><script src='/main.js'></script></body></html>",
        "import-empty-page"
      ),
      (
        "<html><noscript>Please enable JavaScript</noscript><script>x()</script><p>Cookies</p>",
        "import-empty-page"
      ),
      (
        "<main><h1>Code</h1><section class='gem-c-attachment'><a href='/a/b'>The Code</a></section>",
        "import-landing-page"
      ),
      (
        "{\"title\": \"x\", \"details\": {\"body\": \"<p>y</p>\", \"attachments\": "
          + "[{\"title\": \"The Code\", \"url\": \"/a/b\"}]}}", "import-landing-page"
      ),
      ("{\"details\": {\"attachments\": [{\"title\": \"a\"}]}}", "document-json"),
      ("{\"page\": {\"title\": \"x\"}}", "document-json"),
      (
        "{\"page\": {\"bodyContent\": {\"content\": {\"items\": [{\"description\": "
          + "\"<p>x</p>\"}]}}}}", "import-unrecognised"
      ),
      ("a:\n  b:\n    c: 1\n", "import-unrecognised"),
      ("a:\n  b:\n    c: [1\n", "yaml-syntax"),
      ("a: &a\n  b:\n    c: *a\n", "yaml-alias"),
      ("<pdf2xml><page number='1'>", "markup-malformed"),
      ("<!DOCTYPE pdf2xml [<!ENTITY a 'b'>]><pdf2xml>&a;</pdf2xml>", "markup-entities"),
    ])
  func refuses(_ text: String, id: String) {
    #expect(refusal(text)?.id == id)
  }

  @Test("What is of another form says what it is, and how to make it one that is read")
  func tellsForeignFiles() {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    func office(_ name: String) -> [UInt8] {
      compound + [UInt8](repeating: 0, count: 600)
        + name.utf8.flatMap { [$0, 0] } + [UInt8](repeating: 0, count: 600)
    }
    let web =
      "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n"
      + "<html><h1>Code of Practice for the Cyber Security of AI</h1>Principle 1: =E2=80=99"
    for (bytes, name, hint) in [
      (office("WordDocument"), "a text of Word before 2007", "convert-to odt"),
      (office("Workbook"), "a workbook of Excel before 2007", "convert-to xlsx"),
      (office("EncryptedPackage"), "an Office file behind a password", "without one"),
      (compound, "a file of Office before 2007", "newer form"),
      (Array("{\\rtf1\\ansi Principle 1".utf8), "a text in RTF", "convert-to odt"),
      (Array(web.utf8), "(MHTML)", "HTML only"),
      (Array("version https://git-lfs.github.com/spec/v1\noid".utf8), "Git LFS", "git lfs pull"),
      (Array("bplist00\0\0".utf8), "a web archive of Safari", "print it to PDF"),
      ([0x89, 0x50, 0x4E, 0x47, 0, 0], "a picture", "as text or PDF"),
      ([0x1F, 0x8B, 8, 0, 0], "a packed file", "unpack it"),
      (Array("%!PS-Adobe\n".utf8), "a PostScript file", "ps2pdf"),
      ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "UTF-32", "as UTF-8"),
    ] {
      let problem = refusal(bytes)
      #expect(problem?.id == "document-form")
      #expect(problem?.summary.contains(name) == true, "\(name): \(problem?.summary ?? "")")
      #expect(problem?.hints.first?.contains(hint) == true, "\(name)")
    }
  }

  @Test("A PDF of pictures only has no text, and says what to do")
  func refusesScans() {
    let xml = "<pdf2xml><page number='1' height='900' width='600'></page></pdf2xml>"
    let problem = refusal(xml)
    #expect(problem?.id == "import-no-text")
    #expect(problem?.hints.last?.contains("ocrmypdf") == true)
  }

  @Test("The ends of PDFs")
  func looksAtEnds() {
    let whole = Array("%PDF-1.7\n1 0 obj <</Encrypt 3 0 R>> endobj\n%%EOF\n".utf8)
    #expect(!PDFSigns.endsEarly(whole))
    #expect(PDFSigns.isEncrypted(whole))
    #expect(!PDFSigns.endsEarly(whole + [UInt8](repeating: 0x20, count: 1000)))
    #expect(PDFSigns.endsEarly(whole.dropLast(6) + []))
    // A PDF for the web has the mark near its start, and says how long it is.
    let start = "%PDF-1.4\n1 0 obj\n<< /Linearized 1/L "
    for (length, isCutOff) in [("70", false), ("69", false), ("71", true), ("x", false)] {
      let linear = Array("\(start)\(length)/O 5 >>\nendobj\nxref\n%%EOF\n".utf8)
      let bytes = linear + [UInt8](repeating: 0x20, count: max(0, 70 - linear.count))
      #expect(bytes.count == 70)
      #expect(PDFSigns.endsEarly(bytes) == isCutOff, "\(length)")
    }
  }

  @Test("Text that is not UTF-8 says the line")
  func refusesEncoding() {
    let problem = refusal(Array("one\ntwo\n".utf8) + [0xFF, 0x0A])
    #expect(problem?.id == "document-encoding")
    #expect(problem?.location?.line == 3)
    #expect(refusal([0xFF, 0xFE, 0x00])?.id == "document-encoding")
  }

  @Test("A page with 100,000 attributes, and a page nested 10,000 deep")
  func refusesCostlyPages() {
    let attributes = (0..<100_000).map { " a\($0)=''" }.joined()
    #expect(refusal("<html><p\(attributes)>x</p></html>")?.id == "markup-huge-tag")
    let flat = String(repeating: "<p>x</p>", count: 300_000)
    #expect(refusal("<html>" + flat)?.id == "markup-too-large")
    let nested = String(repeating: "<div>", count: 10_000)
    #expect(refusal("<html>" + nested)?.id == "markup-too-deep")
  }

  @Test("A text of more lines than any standard has; each line end counts once")
  func refusesCostlyTexts() throws {
    #expect(refusal(String(repeating: "a\n", count: 100_001))?.id == "document-too-large")
    let text = "a\r\nb\rc\nd\u{2028}e\u{85}f\u{C}g\u{B}h"
    let document = try SourceDocument.read(fileName: "x", bytes: Array(text.utf8))
    guard case .lines(let lines) = document.content else {
      Issue.record("is no text")
      return
    }
    #expect(lines == ["a", "b", "c", "d", "e", "f\u{C}g", "h"])
  }

  @Test("A table of the framework that is wider and longer than any is not read to its end")
  func refusesCostlyTables() throws {
    let head = "# Cyber Assessment Framework 4.0\n### A1.a Board Direction\n"
    let wide = String(repeating: "| a ", count: 200) + "|\n"
    let text =
      head + "| Not achieved | Achieved | Achieved |\n|---|---|---|\n"
      + String(repeating: wide, count: 3_000)
    let document = try SourceDocument.read(fileName: "x", bytes: Array(text.utf8))
    let importer = try ImporterRegistry.importer(for: document)
    #expect(throws: Refusal.self) { try importer.read(document) }
  }

  @Test("Points of lists with the greatest and the least of numbers")
  func countsFarLists() throws {
    for (start, value) in [
      ("-9223372036854775808", "9223372036854775807"), ("9223372036854775807", "1"),
      ("3", "-9223372036854775808"), ("x", "9223372036854775808"),
    ] {
      let list =
        "<ol start='\(start)'><li>a</li><li value='\(value)'>b</li><li>c</li><li>d</li></ol>"
      #expect(refusal("<html><body><h1>x</h1>\(list)</body></html>")?.id == "import-unrecognised")
      // The Code counts points that have no number in print; other texts put the number before.
      let code = CodeFixture.text.split(separator: "\n").map { "<p>\($0)</p>" }.joined() + list
      let document = try SourceDocument.read(
        fileName: "x", bytes: Array("<html><body>\(code)</body></html>".utf8))
      for importer in ImporterRegistry.all where importer.recognises(document) {
        _ = try importer.read(document)
      }
    }
  }

  @Test("The Code with 1,960 clauses more, each twice, and with a paragraph of 4,000 lines")
  func readsEndlessCode() throws {
    let more = (10..<30).flatMap { second in
      (1..<99).map { "3.\(second).\($0) Builders shall do.\n\n" }
    }.joined()
    let line = String(repeating: "word ", count: 30) + "\n"
    let code = CodeFixture.text + "\n"
    for (text, repeated) in [
      (code + "\n" + more + more, 1_960),
      (code + "3.9 Builders shall " + String(repeating: line, count: 4_000), 0),
    ] {
      let document = try SourceDocument.read(fileName: "x", bytes: Array(text.utf8))
      let imported = try ImporterRegistry.importer(for: document).read(document)
      let report = try SiteReading.report(
        imported, Catalog(id: "dsit-ai-cop-2025", title: "x", conformance: .modality))
      #expect(report.repeated.count == repeated)
      #expect(report.diagnostics.contains { $0.id == "import-repeated" } == (repeated > 0))
    }
  }

  @Test("A page of notes with long lines, each with a number")
  func readsLongNotes() throws {
    let words = String(repeating: "lorem ipsum ", count: 300)
    let page = (100..<400).map { "\($0) Abcdef \(words)\n" }.joined()
    let text =
      "Guidelines for secure AI system development\n\n1.1 Raise staff awareness of threats and risks"
      + "\nxx\n\n1.2 Model the threats to your system\nyy\n" + page
    let document = try SourceDocument.read(fileName: "x", bytes: Array(text.utf8))
    _ = try ImporterRegistry.importer(for: document).read(document)
  }

  @Test("A landing page names what it leads to")
  func namesAttachments() {
    let problem = refusal(
      "<main><section class='gem-c-attachment'><a href='/a/b'>The Code</a></section></main>")
    #expect(problem?.hints == ["take one of these:", "'The Code': /a/b"])
    let bare = refusal(
      "{\"details\": {\"attachments\": [{\"title\": \"The Code\", \"url\": \"/a/b\"}]}}")
    #expect(bare?.hints.last == "'The Code': /a/b")
  }

  @Test("YAML whose aliases stand for a million values")
  func refusesAliasBombs() {
    var text = "a0: &a0\n  b:\n    c: 1\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(refusal(text)?.id == "yaml-too-many-nodes")
  }

  @Test("Every problem of several files is told at once")
  func tellsAllFiles() throws {
    let documents = try ["Just some text.", "<title>404</title><p>x</p>"].map {
      try SourceDocument.read(fileName: $0, bytes: Array($0.utf8))
    }
    do {
      _ = try ImporterRegistry.importers(for: documents)
      Issue.record("was taken")
    } catch {
      #expect(error.diagnostics.map(\.id) == ["import-unrecognised", "import-error-page"])
    }
  }

  @Test("Text that was read with the wrong encoding before it was saved is refused")
  func refusesGarbledText() throws {
    let text = CodeFixture.text.replacing("’", with: "\u{E2}\u{20AC}\u{2122}")
    let document = try SourceDocument.read(fileName: "x", bytes: Array(text.utf8))
    let imported = try ImporterRegistry.importer(for: document).read(document)
    let report = try SiteReading.report(
      imported, Catalog(id: "dsit-ai-cop-2025", title: "x", conformance: .modality))
    #expect(report.garbled == ["1.1"])
    #expect(report.diagnostics.contains { $0.id == "import-encoding" && $0.severity == .error })
  }

  @Test("An unknown document says what it is and what was expected")
  func saysWhatItFound() {
    let problem = refusal("<html><title>Cake recipes</title><p>Eggs.</p></html>")
    #expect(problem?.summary.contains("an HTML page titled 'Cake recipes'") == true)
    #expect(problem?.hints.last?.contains("catalog import --help") == true)
    // What names a known document and holds too little of it is told what that document is.
    let part = refusal("Code of Practice for the Cyber Security of AI\n\nPrinciple 1: Raise\n")
    #expect(part?.id == "import-unrecognised")
    #expect(part?.hints.last?.contains("DSIT's Code of Practice") == true)
    // A text that was made of a PDF may have lost what its reader goes by.
    let plain = refusal("Machine learning principles\n\nSome words of them.\n")
    #expect(plain?.hints.first?.contains("pdftohtml -xml -i FILE.pdf") == true)
  }

  @Test("A document under another catalog's name, and an unknown name")
  func refusesOtherName() throws {
    let document = try SourceDocument.read(fileName: "x", bytes: CodeFixture.bytes)
    do {
      _ = try ImporterRegistry.importer(for: document, as: "ncsc-secure-ai-2023")
      Issue.record("was taken")
    } catch {
      #expect(error.diagnostics.first?.id == "import-wrong-document")
    }
    do {
      _ = try ImporterRegistry.importer(for: document, as: "dsit-ai-cop-2024")
      Issue.record("was taken")
    } catch {
      #expect(error.diagnostics.first?.hints.first == "did you mean 'dsit-ai-cop-2025'?")
    }
  }

  @Test("The registry is sorted, and ids are unique")
  func registryIsSorted() {
    let ids = ImporterRegistry.all.map(\.id)
    #expect(ids == Set(ids).sorted())
  }

  @Test("Files that are absent, folders, and PDFs that are none")
  func refusesFiles() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cw-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let garbage = folder.appending(path: "garbage; touch pwned.pdf").path
    var bytes = Array("%PDF-1.7\n".utf8)
    bytes += (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
    try Data(bytes).write(to: URL(filePath: garbage))
    let empty = folder.appending(path: "empty").path
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
    for (path, hint) in [(empty, "has none in it"), (folder.path, "files in it: \(folder.path)/*")]
    {
      do {
        _ = try await DocumentReading.read(path: path)
      } catch let refusal as Refusal {
        #expect(refusal.diagnostics.first?.hints.first?.hasSuffix(hint) == true)
      }
    }
    for (path, id) in [
      (folder.path + "/absent", "no-such-file"), (folder.path, "not-a-file"),
      (garbage, "pdf-broken"), ("/dev/zero", "not-a-file"),
    ] {
      do {
        _ = try await DocumentReading.read(path: path)
        Issue.record("\(path) was read")
      } catch let refusal as Refusal {
        #expect(refusal.diagnostics.first?.id == id)
        #expect(refusal.diagnostics.first?.location?.file == path)
      }
    }
  }
}
