internal import CSodium

/// Ed25519 signatures (RFC 8032) by libsodium.
public enum Ed25519 {
  /// Bytes of a seed, from which a key pair follows.
  public static let seedBytes = Int(crypto_sign_SEEDBYTES)
  /// Bytes of a public key.
  public static let publicKeyBytes = Int(crypto_sign_PUBLICKEYBYTES)
  /// Bytes of a signature.
  public static let signatureBytes = Int(crypto_sign_BYTES)

  /// A fresh seed from the system's random numbers; nil when there are none.
  public static func newSeed() -> [UInt8]? {
    guard sodium_init() >= 0 else { return nil }
    var seed = [UInt8](repeating: 0, count: seedBytes)
    unsafe seed.withUnsafeMutableBytes { buffer in
      if let start = buffer.baseAddress { unsafe randombytes_buf(start, buffer.count) }
    }
    return seed
  }

  /// The public key of a seed; nil when the seed has the wrong length.
  public static func publicKey(ofSeed seed: [UInt8]) -> [UInt8]? { pair(seed)?.open }

  /// The signature of `bytes`; nil when the seed has the wrong length.
  public static func signature(of bytes: [UInt8], seed: [UInt8]) -> [UInt8]? {
    guard let pair = pair(seed) else { return nil }
    var signature = [UInt8](repeating: 0, count: signatureBytes)
    let result = unsafe crypto_sign_detached(
      &signature, nil, bytes, UInt64(bytes.count), pair.secret)
    return result == 0 ? signature : nil
  }

  /// Whether `signature` is that of `bytes` by the key.
  public static func isValid(
    _ signature: [UInt8], of bytes: [UInt8], publicKey: [UInt8]
  ) -> Bool {
    guard signature.count == signatureBytes, publicKey.count == publicKeyBytes else { return false }
    return unsafe crypto_sign_verify_detached(
      signature, bytes, UInt64(bytes.count), publicKey) == 0
  }

  private static func pair(_ seed: [UInt8]) -> (open: [UInt8], secret: [UInt8])? {
    guard seed.count == seedBytes else { return nil }
    var open = [UInt8](repeating: 0, count: publicKeyBytes)
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    guard unsafe crypto_sign_seed_keypair(&open, &secret, seed) == 0 else { return nil }
    return (open, secret)
  }
}
