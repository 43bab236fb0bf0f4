import Digests
import Testing

/// Against the vectors of RFC 8032, section 7.1.
@Suite struct Ed25519Tests {
  struct Vector: Sendable {
    let seed: String
    let publicKey: String
    let message: String
    let signature: String
  }

  static let vectors = [
    Vector(
      seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      message: "",
      signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    Vector(
      seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      message: "72",
      signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da0"
        + "85ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    Vector(
      seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      message: "af82",
      signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac1"
        + "8ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
  ]

  @Test("signs as the RFC does", arguments: vectors)
  func signs(_ vector: Vector) throws {
    let seed = try #require(Hexadecimal.bytes(vector.seed))
    let message = try #require(Hexadecimal.bytes(vector.message))
    let key = try #require(Ed25519.publicKey(ofSeed: seed))
    #expect(Hexadecimal.text(key) == vector.publicKey)
    let signature = try #require(Ed25519.signature(of: message, seed: seed))
    #expect(Hexadecimal.text(signature) == vector.signature)
    #expect(Ed25519.isValid(signature, of: message, publicKey: key))
  }

  @Test("no bit of signature, message or key may differ", arguments: vectors)
  func differs(_ vector: Vector) throws {
    let signature = try #require(Hexadecimal.bytes(vector.signature))
    let message = try #require(Hexadecimal.bytes(vector.message))
    let key = try #require(Hexadecimal.bytes(vector.publicKey))
    for bit in 0..<signature.count * 8 {
      var other = signature
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!Ed25519.isValid(other, of: message, publicKey: key))
    }
    for bit in 0..<key.count * 8 {
      var other = key
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!Ed25519.isValid(signature, of: message, publicKey: other))
    }
    #expect(!Ed25519.isValid(signature, of: message + [0], publicKey: key))
  }

  @Test("wrong lengths are refused")
  func lengths() throws {
    let signature = [UInt8](repeating: 0, count: Ed25519.signatureBytes)
    let key = [UInt8](repeating: 0, count: Ed25519.publicKeyBytes)
    #expect(!Ed25519.isValid(signature, of: [], publicKey: key))
    #expect(!Ed25519.isValid([], of: [], publicKey: key))
    #expect(!Ed25519.isValid(signature + [0], of: [], publicKey: key))
    #expect(!Ed25519.isValid(signature, of: [], publicKey: []))
    for count in [0, 31, 33, 64] {
      let seed = [UInt8](repeating: 1, count: count)
      #expect(Ed25519.publicKey(ofSeed: seed) == nil)
      #expect(Ed25519.signature(of: [1], seed: seed) == nil)
    }
  }

  @Test("every new seed is another one, and works")
  func seeds() throws {
    let seeds = try (0..<16).map { _ in try #require(Ed25519.newSeed()) }
    #expect(Set(seeds).count == 16)
    for seed in seeds {
      let key = try #require(Ed25519.publicKey(ofSeed: seed))
      let signature = try #require(Ed25519.signature(of: seed, seed: seed))
      #expect(Ed25519.isValid(signature, of: seed, publicKey: key))
    }
  }
}

@Suite struct HexadecimalTests {
  @Test("bytes come back from their text, in either case")
  func roundTrip() {
    let bytes = (0...255).map { UInt8($0) }
    let text = Hexadecimal.text(bytes)
    #expect(text.count == 512 && text == text.lowercased())
    #expect(Hexadecimal.bytes(text) == bytes)
    #expect(Hexadecimal.bytes(text.uppercased()) == bytes)
    #expect(Hexadecimal.bytes("") == [])
  }

  @Test("anything else is none", arguments: ["0", "0g", "0x", " 00", "00 ", "é", "0\n", "--"])
  func refused(_ text: String) { #expect(Hexadecimal.bytes(text) == nil) }
}
