import FoundationEssentials
import TestSupport
import Testing

/// Files that were read line by line. To write them anew, run the tests with
/// COUNTERWEIGHT_SNAPSHOTS=write, then read them.
enum Golden {
  static func expectEqual(_ written: String, _ name: String) throws {
    let path = "Tests/ExportersTests/Golden/\(name)"
    if ProcessInfo.processInfo.environment["COUNTERWEIGHT_SNAPSHOTS"] == "write" {
      try Data(written.utf8).write(to: URL(filePath: PackageFiles.root + path))
    }
    let golden = String(decoding: try #require(PackageFiles.bytes(path)), as: UTF8.self)
    let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
    for (left, right) in zip(lines, expected) { #expect(left == right) }
    #expect(lines.count == expected.count)
  }
}
