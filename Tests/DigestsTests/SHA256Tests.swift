import Digests
import Testing

@Suite struct SHA256Tests {
  @Test(
    "digests as FIPS 180-4 does",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func digest(_ text: String, _ digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }

  @Test("pieces give the digest of the whole, and threads do not disturb each other")
  func pieces() async {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let whole = SHA256.hex(of: bytes)
    await withTaskGroup(of: String.self) { group in
      for length in [1, 7, 63, 64, 65, 4096, 99_999] {
        group.addTask {
          var digest = SHA256()
          for start in stride(from: 0, to: bytes.count, by: length) {
            digest.update(Array(bytes[start..<min(start + length, bytes.count)]))
          }
          return digest.finish()
        }
      }
      for await digest in group { #expect(digest == whole) }
    }
  }

  @Test("a million letters, as FIPS 180-4 has it")
  func long() {
    #expect(
      SHA256.hex(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
