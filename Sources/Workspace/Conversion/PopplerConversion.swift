internal import ControlModel
internal import Diagnostics
internal import Importers
internal import Subprocess

/// Turns a PDF into pages with text by position, by the XML that other processes make of it.
///
/// A PDF may be hostile, so poppler works where it can do little harm: in a private folder with
/// nothing but a copy of the bytes, with a limit on its processor time, its memory, its output and
/// the time that we wait. The bytes do not go through a pipe: one that ends without reading them
/// would end us too.
enum PopplerConversion {
  /// Converts a PDF.
  ///
  /// - Parameters:
  ///   - bytes: the PDF.
  ///   - fileName: how the user named the file; only for messages.
  ///   - limits: what the other processes may use.
  ///   - started: called once another process runs: what may be done beside it.
  ///   - named: called at most once, as soon as the pages name a known document.
  static func convert(
    _ bytes: [UInt8], fileName: String, limits: PopplerLimits = PopplerLimits(),
    started: @escaping @Sendable () -> Void = {},
    named: @escaping @Sendable (CatalogID) -> Void = { _ in }
  ) async throws -> LayoutDocument {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let process = PopplerProcess(folder: folder.path, fileName: fileName, limits: limits)

    do {
      let outcome = try await withThrowingTaskGroup(of: Outcome.self) { group in
        group.addTask {
          try FileWriting.replace("\(folder.path)/document.pdf", with: bytes)
          return try await layout(bytes, process, started, named)
        }
        group.addTask {
          try await Task.sleep(for: .seconds(limits.waitSeconds))
          return .ended(.timedOut)
        }
        defer { group.cancelAll() }
        return try await group.next() ?? .ended(.timedOut)
      }
      switch outcome {
      case .converted(let layout): return layout
      case .ended(let end): throw refusal(end, bytes, fileName, limits)
      }
    } catch let error as SubprocessError {
      throw Refusal(
        "pdf-conversion", "could not start pdftohtml: \(error)",
        at: SourceLocation(file: fileName))
    }
  }

  private enum Outcome: Sendable {
    case converted(LayoutDocument)
    case ended(PopplerProcess.End)
  }

  /// All pages of the document. Two processes share them where the PDF says how many it has, and
  /// there is a processor for each; when either cannot read its share, one tries the whole.
  private static func layout(
    _ bytes: [UInt8], _ process: PopplerProcess, _ started: @Sendable () -> Void,
    _ named: @Sendable (CatalogID) -> Void
  ) async throws -> Outcome {
    if let half = middlePage(of: bytes) {
      let share = PopplerProcess(
        folder: process.folder, fileName: process.fileName, limits: process.limits.halved)
      async let back = share.run(half + 1...lastPage)
      let front = try await share.run(1...half, started: started, named: named)
      switch (front, try await back) {
      case (.read(let front), .read(let back)):
        return joined(front, back)
      case (.ended(.timedOut), _), (_, .ended(.timedOut)):
        return .ended(.timedOut)
      case (.ended(.failed), _), (_, .ended(.failed)):
        return joined(try await process.run(1...lastPage))
      case (.ended(let end), _), (_, .ended(let end)):
        return .ended(end)
      }
    }
    return joined(try await process.run(1...lastPage, started: started, named: named))
  }

  private static func joined(_ outcome: PopplerProcess.Outcome) -> Outcome {
    switch outcome {
    case .read(let reader): joined(reader, nil)
    case .ended(let end): .ended(end)
    }
  }

  private static func joined(_ front: PopplerReader, _ back: PopplerReader?) -> Outcome {
    var front = front
    do throws(Refusal) {
      return .converted(try front.finish(before: back))
    } catch {
      return .ended(.unread(error))
    }
  }

  /// Below so many pages a second process costs more than it saves.
  private static let pagesToShare = 8
  /// More than any document has.
  private static let lastPage = 99_999

  private static func middlePage(of bytes: [UInt8]) -> Int? {
    guard Processors.count > 1,
      let count = PDFSigns.pageCount(bytes), (pagesToShare..<lastPage).contains(count)
    else { return nil }
    return count / 2
  }

  /// Why there is no document.
  private static func refusal(
    _ end: PopplerProcess.End, _ bytes: [UInt8], _ fileName: String, _ limits: PopplerLimits
  ) -> Refusal {
    let location = SourceLocation(file: fileName)
    switch end {
    case .unread(let refusal):
      return refusal
    case .tooLong:
      return Refusal(
        "pdf-too-large", "gives more than \(limits.outputBytes) bytes of text", at: location,
        hints: ["is this the document as published?"])
    case .absent:
      return Refusal(
        "poppler-missing", "is a PDF, and pdftohtml, which reads it, is not installed",
        at: location, hints: ["run: sudo apt-get install poppler-utils"])
    case .timedOut:
      return Refusal(
        "pdf-too-slow", "takes pdftohtml longer than the limits allow", at: location,
        hints: [
          "is the file whole and as published?",
          "or convert it yourself, and import the XML: pdftohtml -xml -i -stdout FILE.pdf",
        ])
    case .failed where PDFSigns.endsEarly(bytes):
      return Refusal(
        "pdf-broken", "is a PDF that was cut off: its end is missing", at: location,
        hints: ["fetch it again, and compare its size with the publisher's"])
    case .failed where PDFSigns.isEncrypted(bytes):
      return Refusal(
        "pdf-encrypted", "is a PDF behind a password", at: location,
        hints: ["open it with its password, and print it to a new PDF, or save its text"])
    case .failed(let message):
      return Refusal(
        "pdf-broken",
        "is a PDF that pdftohtml cannot read" + (message.isEmpty ? "" : ": ") + message,
        at: location, hints: ["is the file whole? compare its size or digest"])
    }
  }
}
