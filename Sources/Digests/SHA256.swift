internal import CCrypto

/// SHA-256 by OpenSSL's libcrypto, which uses what the processor has for it.
///
/// Neither a file, the environment nor a provider of OpenSSL has a say in it, so that it cannot fail.
public struct SHA256: ~Copyable {
  private var context = SHA256_CTX()

  /// Starts a digest.
  public init() { _ = unsafe SHA256_Init(&context) }

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe SHA256_Update(&context, buffer.baseAddress, buffer.count)
    }
  }

  /// Ends the digest; 64 lower-case hex digits.
  public consuming func finish() -> String {
    let digest = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      _ = unsafe SHA256_Final(buffer.baseAddress, &context)
      count = 32
    }
    return Hexadecimal.text(digest)
  }

  /// The digest of `bytes`, as 64 lower-case hex digits.
  public static func hex(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }

  /// The digest of `text` in UTF-8, as 64 lower-case hex digits.
  public static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }
}
