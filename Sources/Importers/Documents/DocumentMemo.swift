internal import Synchronization

/// What has been made of a document already, one value of each type.
///
/// Several importers look at a document in the same way, first to recognise it and then to read it.
/// Readings are pure functions of the document, so that it does not matter who asked first.
final class DocumentMemo: Sendable {
  private struct Box<Value: Sendable>: Sendable { let value: Value }

  private let boxes = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// The value of this type, made now when nobody has asked for it before.
  func value<Value: Sendable>(_ make: () -> Value) -> Value {
    let key = ObjectIdentifier(Value.self)
    if let known = boxes.withLock({ $0[key] }) as? Box<Value> { return known.value }
    let made = make()
    boxes.withLock { $0[key] = Box(value: made) }
    return made
  }
}
