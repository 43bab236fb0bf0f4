import FoundationEssentials
import Subprocess
import SystemPackage

/// Debian's Chromium without a window, and without a network: a reader that knows nothing of how
/// the pages were made.
enum Chromium {
  static let path = ["/usr/bin/chromium", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static var isPresent: Bool { path != nil }
  static let skip = "needs a browser: apt-get install chromium"

  /// What a page became, and what the browser said of it.
  struct Outcome {
    /// The document after its script has run.
    let document: String
    /// The lines of its console.
    let console: [Substring]
  }

  /// Opens a file.
  ///
  /// - Parameter fragment: what stands behind `#` in the address.
  static func open(_ file: String, fragment: String = "") async throws -> Outcome {
    let address = "file://\(file)\(fragment.isEmpty ? "" : "#\(fragment)")"
    let result = try await run(["--dump-dom", "--virtual-time-budget=4000", address])
    return Outcome(
      document: result.output,
      console: result.errors.split(separator: "\n").filter { $0.contains("CONSOLE") })
  }

  /// Prints a file.
  ///
  /// - Returns: how many pages of A4 it takes.
  static func pages(_ file: String, in folder: TestFolder) async throws -> Int {
    let pdf = folder.path("print.pdf")
    _ = try await run(["--no-pdf-header-footer", "--print-to-pdf=\(pdf)", "file://\(file)"])
    let info = try await Subprocess.run(
      .name("pdfinfo"), arguments: [pdf], output: .string(limit: 1 << 16), error: .discarded)
    let line = info.standardOutput.split(separator: "\n").first { $0.hasPrefix("Pages:") }
    return line.flatMap { Int($0.dropFirst(6).filter(\.isNumber)) } ?? 0
  }

  private static let python = Package.path(".build/browser-checks/bin/python")
  /// Whether axe-core is at hand.
  static var hasAxe: Bool { FileManager.default.isExecutableFile(atPath: python) }

  /// Checks a file with axe-core.
  static func axe(_ file: String) async throws -> (isGood: Bool, output: String) {
    let result = try await Subprocess.run(
      .path(FilePath(python)), arguments: [Package.path("scripts/check-page"), file],
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    return (
      result.terminationStatus.isSuccess,
      result.standardOutput + result.standardError
    )
  }

  private static func run(
    _ arguments: [String]
  ) async throws -> (output: String, errors: String) {
    let profile = try TestFolder()
    let all =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(profile.path)", "--enable-logging=stderr", "--v=0",
        // No name is found and no proxy answers, so nothing reaches a network.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
      ] + arguments
    let result = try await Subprocess.run(
      .path(FilePath(path ?? "/usr/bin/chromium")), arguments: Arguments(all),
      environment: .custom(["PATH": "/usr/bin:/bin", "HOME": profile.path]),
      output: .bytes(limit: 64 << 20), error: .bytes(limit: 4 << 20))
    return (
      String(decoding: result.standardOutput, as: UTF8.self),
      String(decoding: result.standardError, as: UTF8.self)
    )
  }
}
