internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// Maps on all processors; the results stand in the order of the elements.
  func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0 }
    return indices.compactMap { all[$0] }
  }
}
