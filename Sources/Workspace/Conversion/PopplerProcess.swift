internal import ControlModel
internal import Diagnostics
internal import Importers
internal import Subprocess
internal import SystemPackage

/// One run of `pdftohtml` over some pages of `document.pdf` in a private folder.
///
/// The shell only sets the limits and then becomes pdftohtml. Nothing of the user's reaches its
/// command line.
struct PopplerProcess: Sendable {
  /// The private folder.
  let folder: String
  /// How the user named the document; only for messages.
  let fileName: String
  let limits: PopplerLimits

  /// What a run gives.
  enum Outcome: Sendable {
    /// The pages; what is left of the last one may wait in the reader.
    case read(PopplerReader)
    case ended(End)
  }

  /// Why there are no pages.
  enum End: Sendable {
    /// It gives XML that cannot be read.
    case unread(Refusal)
    case tooLong
    case absent
    case timedOut
    case failed(String)
  }

  /// Reads pages.
  ///
  /// - Parameters:
  ///   - pages: which ones, from 1; the last may lie beyond the document, the first may not.
  ///   - started: called once the process runs.
  ///   - named: called at most once, as soon as the pages name a known document.
  func run(
    _ pages: ClosedRange<Int>, started: @Sendable () -> Void = {},
    named: @Sendable (CatalogID) -> Void = { _ in }
  ) async throws -> Outcome {
    let script = """
      ulimit -t \(limits.processorSeconds) 2>/dev/null
      ulimit -v \(limits.kilobytes) 2>/dev/null
      command -v pdftohtml >/dev/null || exit 127
      exec pdftohtml -q -xml -i -hidden -nodrm -f \(pages.lowerBound) -l \(pages.upperBound) \
      -stdout document.pdf out
      """
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", script], workingDirectory: FilePath(folder),
      input: .none, output: .sequence, error: .bytes(limit: 1 << 20)
    ) { execution in
      started()
      var output = Output(fileName: fileName)
      for try await buffer in execution.standardOutput {
        guard output.take(unsafe buffer.withUnsafeBytes { unsafe Array($0) }, limits) else { break }
        if let catalog = output.newlyNamed() { named(catalog) }
      }
      return output
    }
    let output = result.closureResult
    if let end = output.end { return .ended(end) }
    switch result.terminationStatus {
    case .exited(0) where output.bytes > 0:
      return .read(output.reader)
    case .exited(127):
      return .ended(.absent)
    case .exited:
      let lines = String(decoding: result.standardError, as: UTF8.self)
        .split(whereSeparator: \.isNewline)
      return .ended(.failed(lines.last.map { String($0.prefix(200)) } ?? ""))
    case .signaled(Signal.kill.rawValue), .signaled(Self.beyondProcessorTime):
      return .ended(.timedOut)
    case .signaled(let signal):
      return .ended(.failed("it was ended by signal \(signal)"))
    }
  }

  /// SIGXCPU: beyond its processor time the kernel ends a process by it, or by SIGKILL.
  private static let beyondProcessorTime: CInt = 24

  /// What was read of the process so far.
  private struct Output: Sendable {
    private(set) var reader: PopplerReader
    private(set) var bytes = 0
    /// Why reading has ended before the process did; nil: it has not.
    private(set) var end: End?
    private var isNamed = false

    init(fileName: String) { reader = PopplerReader(fileName: fileName) }

    /// - Returns: whether more is wanted.
    mutating func take(_ piece: [UInt8], _ limits: PopplerLimits) -> Bool {
      bytes += piece.count
      guard bytes <= limits.outputBytes else {
        end = .tooLong
        return false
      }
      do throws(Refusal) {
        try reader.take(piece)
        return true
      } catch {
        end = .unread(error)
        return false
      }
    }

    /// The catalog of the document that the pages name, the first time that they do.
    mutating func newlyNamed() -> CatalogID? {
      guard !isNamed, let catalog = reader.namedCatalog else { return nil }
      isNamed = true
      return catalog
    }
  }
}
