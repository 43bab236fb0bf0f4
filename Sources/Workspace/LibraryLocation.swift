public import Diagnostics
internal import FoundationEssentials

/// Where the shipped catalogs and mappings lie.
public struct LibraryLocation: Sendable, Hashable {
  /// The directory that holds `catalogs` and `mappings`.
  public var root: String

  /// Where the catalogs lie.
  public var catalogs: String { path("catalogs") }
  /// Where practices and mapping sets lie.
  public var mappings: String { path("mappings") }

  private func path(_ name: String) -> String { root == "." ? name : "\(root)/\(name)" }

  /// The environment variable that names the directory.
  public static let variable = "COUNTERWEIGHT_LIBRARY"

  /// Finds the library: the directory that was named, else the one that the environment names,
  /// else the first above the program or above the working directory that has both folders.
  ///
  /// - Throws: when there is none, or the named one is none.
  public static func find(named: String?) throws(Refusal) -> LibraryLocation {
    let environment = ProcessInfo.processInfo.environment[variable]
    if let root = named ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) {
      let location = LibraryLocation(root: root)
      guard location.isComplete else {
        throw Refusal(
          "no-library", "there are no 'catalogs' and 'mappings' here",
          at: SourceLocation(file: root),
          hints: [named == nil ? "\(variable) names this directory" : "--library names it"])
      }
      return location
    }
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let starts = [program ?? "", FileManager.default.currentDirectoryPath]
    for start in starts where !start.isEmpty {
      var directory = URL(filePath: start)
      for _ in 0..<32 {
        let path = directory.path
        for root in [path, "\(path)/share/counterweight"] {
          let location = LibraryLocation(root: root)
          if location.isComplete { return location.relativeToWorkingDirectory }
        }
        let parent = directory.deletingLastPathComponent()
        if parent.path == path { break }
        directory = parent
      }
    }
    throw Refusal(
      "no-library", "the catalogs and mappings of the program cannot be found",
      hints: ["name their directory: --library DIR, or set \(variable)"])
  }

  /// The same place, named as people see it when they stand in it or above it.
  private var relativeToWorkingDirectory: LibraryLocation {
    let here = FileManager.default.currentDirectoryPath
    if root == here { return LibraryLocation(root: ".") }
    guard root.hasPrefix(here + "/") else { return self }
    return LibraryLocation(root: String(root.dropFirst(here.count + 1)))
  }

  private var isComplete: Bool {
    [catalogs, mappings].allSatisfy { path in
      var isDirectory = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
    }
  }
}
