internal import Dispatch
internal import Glibc

/// Ctrl-C, waited for instead of died of.
struct Interruption {
  private let sources: [any DispatchSourceSignal]
  private let arrivals = DispatchSemaphore(value: 0)

  /// From now on the signals that end a program only say that they came.
  init() {
    let arrivals = arrivals
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { arrivals.signal() }
      source.resume()
      return source
    }
  }

  /// Waits for one.
  ///
  /// - Returns: whether there was one before the time had passed.
  func comes(within milliseconds: Int) -> Bool {
    arrivals.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }
}
