internal import Synchronization

/// What a command holds when its work is done, and the program is about to end.
///
/// The system takes all memory back at once; to free a large catalog piece by piece before would
/// take as long as to write it.
enum MemoryAtEnd {
  private static let left = Mutex<(any Sendable)?>(nil)

  /// Leaves a value to the system.
  static func leave(_ value: any Sendable) { left.withLock { $0 = value } }
}
