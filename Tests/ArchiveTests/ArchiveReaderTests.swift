import Archive
import TestSupport
import Testing

@Suite("ZIP archives are read, and hostile ones refused before they are inflated")
struct ArchiveReaderTests {
  private func reason(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
  ) -> ArchiveFailure.Reason? {
    do throws(ArchiveFailure) {
      let archive = try ArchiveReader(bytes, limits: limits)
      for entry in archive.entries { _ = try archive.bytes(of: entry.name) }
      return nil
    } catch {
      #expect(!error.message.isEmpty)
      return error.reason
    }
  }

  @Test("Entries by name, folders among them")
  func readsEntries() throws {
    let archive = try ArchiveReader(
      RawArchive([.init("a.txt", "one"), .init("b/"), .init("b/ü.txt", "two")]).bytes)
    #expect(archive.entries.map(\.name) == ["a.txt", "b/", "b/ü.txt"])
    #expect(archive.entries.map(\.isFolder) == [false, true, false])
    #expect(try archive.bytes(of: "b/ü.txt") == Array("two".utf8))
    let found = (archive.has("a.txt"), archive.has("A.txt"))
    #expect(found == (true, false))
    #expect(throws: ArchiveFailure.self) { try archive.bytes(of: "c.txt") }
  }

  @Test("An empty archive, and one with a comment")
  func readsOddOnes() throws {
    var archive = RawArchive([])
    #expect(try ArchiveReader(archive.bytes).entries.isEmpty)
    archive.entries = [.init("a", "one")]
    archive.comment = "made by hand PK\u{5}\u{6}"
    #expect(try ArchiveReader(archive.bytes).bytes(of: "a") == Array("one".utf8))
  }

  @Test(
    "Names that lead elsewhere",
    arguments: [
      "../a", "a/../../b", "..", "a/..", "/etc/passwd", "a\\b", "..\\a", "C:a", "C:/a", "a\u{0}b",
      "a\nb", "", ".", "a//b", "./a",
    ])
  func refusesUnsafeNames(_ name: String) {
    #expect(reason(RawArchive([.init(name, "x")]).bytes) == .unsafeName)
  }

  @Test("Names that only look odd", arguments: ["a..b", "...", "[Content_Types].xml", "a b/c'd"])
  func acceptsOddNames(_ name: String) {
    #expect(reason(RawArchive([.init(name, "x")]).bytes) == nil)
  }

  @Test("Two entries of one name")
  func refusesDuplicates() {
    #expect(reason(RawArchive([.init("a", "x"), .init("a", "y")]).bytes) == .duplicateName)
  }

  @Test("Entries that share bytes")
  func refusesOverlap() {
    var second = RawArchive.Entry("a", "x")
    second.name = Array("a".utf8)
    second.offset = 0
    var archive = RawArchive([.init("b", "x"), second])
    #expect(reason(archive.bytes) == .inconsistent, "the name of the other")
    // One entry stands inside the content of another.
    let inner = RawArchive([.init("in", "x")]).bytes
    var outer = RawArchive.Entry("out")
    outer.content = inner
    var pointing = RawArchive.Entry("in", "x")
    pointing.offset = 30 + 3
    archive = RawArchive([outer, pointing])
    #expect(reason(archive.bytes) == .overlap)
  }

  @Test("Two names for one entry")
  func refusesOtherLocalName() {
    var entry = RawArchive.Entry("a", "x")
    entry.localName = Array("b".utf8)
    #expect(reason(RawArchive([entry]).bytes) == .inconsistent)
  }

  @Test("Passwords, unknown methods, several parts")
  func refusesUnsupported() {
    var entry = RawArchive.Entry("a", "x")
    entry.flags = 1
    #expect(reason(RawArchive([entry]).bytes) == .encrypted)
    entry.flags = 0
    entry.method = 12
    #expect(reason(RawArchive([entry]).bytes) == .unsupported)
    var archive = RawArchive([.init("a", "x")])
    archive.disk = 1
    #expect(reason(archive.bytes) == .unsupported)
  }

  @Test("A wrong checksum, a wrong length, a wrong number of entries")
  func refusesDamage() {
    var entry = RawArchive.Entry("a", "x")
    entry.checksum = 5
    #expect(reason(RawArchive([entry]).bytes) == .damaged)
    entry = RawArchive.Entry("a", "x")
    entry.size = 2
    #expect(reason(RawArchive([entry]).bytes) == .inconsistent)
    entry.method = 8
    #expect(reason(RawArchive([entry]).bytes) == .damaged, "no deflated data")
    var archive = RawArchive([.init("a", "x"), .init("b", "y")])
    for count in [0, 1, 3, 60_000] {
      archive.count = count
      #expect(reason(archive.bytes) == .inconsistent)
    }
  }

  @Test("What is cut off anywhere is refused")
  func refusesTruncated() throws {
    let whole = try ArchiveWriter.archive(of: [
      .init(name: "a.txt", bytes: Array("some text".utf8)), .init(name: "b", bytes: []),
    ])
    for length in 0..<whole.count {
      let found = reason(Array(whole.prefix(length)))
      #expect(found == (length < 4 ? .notAnArchive : .truncated))
    }
    #expect(reason(whole) == nil)
  }

  @Test("Whatever byte is wrong: an answer, and never more than was said")
  func survivesNoise() throws {
    var random = SplitMix64(seed: 21)
    let whole = try ArchiveWriter.archive(of: [
      .init(name: "a.txt", bytes: Array(repeating: 0x61, count: 5_000)),
      .init(name: "b.txt", bytes: Array("some text".utf8)),
    ])
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<random.number(1...4) {
        bytes[random.number(0...bytes.count - 1)] = UInt8(random.number(0...255))
      }
      guard let archive = try? ArchiveReader(bytes) else { continue }
      for entry in archive.entries {
        guard let content = try? archive.bytes(of: entry.name) else { continue }
        #expect(content.count == entry.size)
      }
    }
  }

  @Test("Bombs: a ratio, a length, a sum, a number")
  func refusesBombs() throws {
    let zeros = [UInt8](repeating: 0, count: 8 << 20)
    let bomb = try ArchiveWriter.archive(of: [.init(name: "a", bytes: zeros)])
    #expect(bomb.count < 10_000)
    #expect(reason(bomb) == .bomb)
    let generous = ArchiveLimits(ratio: 2_000)
    #expect(reason(bomb, limits: generous) == nil)
    #expect(reason(bomb, limits: ArchiveLimits(entryBytes: 1 << 20)) == .tooLarge)
    let entries = (0..<20).map { RawArchive.Entry("\($0)", "0123456789") }
    let archive = RawArchive(entries).bytes
    #expect(reason(archive, limits: ArchiveLimits(totalBytes: 199)) == .tooLarge)
    #expect(reason(archive, limits: ArchiveLimits(entries: 19)) == .tooLarge)
    #expect(reason(archive, limits: ArchiveLimits(archiveBytes: 100)) == .tooLarge)
    #expect(reason(archive, limits: ArchiveLimits(entries: 20, totalBytes: 200)) == nil)
  }

  @Test("A deflated entry that is longer than the directory says")
  func refusesUnderstatedLength() throws {
    let honest = try ArchiveWriter.archive(of: [
      .init(name: "a", bytes: Array(repeating: 0x61, count: 50_000))
    ])
    var bytes = honest
    // 50,000 stands little-endian in both headers.
    for index in bytes.indices.dropLast(3)
    where Array(bytes[index..<index + 4]) == [0x50, 0xC3, 0, 0] {
      bytes[index + 1] = 1
    }
    #expect(bytes != honest)
    #expect(reason(bytes) == .damaged)
  }

  @Test("What is no ZIP archive")
  func refusesOthers() {
    #expect(reason([]) == .notAnArchive)
    #expect(reason(Array("PK, he wrote".utf8)) == .notAnArchive)
    #expect(reason([0xD0, 0xCF, 0x11, 0xE0]) == .notAnArchive)
  }
}
