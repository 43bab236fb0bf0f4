import Archive
import TestSupport
import Testing

@Suite("ZIP archives are written, the same each time")
struct ArchiveWriterTests {
  @Test("What was put in comes out, in order")
  func roundTrip() throws {
    var random = SplitMix64(seed: 7)
    for round in 0..<100 {
      let entries = (0..<random.number(1...6)).map { index in
        ArchiveWriter.Entry(
          name: random.one(of: ["", "folder/", "ünïcode/日/"]) + "\(round)-\(index).txt",
          bytes: (0..<random.number(0...2_000)).map { _ in UInt8(random.number(0...15)) })
      }
      let bytes = try ArchiveWriter.archive(of: entries)
      let again = try ArchiveWriter.archive(of: entries)
      #expect(bytes == again)
      let archive = try ArchiveReader(bytes)
      #expect(archive.entries.map(\.name) == entries.map(\.name))
      for entry in entries {
        #expect(try archive.bytes(of: entry.name) == entry.bytes)
      }
    }
  }

  @Test("Dates and attributes are fixed")
  func hasFixedDates() throws {
    let bytes = try ArchiveWriter.archive(of: [.init(name: "a", bytes: [1])])
    // The local header: time 00:00:00, date 1980-01-01.
    #expect(Array(bytes[10..<14]) == [0, 0, 0x21, 0])
    let directory = try #require(
      bytes.indices.dropLast(3).first { Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
    #expect(Array(bytes[directory + 12..<directory + 16]) == [0, 0, 0x21, 0])
    // Of Unix; a plain file that its owner alone can read.
    #expect(bytes[directory + 5] == 3)
    #expect(Array(bytes[directory + 38..<directory + 42]) == [0, 0, 0x80, 0x81])
  }

  @Test(
    "Names that a reader would refuse",
    arguments: [["../a"], ["/a"], [""], ["a\\b"], ["a", "a"], ["a/"], []])
  func refusesNames(_ names: [String]) {
    #expect(throws: ArchiveFailure.self) {
      try ArchiveWriter.archive(of: names.map { .init(name: $0, bytes: []) })
    }
  }
}
