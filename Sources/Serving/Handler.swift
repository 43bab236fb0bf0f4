internal import CMicroHTTPD
internal import Synchronization

/// What the library calls for each request, in its own thread.
final class Handler: Sendable {
  /// Nil until the port is known; then nobody has the address yet.
  let respond = Mutex<(@Sendable (Request) -> Response)?>(nil)

  /// Answers as soon as the head of the request has come; a body is never read.
  func answer(
    _ connection: OpaquePointer, _ url: UnsafePointer<CChar>?, _ method: UnsafePointer<CChar>?
  ) -> MHD_Result {
    guard let respond = respond.withLock({ $0 }), let url = unsafe url,
      let method = unsafe method
    else { return cw_mhd_no }
    let host = unsafe cw_mhd_host(connection)
    let request = unsafe Request(
      method: String(cString: method), path: String(cString: url),
      host: host.map { unsafe String(cString: $0) })
    return unsafe send(respond(request), over: connection)
  }

  private func send(_ response: Response, over connection: OpaquePointer) -> MHD_Result {
    let copy = unsafe response.body.withUnsafeBytes { bytes in
      unsafe cw_mhd_response_copying(bytes.baseAddress, bytes.count)
    }
    guard let copy = unsafe copy else { return cw_mhd_no }
    defer { unsafe cw_mhd_destroy(copy) }
    let headers =
      Response.headers + [("Content-Type", response.type)]
      + response.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    for (name, value) in headers {
      guard unsafe cw_mhd_add_header(copy, name, value) == cw_mhd_yes else {
        return cw_mhd_no
      }
    }
    return unsafe cw_mhd_queue(connection, UInt32(response.status), copy)
  }
}
