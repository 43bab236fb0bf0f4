import Testing

extension CommandSuite {
  @Suite("Exit codes")
  struct ExitCodeTests {
    @Test("0: done")
    func done() async throws {
      let folder = try SmallLibrary.folder()
      for command in ["assess lab", "check lab", "explain lab 1.2", "export lab --out out"] {
        let outcome = try await SmallLibrary.run(command, in: folder)
        #expect(outcome.exitCode == 0, "\(command)")
        #expect(outcome.errors.isEmpty, "\(command)")
        #expect(!outcome.output.isEmpty, "\(command)")
      }
    }

    @Test("1: a target is unmet; the targets are the result, the verdict goes to standard error")
    func unmet() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write(
        "lab/targets.yaml",
        """
        format: assessment/1
        targets:
          - {id: T1, catalog: code, modality: required, statement: Everything required}
        """)
      let outcome = try await SmallLibrary.run("check lab", in: folder)
      #expect(outcome.exitCode == 1)
      #expect(outcome.output.hasPrefix("missed    Everything required (T1)"))
      #expect(outcome.errors == "1 of 1 target unmet.\n")
    }

    @Test("1: a lint found something")
    func lint() async throws {
      let folder = try SmallLibrary.folder()
      #expect(try await SmallLibrary.run("mapping lint", in: folder).exitCode == 0)
      #expect(try await SmallLibrary.run("mapping lint --strict", in: folder).exitCode == 1)
      #expect(try await SmallLibrary.run("catalog lint", in: folder).exitCode == 0)
      #expect(try await SmallLibrary.run("catalog lint --strict", in: folder).exitCode == 1)
    }

    @Test("2: the input is wrong; nothing goes to standard output")
    func badInput() async throws {
      let folder = try SmallLibrary.folder()
      for command in [
        "assess nowhere", "check nowhere", "explain lab 9.9", "explain lab 1.2 --context nowhere",
        "export nowhere --out out", "init lab", "assess lab --catalog nothing",
        "catalog show nothing", "catalog lint nothing", "catalog show code 9.9",
        "check lab --fail-under nothing=0.5",
      ] {
        let outcome = try await SmallLibrary.run(command, in: folder)
        #expect(outcome.exitCode == 2, "\(command)")
        #expect(outcome.output.isEmpty, "\(command)")
        #expect(outcome.errors.contains("error: "), "\(command)")
      }
      #expect(!folder.exists("out"))
    }

    @Test("3: evidence is missing or changed; the result is there all the same")
    func evidence() async throws {
      let folder = try SmallLibrary.folder()
      try folder.write("lab/evidence/keys.txt", "The keys lie under the mat.\n")
      for command in ["assess lab", "check lab", "explain lab 1.2", "export lab --out out"] {
        let outcome = try await SmallLibrary.run(command, in: folder)
        #expect(outcome.exitCode == 3, "\(command)")
        #expect(!outcome.output.isEmpty, "\(command)")
        #expect(
          outcome.errors.hasPrefix(
            "lab/evidence.yaml:5:11: error: E-1: 'evidence/keys.txt' is not"),
          "\(command)")
      }
      #expect(folder.exists("out/gaps-code.csv"))
    }

    @Test("64: the command line is wrong, and the usage is shown")
    func usage() async throws {
      let folder = try SmallLibrary.folder()
      for command in [
        "assess", "export lab", "assess lab --as-of yesterday", "assess lab --as-of 2026-02-30",
        "check lab --fail-under 2", "check lab --fail-under code=", "check lab --fail-under nan",
        "assess lab --top many", "export lab --out out --format xls", "assess lab lab2",
        "assess lab --frobnicate",
      ] {
        let outcome = try await SmallLibrary.run(command, in: folder)
        #expect(outcome.exitCode == 64, "\(command)")
        #expect(outcome.output.isEmpty, "\(command)")
        #expect(outcome.errors.contains("Usage: counterweight"), "\(command)")
      }
      for arguments in [["assess", ""], ["init", ""], ["export", "lab", "--out", ""]] {
        #expect(try await Program.run(arguments, in: folder).exitCode == 64, "\(arguments)")
      }
    }

    @Test(
      "64: the value that was meant is named, for every option with a list of values",
      arguments: [
        ("export lab --out o --format xslx", "xlsx"),
        ("export lab --out o --format md", "markdown"),
        ("catalog diff code steps --format htm", "html"),
        ("catalog export code --format oscal-jsn", "oscal-json"),
        ("questionnaire export lab --out q --format xls", "xlsx"),
        ("questionnaire import lab q --on-conflict kep", "keep"),
      ])
    func misspeltValue(_ command: String, _ meant: String) async throws {
      let folder = try SmallLibrary.folder()
      let outcome = try await SmallLibrary.run(command, in: folder)
      #expect(outcome.exitCode == 64)
      #expect(outcome.errors.contains(" Did you mean '\(meant)'? Please provide one of"))
    }

    @Test("64: a misspelt command is named, with the one that was meant")
    func unknownCommand() async throws {
      let assess = try await Program.run(["asess", "lab"])
      #expect(assess.exitCode == 64)
      #expect(assess.errors.contains("there is no command 'asess'; did you mean 'assess'?"))
      let list = try await Program.run(["catalog", "lsit"])
      #expect(list.exitCode == 64)
      #expect(list.errors.contains("there is no command 'lsit'; did you mean 'list'?"))
    }
  }
}
