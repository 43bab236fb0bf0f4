import FoundationEssentials
import Subprocess
import SystemPackage
import Testing

/// Other people's programs, where they are there: what they read is what users will see.
enum OfficeTools {
  /// LibreOffice, or nil.
  static let soffice: String? = find("soffice")

  /// A Python that has openpyxl, or nil.
  static let python: String? = {
    let site = ["/usr/lib/python3/dist-packages/openpyxl", "/usr/local/lib/python3/dist-packages"]
    if let named = ProcessInfo.processInfo.environment["COUNTERWEIGHT_PYTHON"] { return named }
    let isPackaged = site.contains { FileManager.default.fileExists(atPath: $0) }
    return isPackaged ? find("python3") : nil
  }()

  private static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Converts a file of the folder with LibreOffice into the folder `target`.
  static func convert(
    _ file: String, to form: String, into target: String, in folder: TestFolder
  ) async throws {
    let program = try #require(soffice)
    // A profile of its own: two runs with one profile wait for each other.
    let profile = "-env:UserInstallation=file://\(folder.path("office-profile"))"
    let result = try await run(
      program,
      [profile, "--headless", "--convert-to", form, "--outdir", folder.path(target), file], folder)
    #expect(result.exitCode == 0, "\(result.output)")
  }

  /// Runs a script with openpyxl; its output.
  static func python(
    _ script: String, _ arguments: [String], in folder: TestFolder
  ) async throws -> String {
    try folder.write("script.py", script)
    let result = try await run(
      try #require(python), [folder.path("script.py")] + arguments, folder)
    try #require(result.exitCode == 0, "\(result.output)")
    return result.output
  }

  private static func run(
    _ program: String, _ arguments: [String], _ folder: TestFolder
  ) async throws -> (exitCode: Int32, output: String) {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments),
      environment: .inherit.updating(["HOME": folder.path]),
      workingDirectory: FilePath(folder.path), output: .bytes(limit: 16 << 20),
      error: .bytes(limit: 1 << 20))
    let code: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return (
      code,
      String(decoding: result.standardOutput, as: UTF8.self)
        + String(decoding: result.standardError, as: UTF8.self)
    )
  }
}
