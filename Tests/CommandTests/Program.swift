import FoundationEssentials
import Subprocess
import SystemPackage
import Testing

/// The built program, run as users run it: in a process of its own.
enum Program {
  /// What one run gave.
  struct Outcome: CustomTestStringConvertible {
    let exitCode: Int32
    /// The bytes of standard output.
    let bytes: [UInt8]
    /// Standard output.
    let output: String
    /// Standard error.
    let errors: String

    var testDescription: String { "exit code \(exitCode)\n\(output)\n\(errors)" }

    /// The lines of standard output.
    var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The lines of standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// What `COUNTERWEIGHT_PROGRAM` names, or where it was built: beside the tests.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["COUNTERWEIGHT_PROGRAM"] { return named }
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appending(path: "counterweight").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Package.path(".build/debug/counterweight")
  }()

  /// Runs it.
  ///
  /// - Parameters:
  ///   - arguments: the command line.
  ///   - folder: the working directory.
  ///   - environment: what is set besides PATH and a width of 80 columns.
  ///   - largestFile: how large a file it may write, in blocks, as on a disk that is full.
  static func run(
    _ arguments: [String], in folder: TestFolder? = nil, environment: [String: String] = [:],
    largestFile: Int? = nil
  ) async throws -> Outcome {
    let shell = largestFile.map { ["-c", "ulimit -f \($0); exec \"$0\" \"$@\"", path] }
    let result = try await Subprocess.run(
      .path(FilePath(shell == nil ? path : "/bin/sh")),
      arguments: Arguments((shell ?? []) + arguments),
      environment: self.environment(environment),
      workingDirectory: FilePath(folder?.path ?? Package.root),
      output: .bytes(limit: 64 << 20), error: .bytes(limit: 64 << 20))
    return Outcome(
      exitCode: code(result.terminationStatus), bytes: result.standardOutput,
      output: String(decoding: result.standardOutput, as: UTF8.self),
      errors: String(decoding: result.standardError, as: UTF8.self))
  }

  /// Runs it and types `input`, as at a terminal that does not echo.
  static func run(
    _ arguments: [String], typing input: String, in folder: TestFolder
  ) async throws -> Outcome {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: environment([:]),
      workingDirectory: FilePath(folder.path), input: .array(Array(input.utf8)),
      output: .bytes(limit: 1 << 20), error: .bytes(limit: 1 << 20))
    return Outcome(
      exitCode: code(result.terminationStatus), bytes: result.standardOutput,
      output: String(decoding: result.standardOutput, as: UTF8.self),
      errors: String(decoding: result.standardError, as: UTF8.self))
  }

  /// Runs it with its standard output in a file or a terminal.
  static func run(
    _ arguments: [String], output: FileDescriptor, environment: [String: String] = [:]
  ) async throws -> (exitCode: Int32, errors: String) {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments),
      environment: self.environment(environment), workingDirectory: FilePath(Package.root),
      output: .fileDescriptor(output, closeAfterSpawningProcess: true),
      error: .bytes(limit: 1 << 20))
    return (
      code(result.terminationStatus), String(decoding: result.standardError, as: UTF8.self)
    )
  }

  private static func environment(_ more: [String: String]) -> Environment {
    var variables: [Environment.Key: String] = ["PATH": "/usr/bin:/bin", "COLUMNS": "80"]
    for (name, value) in more { variables[Environment.Key(rawValue: name) ?? "_"] = value }
    return .custom(variables)
  }

  private static func code(_ status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): code
    // As a shell tells it.
    case .signaled(let signal): 128 + signal
    }
  }
}

/// The checkout.
enum Package {
  static let root: String = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    {
      folder = folder.deletingLastPathComponent()
    }
    return folder.path
  }()

  static func path(_ name: String) -> String { "\(root)/\(name)" }
}
