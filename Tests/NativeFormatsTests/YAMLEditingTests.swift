import Diagnostics
import NativeFormats
import Testing

@Suite struct YAMLEditingTests {
  private func edited(
    _ text: String, _ change: (inout YAMLEditing) throws(Refusal) -> Void
  ) throws -> String {
    var editing = try YAMLEditing(Array(text.utf8), file: "f.yaml")
    try change(&editing)
    return String(decoding: try editing.finish(), as: UTF8.self)
  }

  private let answers = """
    # What we do.
    answers:
      - practice: mfa          # everywhere
        status: planned # soon
        due: 2026-03-01

      # The lab has its own.
      - practice: vault
        status: "absent"
        notes: >-
          one
          two

    evidence: [a, b]  # two

    """

  @Test func aScalarIsReplacedWhereItStands() throws {
    let text = try edited(answers) { (editing) throws(Refusal) in
      try editing.replace(["answers", 0, "status"], with: .text("implemented"))
      try editing.replace(["answers", 1, "status"], with: .text("partial"))
      try editing.insert("extent", .bare("0.5"), in: ["answers", 1], after: "status")
      try editing.remove(["answers", 0, "due"])
      try editing.append(.text("c"), to: ["evidence"])
    }
    #expect(
      text == """
        # What we do.
        answers:
          - practice: mfa          # everywhere
            status: implemented # soon

          # The lab has its own.
          - practice: vault
            status: "partial"
            extent: 0.5
            notes: >-
              one
              two

        evidence: [a, b, c]  # two

        """)
  }

  @Test func anItemIsAddedAndCommented() throws {
    let answer = YAMLValue.mapping([
      .init("practice", .text("logs")), .init("status", .text("implemented")),
      .init("evidence", .texts(["5.10", "x: y"])),
      .init("contexts", .mapping([.init("lab", .mapping([.init("status", .text("absent"))]))])),
      .init("notes", .text("first\nsecond")),
    ])
    let text = try edited(answers) { (editing) throws(Refusal) in
      try editing.append(answer, to: ["answers"])
      try editing.comment("review: look at it\nagain", above: ["answers", 1])
      try editing.comment("here", above: ["answers", 1, "notes"])
    }
    #expect(
      text == """
        # What we do.
        answers:
          - practice: mfa          # everywhere
            status: planned # soon
            due: 2026-03-01

          # The lab has its own.
          # review: look at it
          # again
          - practice: vault
            status: "absent"
            # here
            notes: >-
              one
              two
          - practice: logs
            status: implemented
            evidence: ["5.10", "x: y"]
            contexts:
              lab:
                status: absent
            notes: |-
              first
              second

        evidence: [a, b]  # two

        """)
  }

  @Test(arguments: [
    ("a:\n", "a: x\n"), ("a: # c\n", "a: x # c\n"), ("a: ~\nb: 1\n", "a: x\nb: 1\n"),
    ("a: {b: 1} # c\n", "a: x # c\n"), ("a:\n- 1\n- 2\nb: 1\n", "a: x\nb: 1\n"),
    ("a:\n  b: 1\n# c\n", "a: x\n# c\n"), ("a: |\n  one\n\n  two\n\nb: 1\n", "a: x\n\nb: 1\n"),
    ("{a: 1, b: 2}\n", "{a: x, b: 2}\n"), ("a: 'it'\n", "a: 'x'\n"),
    ("a: one\n  two # c\n", "a: x # c\n"), ("\u{FEFF}é: ü\na: ö # ä\n", "\u{FEFF}é: ü\na: x # ä\n"),
    ("a: 1\r\nb: 2\r\n", "a: x\r\nb: 2\r\n"), ("a: 1", "a: x"),
    ("a:\n  \"one\" # c\n", "a:\n  \"x\" # c\n"),
  ])
  func replacing(_ text: String, _ expected: String) throws {
    let result = try edited(text) { (editing) throws(Refusal) in
      try editing.replace(["a"], with: .text("x"))
    }
    #expect(result == expected)
  }

  @Test(arguments: [
    ("a: []\n", "a: [x]\n"), ("a:\n", "a: [x]\n"), ("a:\n- y\n", "a:\n- y\n- x\n"),
    ("a: [ y ] # c\n", "a: [ y, x ] # c\n"),
    ("a:\n  - y # c\n# d\n", "a:\n  - y # c\n  - x\n# d\n"),
    ("a:\n  - - y\nb: 1\n", "a:\n  - - y\n  - x\nb: 1\n"), ("a:\n  - y", "a:\n  - y\n  - x"),
    ("a:\n  - |\n    y\n\n\nb: 1\n", "a:\n  - |\n    y\n  - x\n\n\nb: 1\n"),
    ("a:\r\n  - y\r\nb: 1\r\n", "a:\r\n  - y\r\n  - x\r\nb: 1\r\n"),
    ("a: [\n  y, # c\n  z # d\n]\n", "a: [\n  y, # c\n  z, x # d\n]\n"),
  ])
  func appending(_ text: String, _ expected: String) throws {
    let result = try edited(text) { (editing) throws(Refusal) in
      try editing.append(.text("x"), to: ["a"])
    }
    #expect(result == expected)
  }

  @Test(arguments: [
    ("a:\n  - x # c\n  - y\n", "a:\n  - y\n"), ("a: [x, y]\n", "a: [y]\n"),
    ("a: [x]\n", "a: []\n"), ("a:\n  - x\nb: 1\n", "a: []\nb: 1\n"),
    ("a:\n  - b: 1\n    c: 2\n  # about y\n  - y\n", "a:\n  # about y\n  - y\n"),
    ("a: [x, y, z]\n", "a: [y, z]\n"),
  ])
  func removing(_ text: String, _ expected: String) throws {
    let result = try edited(text) { (editing) throws(Refusal) in try editing.remove(["a", 0]) }
    #expect(result == expected)
  }

  @Test func theFirstKeyAfterADashGivesWay() throws {
    let result = try edited("- a: 1\n  b: 2\n") { (editing) throws(Refusal) in
      try editing.remove([0, "a"])
    }
    #expect(result == "- b: 2\n")
    let kept = try edited("- a: 1 # c\n  b: 2\n") { (editing) throws(Refusal) in
      try editing.remove([0, "a"])
    }
    #expect(kept == "-  # c\n  b: 2\n")
  }

  @Test func placesBecomePaths() throws {
    let editing = try YAMLEditing(Array(answers.utf8), file: "f.yaml")
    let path = editing.path(at: SourceLocation(file: "f.yaml", line: 9, column: 13))
    #expect(path == ["answers", 1, "status"])
    #expect(editing.value(at: ["answers", 1, "status"]) == .text("absent"))
    #expect(editing.location(of: ["answers", 1])?.line == 8)
    #expect(editing.value(at: ["answers", 2]) == nil)
  }

  @Test func whatDoesNotGoTogetherIsRefused() throws {
    var editing = try YAMLEditing(Array(answers.utf8), file: "f.yaml")
    try editing.remove(["answers", 0])
    #expect(throws: Refusal.self) { try editing.replace(["answers", 0], with: .text("x")) }
    #expect(throws: Refusal.self) { try editing.replace(["answers", 0, "due"], with: .text("x")) }
    #expect(throws: Refusal.self) { try editing.replace(["answers", 7], with: .text("x")) }
    #expect(throws: Refusal.self) { try editing.insert("evidence", .text("x"), in: []) }
    #expect(throws: Refusal.self) { try editing.append(.text("x"), to: ["answers", 1]) }
    #expect(throws: Refusal.self) { _ = try YAMLEditing(Array("a: \u{2028}1\n".utf8), file: "f") }
    #expect(throws: Refusal.self) { _ = try YAMLEditing(Array("a: &x 1\n".utf8), file: "f") }
  }

  /// A key that is written in the long form has no place for a change: the file stays.
  @Test func aRiskyFileIsRefused() {
    #expect(throws: Refusal.self) {
      try edited("? a\n: 1\n? b\n") { (editing) throws(Refusal) in
        try editing.replace(["b"], with: .text("x"))
      }
    }
  }

  @Test func textThatCouldSteerIsHeldInQuotes() throws {
    let hostile = "x # no comment\n- a: [\"b\u{0}\u{202E}\u{2028}"
    let text = try edited("a: 'b' # c\nd: [e]\n") { (editing) throws(Refusal) in
      try editing.replace(["a"], with: .text(hostile))
      try editing.append(.text(hostile), to: ["d"])
      try editing.comment("two\nlines\u{0}\u{85}x: y", above: ["a"])
    }
    #expect(text.hasPrefix("# two\n# lines \n# x: y\na: \""))
    let read = try YAMLEditing(Array(text.utf8), file: "f")
    #expect(read.value(at: ["a"]) == .text(hostile))
    #expect(read.value(at: ["d", 1]) == .text(hostile))
  }
}
