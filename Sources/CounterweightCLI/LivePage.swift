internal import Diagnostics
internal import Exporters
internal import Synchronization

/// The page that a live view serves, as it is now.
final class LivePage: Sendable {
  private let state = Mutex<(number: Int, page: [UInt8])>((0, []))

  /// The page and its version.
  var content: (version: String, page: [UInt8]) {
    state.withLock { ("\($0.number)", $0.page) }
  }

  /// Puts another page in its place.
  ///
  /// - Parameter make: makes the page of a version.
  func replace(_ make: (_ version: String) -> [UInt8]) {
    let number = state.withLock { $0.number } + 1
    let page = make("\(number)")
    state.withLock { $0 = (number, page) }
  }
}
