import Diagnostics
import Testing
import YAMLEvents

@Suite struct YAMLParserTests {
  private func parse(_ text: String) throws(Refusal) -> YAMLNode? {
    try YAMLParser.parse(Array(text.utf8), file: "f.yaml")
  }

  /// The only diagnostic of a text that is refused.
  private func refusal(_ bytes: [UInt8], limits: YAMLParser.Limits = .init()) -> Diagnostic? {
    do throws(Refusal) {
      _ = try YAMLParser.parse(bytes, file: "f.yaml", limits: limits)
      return nil
    } catch {
      #expect(error.diagnostics.count == 1, "\(error.diagnostics)")
      return error.diagnostics.first
    }
  }

  private func refusal(_ text: String) -> Diagnostic? { refusal(Array(text.utf8)) }

  private func scalar(_ node: YAMLNode?, _ key: String) -> YAMLNode.Scalar? {
    guard case .mapping(let mapping) = node,
      case .scalar(let scalar) = mapping.entries.first(where: { $0.key == key })?.value
    else { return nil }
    return scalar
  }

  // MARK: Scalars

  @Test(arguments: [
    "5.10", "no", "yes", "on", "1:30", "1.10", "0x10", "0o17", "010", "1e5", "1_000", "NaN",
    ".inf", "true", "2026-01-01", "-1 day", "<<", "=", "1,000", "12e03", "Null",
  ])
  func scalarsStayText(_ text: String) throws {
    let scalar = scalar(try parse("key: \(text)\n"), "key")
    #expect(scalar?.text == text)
    #expect(scalar?.isNull == false)
    #expect(self.scalar(try parse("key: \"\(text)\"\n"), "key")?.text == text)
  }

  @Test(arguments: ["", "~", "null"])
  func nothingIsNothing(_ text: String) throws {
    #expect(scalar(try parse("key: \(text)\n"), "key")?.isNull == true)
    #expect(scalar(try parse("key: \"\(text)\"\n"), "key")?.isNull == false)
  }

  @Test func keysStayTextToo() throws {
    let node = try parse("5.10: a\nno: b\n1: c\n")
    guard case .mapping(let mapping) = node else {
      Issue.record("no mapping")
      return
    }
    #expect(mapping.entries.map(\.key) == ["5.10", "no", "1"])
  }

  @Test func foldedAndLiteralText() throws {
    let node = try parse("a: >-\n  one\n  two\nb: |\n  one\n  two\nc: \"x\\ty\"\n")
    #expect(scalar(node, "a")?.text == "one two")
    #expect(scalar(node, "b")?.text == "one\ntwo\n")
    #expect(scalar(node, "c")?.text == "x\ty")
  }

  @Test func everythingKnowsItsPlace() throws {
    let node = try parse("a: 1\nb:\n  - x\n  - é: y\n    z: w\n")
    guard case .mapping(let mapping) = node, case .sequence(let list) = mapping.entries[1].value,
      case .mapping(let inner) = list.items[1]
    else {
      Issue.record("another tree")
      return
    }
    #expect(mapping.entries[0].value.location == SourceLocation(file: "f.yaml", line: 1, column: 4))
    #expect(list.items[0].location == SourceLocation(file: "f.yaml", line: 3, column: 5))
    // Columns count characters, not bytes.
    #expect(inner.entries[0].value.location.column == 8)
    #expect(inner.entries[1].location == SourceLocation(file: "f.yaml", line: 5, column: 5))
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "~\n", "\u{FEFF}"])
  func emptyDocuments(_ text: String) throws { #expect(try parse(text) == nil) }

  @Test func byteOrderMarkIsSkipped() throws {
    #expect(scalar(try parse("\u{FEFF}key: x\n"), "key")?.text == "x")
  }

  @Test func carriageReturnsAreLineBreaks() throws {
    let node = try parse("a: 1\r\nb: 2\r\n")
    #expect(scalar(node, "b")?.text == "2")
    #expect(scalar(node, "b")?.location.line == 2)
  }

  // MARK: Refusals

  @Test(arguments: [
    ("a: &x 1\nb: *x\n", "yaml-alias", 1, 4), ("a: *x\n", "yaml-alias", 1, 4),
    ("a: &x [1]\n", "yaml-alias", 1, 4), ("a: &x {b: 1}\n", "yaml-alias", 1, 4),
    ("a: !!binary aGk=\n", "yaml-tag", 1, 4), ("a: !mine x\n", "yaml-tag", 1, 4),
    ("!mine\na: b\n", "yaml-tag", 1, 1), ("a: !!python/object {x: 1}\n", "yaml-tag", 1, 4),
    ("a: 1\n---\nb: 2\n", "yaml-several-documents", 2, 1),
    ("? [a, b]\n: c\n", "yaml-key", 1, 3), ("? {a: b}\n: c\n", "yaml-key", 1, 3),
    ("a: [1, 2\n", "yaml-syntax", 2, 1), ("a: b: c\n", "yaml-syntax", 1, 5),
    ("a: 1\n b: 2\n", "yaml-syntax", 2, 3), ("a: \"x\n", "yaml-syntax", 2, 1),
    ("a: 1\n\tb: 2\n", "yaml-syntax", 2, 1), ("\ta: 1\n", "yaml-syntax", 1, 1),
    ("a: @b\n", "yaml-syntax", 1, 4), ("a: 'x\n", "yaml-syntax", 2, 1),
    ("%FOO\n", "yaml-syntax", 1, 5),
  ])
  func refused(_ text: String, _ id: String, _ line: Int, _ column: Int) {
    let diagnostic = refusal(text)
    #expect(diagnostic?.id == id)
    #expect(
      diagnostic?.location == SourceLocation(file: "f.yaml", line: line, column: column),
      "\(String(describing: diagnostic))")
    #expect(diagnostic?.summary.contains("\n") == false)
  }

  @Test func tabsGetAHint() {
    #expect(refusal("a:\n\tb: 2\n")?.hints.contains { $0.contains("tabs") } == true)
  }

  @Test func duplicateKeysAreAllTold() {
    do throws(Refusal) {
      _ = try parse("a: 1\nb: 2\na: 3\nc:\n  d: 1\n  d: 2\n")
      Issue.record("accepted")
    } catch {
      #expect(error.diagnostics.map(\.id) == ["yaml-duplicate-key", "yaml-duplicate-key"])
      #expect(error.diagnostics.map(\.location?.line) == [3, 6])
      #expect(error.diagnostics[0].hints[0] == "the first one is at f.yaml:1:1")
    }
  }

  /// In small mappings and in large ones, which have a table of their keys.
  @Test(arguments: [0, 40])
  func lastDuplicateCountsWhereAskedFor(_ others: Int) throws {
    var limits = YAMLParser.Limits()
    limits.doubles = .lastCounts
    let more = (0..<others).map { "k\($0): x\n" }.joined()
    var sink = DiagnosticSink()
    let root = try YAMLParser.parse(
      Array("a: 1\n\(more)a: 2\nb: 3\na: 4\n".utf8), file: "f.yaml", limits: limits,
      reporting: &sink)
    guard case .mapping(let mapping)? = root else {
      Issue.record("no mapping")
      return
    }
    #expect(mapping.entries.count == others + 2)
    #expect(mapping.entries.first?.key == "a")
    guard case .scalar(let scalar)? = mapping.entries.first?.value else {
      Issue.record("no scalar")
      return
    }
    #expect(scalar.text == "4")
    #expect(sink.diagnostics.map(\.severity) == [.warning, .warning])
  }

  @Test func sameKeyInTwoMappingsIsNoDuplicate() throws {
    #expect(try parse("a: {x: 1}\nb: {x: 2}\n") != nil)
  }

  /// Billions of words out of a few lines: refused at the first anchor.
  @Test func bombIsRefused() {
    var text = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      let list = Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
      text += "\(name): &\(name) [\(list)]\n"
    }
    #expect(refusal(text)?.id == "yaml-alias")
    #expect(refusal(text)?.location?.line == 1)
  }

  @Test(arguments: [64, 65, 1_000, 100_000]) func depthIsBounded(_ depth: Int) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let diagnostic = refusal(text)
    #expect((diagnostic == nil) == (depth <= 64))
    if depth > 64 {
      #expect(["yaml-too-deep", "yaml-syntax"].contains(diagnostic?.id))
      #expect(diagnostic?.location?.line == 1)
    }
  }

  @Test func blocksAreBoundedInDepthToo() {
    var text = ""
    for depth in 0..<70 { text += String(repeating: " ", count: depth) + "a:\n" }
    #expect(refusal(text)?.id == "yaml-too-deep")
    #expect(refusal(text)?.location?.line == 65)
  }

  @Test func sizeIsBounded() {
    var limits = YAMLParser.Limits()
    limits.bytes = 10
    let diagnostic = refusal(Array("a: 12345678\n".utf8), limits: limits)
    #expect(diagnostic?.id == "file-too-large")
    #expect(diagnostic?.location?.file == "f.yaml")
  }

  @Test func numberOfValuesIsBounded() {
    var limits = YAMLParser.Limits()
    limits.nodes = 100
    let text = "a:\n" + String(repeating: "  - x\n", count: 200)
    #expect(refusal(Array(text.utf8), limits: limits)?.id == "yaml-too-many-nodes")
  }

  // MARK: Encoding

  @Test(
    arguments: [
      ([0xFF], 1, 1), ([0x61, 0x3A, 0x20, 0xC3, 0x28], 1, 5),
      (Array("a: 1\nb: ".utf8) + [0x80], 2, 4),
      // A column counts characters: é is one of them.
      (Array("a: é".utf8) + [0xFF], 1, 5),
      // Latin-1
      (Array("a: caf".utf8) + [0xE9, 0x0A], 1, 7),
      // A surrogate, and a code point above the last one
      (Array("a: ".utf8) + [0xED, 0xA0, 0x80], 1, 4),
      (Array("a: ".utf8) + [0xF4, 0x90, 0x80, 0x80], 1, 4),
      // Overlong
      (Array("a: ".utf8) + [0xC0, 0xAF], 1, 4),
      // Cut off at the end
      (Array("a: ".utf8) + [0xE2, 0x82], 1, 4),
      // A control character
      (Array("a: x".utf8) + [0x00], 1, 5), (Array("a: x".utf8) + [0x07], 1, 5),
    ] as [([UInt8], Int, Int)])
  func notUTF8(_ bytes: [UInt8], _ line: Int, _ column: Int) {
    let diagnostic = refusal(bytes)
    #expect(diagnostic?.id == "not-utf8")
    #expect(
      diagnostic?.location == SourceLocation(file: "f.yaml", line: line, column: column),
      "\(String(describing: diagnostic))")
    #expect(diagnostic?.hints == ["save it as UTF-8"])
  }

  /// Whatever comes in, something sensible comes out.
  @Test func randomBytesNeverTrap() {
    var state: UInt64 = 1
    let alphabet = Array("ab:-[]{}\"'#&*!|> \n\t%@`,?é\u{FEFF}0".utf8) + [0x00, 0xFF, 0x80]
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      do throws(Refusal) {
        _ = try YAMLParser.parse(bytes, file: "f.yaml")
      } catch {
        for diagnostic in error.diagnostics {
          #expect((diagnostic.location?.line ?? 0) >= 1, "\(bytes) \(diagnostic)")
        }
      }
    }
  }

  // MARK: Files of other programs

  @Test func foreignFilesMayHaveAliases() throws {
    func foreign(_ text: String) throws(Refusal) -> YAMLNode? {
      try YAMLParser.parse(Array(text.utf8), file: "f.yaml", limits: .foreign)
    }
    let root = try foreign("a: &x {p: 1, q: 2}\nb: *x\nc: {<<: *x, q: !!str 3}\n")
    guard case .mapping(let mapping)? = root else {
      Issue.record("no mapping")
      return
    }
    #expect(scalar(mapping.entries[1].value, "q")?.text == "2")
    #expect(scalar(mapping.entries[2].value, "q")?.text == "3")
    #expect(scalar(mapping.entries[2].value, "p")?.text == "1")
    for text in ["a: *x\n", "a: &x [*x]\n", "a: !own 1\n"] {
      #expect(throws: Refusal.self, "\(text)") { try foreign(text) }
    }
  }

  @Test func aliasesCountAsIfWrittenOut() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, before) in zip("bcdefgh", "abcdefg") {
      let ten = [String](repeating: "*\(before)", count: 10).joined(separator: ", ")
      text += "\(name): &\(name) [\(ten)]\n"
    }
    #expect(refusal(Array(text.utf8), limits: .foreign)?.id == "yaml-too-many-nodes")
    var deep = "a: &a [x]\n"
    for index in 0..<70 { deep += "a\(index): &a [*a]\n" }
    #expect(refusal(Array(deep.utf8), limits: .foreign)?.id == "yaml-too-deep")
  }
}
