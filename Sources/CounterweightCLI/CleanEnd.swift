internal import Dispatch
internal import Glibc
internal import Workspace

/// Takes temporary folders away when the program is interrupted, and then ends as it would have.
enum CleanEnd {
  /// For the commands that make temporary folders; until the end of the program.
  static func afterInterruption() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        TemporaryFolder.removeAll()
        // The shell sees how the program ended.
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
      source.resume()
      return source
    }
  }
}
