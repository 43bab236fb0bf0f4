internal import Synchronization

/// What was read of a document already: the editions of a framework ask for the same, and so do
/// recognising and reading.
final class DocumentReadings: Sendable {
  private let kept = Mutex<[ObjectIdentifier: any AnyObject & Sendable]>([:])

  private final class Kept<Reading: Sendable>: Sendable {
    let reading: Reading
    init(_ reading: Reading) { self.reading = reading }
  }

  /// The reading of its type; made when nobody has asked for it before.
  func reading<Reading: Sendable>(_ make: () -> Reading) -> Reading {
    let key = ObjectIdentifier(Reading.self)
    if let found = kept.withLock({ $0[key] }) as? Kept<Reading> { return found.reading }
    let made = make()
    kept.withLock { $0[key] = Kept(made) }
    return made
  }
}
