internal import CCrypto

/// SHA-256 by OpenSSL's libcrypto, which uses what the processor has for it.
@safe public struct SHA256: ~Copyable {
  private let context: OpaquePointer

  /// Whether digests can be made. Neither a file nor the environment has a say in how.
  private static let isReady =
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

  /// Starts a digest.
  public init() {
    // Without it nothing that the program says of files would be true.
    guard Self.isReady, let context = unsafe EVP_MD_CTX_new(),
      unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    else { fatalError("libcrypto gives no SHA-256") }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Takes in more bytes.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
  }

  /// Ends the digest; 64 lower-case hex digits.
  public consuming func finish() -> String {
    let digest = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      _ = unsafe EVP_DigestFinal_ex(context, base, nil)
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
