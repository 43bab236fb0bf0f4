internal import CSodium

/// A word that nobody can guess: 256 random bits as 64 hex digits.
public struct SecretToken: Sendable {
  /// The word.
  public let text: String

  /// Makes a fresh one; nil when the system has no random numbers.
  public init?() {
    guard let bytes = Ed25519.newSeed() else { return nil }
    text = Hexadecimal.text(bytes)
  }

  /// Whether `other` is the word. It takes the same time wherever they differ.
  public func matches(_ other: some StringProtocol) -> Bool {
    let mine = Array(text.utf8)
    let other = Array(other.utf8)
    return unsafe other.count == mine.count && sodium_memcmp(mine, other, mine.count) == 0
  }
}
