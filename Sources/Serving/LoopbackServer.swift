internal import CMicroHTTPD
internal import Synchronization

/// An HTTP server that only programs of this machine reach. It runs in a thread of its own; a slow
/// client holds up nobody.
@safe public final class LoopbackServer: Sendable {
  /// Connections at a time.
  static let connections: UInt32 = 32
  /// Seconds after which a connection ends on which nothing happens.
  static let seconds: UInt32 = 10
  /// Bytes for the head of a request, and what the library needs to keep it.
  static let memory = 16 << 10

  /// Whether the library is installed that serves: it is opened only when a server is made.
  public static var isPossible: Bool { cw_mhd_is_there() != 0 }

  /// The port that it listens on.
  public let port: Int
  private let handler: Handler
  // It is made and stopped here alone, and the library guards it by its own locks.
  nonisolated(unsafe) private let daemon: OpaquePointer

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - port: 1…65535; 0: one that is free.
  ///   - site: makes the answers, once the port is known.
  /// - Returns: nil when nothing can listen there, or serving is not possible.
  public init?(
    port: UInt16, site: (_ port: Int) -> @Sendable (Request) -> Response
  ) {
    let handler = Handler()
    let context = unsafe Unmanaged.passUnretained(handler).toOpaque()
    guard
      let daemon = unsafe cw_mhd_start(
        port, Self.connections, Self.seconds, Self.memory,
        { context, connection, url, method, _, _, _, _ in
          guard let context = unsafe context, let connection = unsafe connection else {
            return cw_mhd_no
          }
          let handler = unsafe Unmanaged<Handler>.fromOpaque(context).takeUnretainedValue()
          return unsafe handler.answer(connection, url, method)
        }, context)
    else { return nil }
    unsafe self.daemon = unsafe daemon
    self.port = unsafe Int(cw_mhd_port(daemon))
    self.handler = handler
    handler.respond.withLock { $0 = site(self.port) }
  }

  /// Ends all connections and gives the port back.
  deinit { unsafe cw_mhd_stop(daemon) }
}
