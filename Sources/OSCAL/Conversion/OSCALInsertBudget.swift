internal import Synchronization

/// How much text parameters may bring into the statements of one catalog.
///
/// A parameter may name others, and those others again: thirty names in each of eight make
/// 656,100,000,000 insertions. SP 800-53 rev 4 has 853 parameters in 3.6 MB.
final class OSCALInsertBudget: Sendable {
  /// Bytes, with some for each insertion.
  private let left = Atomic<Int>(32 << 20)

  /// Takes so many bytes.
  ///
  /// - Returns: false when there are none left.
  func spend(_ bytes: Int) -> Bool {
    left.subtract(bytes + 64, ordering: .relaxed).newValue > 0
  }

  /// Whether more was asked for than there was.
  var isSpent: Bool { left.load(ordering: .relaxed) <= 0 }
}
