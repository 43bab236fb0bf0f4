internal import CSodium

/// SHA-256 by libsodium.
public struct SHA256: ~Copyable {
  private var state = crypto_hash_sha256_state()

  /// Starts a digest.
  public init() { unsafe crypto_hash_sha256_init(&state) }

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      _ = unsafe crypto_hash_sha256_update(&state, buffer.baseAddress, UInt64(buffer.count))
    }
  }

  /// Ends the digest; 64 lower-case hex digits.
  public consuming func finish() -> String {
    let digest = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      unsafe crypto_hash_sha256_final(&state, base)
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
