public import Diagnostics
internal import Digests
internal import FoundationEssentials

/// Ed25519 keys as files: a line that says what it is, and the bytes in hex. Nothing makes a key
/// but the command that is asked to.
public struct SigningKey: Sendable {
  private let seed: [UInt8]

  /// The public key, in lower-case hex.
  public let publicKey: String

  private static let secretMark = "counterweight ed25519 secret key"
  private static let publicMark = "counterweight ed25519 public key"
  private static let signatureMark = "counterweight ed25519 signature"

  /// Makes a key and writes it to `path`, readable by its owner only, and its public part to
  /// `path.pub`.
  ///
  /// - Throws: when one of the files is there already, or cannot be written.
  public static func make(at path: String) throws(Refusal) -> SigningKey {
    for file in [path, "\(path).pub"] where FileManager.default.fileExists(atPath: file) {
      throw Refusal(
        "key-exists", "is there already, and no key is overwritten",
        at: SourceLocation(file: file), hints: ["name another file"])
    }
    guard let seed = Ed25519.newSeed(), let key = SigningKey(seed) else {
      throw Refusal("no-random-numbers", "the system gives no random numbers")
    }
    try FileWriting.replaceAll([
      (path, Array("\(secretMark)\n\(Hexadecimal.text(seed))\n".utf8)),
      ("\(path).pub", Array("\(publicMark)\n\(key.publicKey)\n".utf8)),
    ])
    return key
  }

  /// Reads a secret key.
  public static func read(_ path: String) throws(Refusal) -> SigningKey {
    guard let key = SigningKey(try bytes(in: path, mark: secretMark)) else {
      throw notAKey(path, secretMark)
    }
    return key
  }

  /// Reads a public key; in lower-case hex.
  public static func readPublic(_ path: String) throws(Refusal) -> String {
    let bytes = try bytes(in: path, mark: publicMark)
    guard bytes.count == Ed25519.publicKeyBytes else { throw notAKey(path, publicMark) }
    return Hexadecimal.text(bytes)
  }

  private init?(_ seed: [UInt8]) {
    guard let open = Ed25519.publicKey(ofSeed: seed) else { return nil }
    self.seed = seed
    publicKey = Hexadecimal.text(open)
  }

  /// The signature file of `bytes`: the public key and the signature.
  public func signature(of bytes: [UInt8]) -> [UInt8] {
    let signature = Ed25519.signature(of: bytes, seed: seed) ?? []
    let text = """
      \(Self.signatureMark)
      key \(publicKey)
      signature \(Hexadecimal.text(signature))

      """
    return Array(text.utf8)
  }

  /// The key of a signature file, when the signature is that of `bytes`; else nil.
  static func verifiedKey(_ file: [UInt8], of bytes: [UInt8]) -> String? {
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
    guard lines.count == 3, lines[0] == signatureMark,
      lines[1].hasPrefix("key "), let key = Hexadecimal.bytes(lines[1].dropFirst(4)),
      lines[2].hasPrefix("signature "), let signature = Hexadecimal.bytes(lines[2].dropFirst(10)),
      Ed25519.isValid(signature, of: bytes, publicKey: key)
    else { return nil }
    return Hexadecimal.text(key)
  }

  private static func bytes(in path: String, mark: String) throws(Refusal) -> [UInt8] {
    let text = String(
      decoding: try FileReading.bytes(of: path, limit: 4096), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count == 2, lines[0] == mark, let bytes = Hexadecimal.bytes(lines[1]) else {
      throw notAKey(path, mark)
    }
    return bytes
  }

  private static func notAKey(_ path: String, _ mark: String) -> Refusal {
    // Both files of a pair are easily mixed up.
    let other = mark == publicMark ? secretMark : publicMark
    if (try? FileReading.bytes(of: path, limit: 4096))?.starts(with: other.utf8) == true {
      return otherKind(path, isSecret: other == secretMark)
    }
    return Refusal(
      "no-key", "is no key file: expected '\(mark)' and a line of hex digits",
      at: SourceLocation(file: path),
      hints: ["'counterweight audit-pack key --out FILE' makes a key"])
  }

  private static func otherKind(_ path: String, isSecret: Bool) -> Refusal {
    let location = SourceLocation(file: path)
    guard isSecret else {
      let name = path.hasSuffix(".pub") ? "'\(path.dropLast(4))'" : "the file without .pub"
      return Refusal(
        "public-key", "is a public key, which cannot sign", at: location,
        hints: ["name the secret key: \(name)"])
    }
    return Refusal(
      "secret-key", "is a secret key; the public key belongs here", at: location,
      hints: ["name the public key: '\(path).pub'", "give the secret key to nobody"])
  }
}
