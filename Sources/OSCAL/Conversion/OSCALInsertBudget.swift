internal import Synchronization

/// How much text parameters may bring into the statements of one catalog.
///
/// A parameter may name others, and those others again: thirty names in each of eight give more text
/// than there are atoms to write it with. SP 800-53 needs less than a hundredth of this.
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
