import FoundationEssentials
import Testing

extension CommandSuite {
  /// What happens when the program that converts PDFs is absent, fails, or misbehaves.
  @Suite("The conversion of PDFs")
  struct ConversionTests {
    private func importing(
      _ script: String?, of document: String = "%PDF-1.4\nnothing that can be read\n%%EOF\n",
      in folder: TestFolder
    ) async throws -> Program.Outcome {
      try folder.write("document.pdf", document)
      if let script {
        try folder.write("bin/pdftohtml", "#!/bin/sh\n\(script)\n")
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/pdftohtml"))
      }
      let path = script == nil ? folder.path("bin") : "\(folder.path("bin")):/usr/bin:/bin"
      return try await Program.run(
        ["catalog", "import", "document.pdf", "--library", Package.root], in: folder,
        environment: ["PATH": path])
    }

    private func isRefused(_ outcome: Program.Outcome, in folder: TestFolder) -> Bool {
      outcome.exitCode == 2
        && !FileManager.default.fileExists(atPath: folder.path("official-catalogs"))
    }

    @Test("says which command installs it when it is absent")
    func absent() async throws {
      let folder = try TestFolder()
      let outcome = try await importing(nil, in: folder)
      #expect(isRefused(outcome, in: folder))
      #expect(
        outcome.errors == """
          document.pdf: error: is a PDF, and pdftohtml, which reads it, is not installed
              run: sudo apt-get install poppler-utils

          """)
    }

    @Test("passes on what it says of a broken file")
    func broken() async throws {
      let folder = try TestFolder()
      let outcome = try await importing("echo 'Syntax Error: no pages' >&2; exit 1", in: folder)
      #expect(isRefused(outcome, in: folder))
      #expect(
        outcome.errors.hasPrefix(
          "document.pdf: error: is a PDF that pdftohtml cannot read: Syntax Error: no pages\n"))
    }

    @Test("says that a file was cut off, or is behind a password, where it shows")
    func knownReasons() async throws {
      for (document, message) in [
        ("%PDF-1.4\n1 0 obj\n", "is a PDF that was cut off: its end is missing"),
        ("%PDF-1.4\ntrailer <</Encrypt 5 0 R>>\n%%EOF\n", "is a PDF behind a password"),
      ] {
        let folder = try TestFolder()
        let outcome = try await importing("exit 1", of: document, in: folder)
        #expect(isRefused(outcome, in: folder))
        #expect(outcome.errors.hasPrefix("document.pdf: error: \(message)\n    "), "\(outcome)")
      }
    }

    @Test("ends one that computes for ever")
    func endless() async throws {
      let folder = try TestFolder()
      let outcome = try await importing("while :; do :; done", in: folder)
      #expect(isRefused(outcome, in: folder))
      #expect(
        outcome.errors.hasPrefix(
          "document.pdf: error: takes pdftohtml longer than the limits allow\n"))
    }

    @Test("stops one that writes without end")
    func flood() async throws {
      let folder = try TestFolder()
      let outcome = try await importing("exec tr '\\0' x </dev/zero", in: folder)
      #expect(isRefused(outcome, in: folder))
      #expect(outcome.errors.hasPrefix("document.pdf: error: gives more than 16777216 bytes"))
    }

    @Test("does not take half a conversion for the whole")
    func half() async throws {
      let folder = try TestFolder()
      let outcome = try await importing("echo '<pdf2xml><page number=\"1\"><te'", in: folder)
      #expect(isRefused(outcome, in: folder))
    }
  }
}
