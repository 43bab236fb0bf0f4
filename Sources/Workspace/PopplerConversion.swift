internal import ControlModel
internal import Diagnostics
internal import Importers
internal import Subprocess
internal import SystemPackage

/// Turns a PDF into pages with text by position, by the XML that another process makes of it.
///
/// A PDF may be hostile, so poppler works where it can do little harm: in a private folder with
/// nothing but a copy of the bytes, with a limit on its processor time, its memory, its output and
/// the time that we wait. The bytes do not go through a pipe: one that ends without reading them
/// would end us too.
enum PopplerConversion {
  /// What the other process may use.
  struct Limits: Sendable {
    /// Seconds of processor time.
    var processorSeconds = 4
    /// Seconds that we wait, longer because the machine may be busy.
    var waitSeconds = 20
    /// Kilobytes of address space.
    var kilobytes = 512 << 10
    /// Bytes of XML.
    var outputBytes = 16 << 20
  }

  /// Converts a PDF.
  ///
  /// - Parameters:
  ///   - bytes: the PDF.
  ///   - fileName: how the user named the file; only for messages.
  ///   - limits: what the other process may use.
  ///   - started: called once the other process runs: what may be done beside it.
  ///   - named: called at most once, as soon as the pages name a known document.
  static func convert(
    _ bytes: [UInt8], fileName: String, limits: Limits = Limits(),
    started: @escaping @Sendable () -> Void = {},
    named: @escaping @Sendable (CatalogID) -> Void = { _ in }
  ) async throws -> LayoutDocument {
    let location = SourceLocation(file: fileName)
    let folder = try TemporaryFolder()
    defer { folder.remove() }

    let outcome: Outcome
    do {
      outcome = try await withThrowingTaskGroup(of: Outcome.self) { group in
        group.addTask { try await run(bytes, fileName, in: folder.path, limits, started, named) }
        group.addTask {
          try await Task.sleep(for: .seconds(limits.waitSeconds))
          return .timedOut
        }
        defer { group.cancelAll() }
        return try await group.next() ?? .timedOut
      }
    } catch let error as SubprocessError {
      throw Refusal("pdf-conversion", "could not start pdftohtml: \(error)", at: location)
    }
    switch outcome {
    case .converted(let layout):
      return layout
    case .unread(let failure):
      throw failure
    case .tooLong:
      throw Refusal(
        "pdf-too-large", "gives more than \(limits.outputBytes) bytes of text", at: location,
        hints: ["is this the document as published?"])
    case .absent:
      throw Refusal(
        "poppler-missing", "is a PDF, and pdftohtml, which reads it, is not installed",
        at: location, hints: ["run: sudo apt-get install poppler-utils"])
    case .timedOut:
      throw Refusal(
        "pdf-too-slow", "takes pdftohtml longer than the limits allow", at: location,
        hints: [
          "is the file whole and as published?",
          "or convert it yourself, and import the XML: pdftohtml -xml -i -stdout FILE.pdf",
        ])
    case .failed where PDFSigns.endsEarly(bytes):
      throw Refusal(
        "pdf-broken", "is a PDF that was cut off: its end is missing", at: location,
        hints: ["fetch it again, and compare its size with the publisher's"])
    case .failed where PDFSigns.isEncrypted(bytes):
      throw Refusal(
        "pdf-encrypted", "is a PDF behind a password", at: location,
        hints: ["open it with its password, and print it to a new PDF, or save its text"])
    case .failed(let message):
      throw Refusal(
        "pdf-broken",
        "is a PDF that pdftohtml cannot read" + (message.isEmpty ? "" : ": ")
          + message, at: location, hints: ["is the file whole? compare its size or digest"])
    }
  }

  private enum Outcome: Sendable {
    case converted(LayoutDocument)
    /// It gives XML that cannot be read.
    case unread(Refusal)
    case tooLong
    case absent
    case timedOut
    case failed(String)
  }

  /// The shell only sets the limits and then becomes pdftohtml. Nothing of the user's reaches its
  /// command line.
  private static func run(
    _ bytes: [UInt8], _ fileName: String, in folder: String, _ limits: Limits,
    _ started: @Sendable () -> Void, _ named: @Sendable (CatalogID) -> Void
  ) async throws -> Outcome {
    let script = """
      ulimit -t \(limits.processorSeconds) 2>/dev/null
      ulimit -v \(limits.kilobytes) 2>/dev/null
      command -v pdftohtml >/dev/null || exit 127
      exec pdftohtml -q -xml -i -hidden -nodrm -stdout document.pdf out
      """
    try FileWriting.replace("\(folder)/document.pdf", with: bytes)
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", script], workingDirectory: FilePath(folder),
      input: .none, output: .sequence, error: .bytes(limit: 1 << 20)
    ) { execution in
      started()
      var pages = Pages(fileName: fileName)
      for try await buffer in execution.standardOutput {
        guard pages.take(unsafe buffer.withUnsafeBytes { unsafe Array($0) }, limits) else { break }
        if let catalog = pages.newlyNamed() { named(catalog) }
      }
      return pages
    }
    var pages = result.closureResult
    if let outcome = pages.outcome { return outcome }
    switch result.terminationStatus {
    case .exited(0) where pages.bytes > 0:
      return pages.finish()
    case .exited(127):
      return .absent
    case .exited:
      let lines = String(decoding: result.standardError, as: UTF8.self)
        .split(whereSeparator: \.isNewline)
      return .failed(lines.last.map { String($0.prefix(200)) } ?? "")
    case .signaled:
      // Beyond its processor time the kernel ends it by a signal.
      return .timedOut
    }
  }

  /// What was read of the other process so far.
  private struct Pages: Sendable {
    private var reader: PopplerReader
    private(set) var bytes = 0
    /// Why reading has ended before the other process did; nil: it has not.
    private(set) var outcome: Outcome?
    private var isNamed = false

    init(fileName: String) { reader = PopplerReader(fileName: fileName) }

    /// - Returns: whether more is wanted.
    mutating func take(_ piece: [UInt8], _ limits: Limits) -> Bool {
      bytes += piece.count
      guard bytes <= limits.outputBytes else {
        outcome = .tooLong
        return false
      }
      do throws(Refusal) {
        try reader.take(piece)
        return true
      } catch {
        outcome = .unread(error)
        return false
      }
    }

    /// The catalog of the document that the pages name, the first time that they do.
    mutating func newlyNamed() -> CatalogID? {
      guard !isNamed, let catalog = reader.namedCatalog else { return nil }
      isNamed = true
      return catalog
    }

    mutating func finish() -> Outcome {
      do throws(Refusal) {
        return .converted(try reader.finish())
      } catch {
        return .unread(error)
      }
    }
  }
}
