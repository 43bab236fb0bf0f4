public import Digests

/// Who may see what: a page and its version, behind a secret address.
///
/// Any page that the user opens can make his browser ask this machine for something, so nothing is
/// given away without the token; and a foreign name that leads here (DNS rebinding) is refused.
public struct TokenSite: Sendable {
  private let token: SecretToken
  private let hosts: Set<String>
  private let content: @Sendable () -> (version: String, page: [UInt8])

  /// Makes a site.
  ///
  /// - Parameters:
  ///   - token: what the address holds.
  ///   - port: where it is served.
  ///   - content: the page as it is now, and a word that changes when it does.
  public init(
    token: SecretToken, port: Int,
    content: @escaping @Sendable () -> (version: String, page: [UInt8])
  ) {
    self.token = token
    hosts = ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"]
    self.content = content
  }

  /// Answers a request.
  public func response(to request: Request) -> Response {
    guard let host = request.host, hosts.contains(host.lowercased()) else {
      return refusal(403, "This name does not belong to this server.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return refusal(405, "Only GET and HEAD.", ["Allow": "GET, HEAD"])
    }
    // '/token/' or '/token/version'
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, token.matches(parts[1]) else { return notFound }
    switch parts[2] {
    case "":
      return Response(status: 200, type: "text/html; charset=utf-8", body: content().page)
    case "version":
      return Response(
        status: 200, type: "text/plain; charset=utf-8", body: Array(content().version.utf8))
    default: return notFound
    }
  }

  private var notFound: Response {
    refusal(404, "Nothing is here. Use the whole address that the program printed.")
  }

  private func refusal(
    _ status: Int, _ text: String, _ headers: [String: String] = [:]
  ) -> Response {
    Response(
      status: status, type: "text/plain; charset=utf-8", headers: headers,
      body: Array((text + "\n").utf8))
  }
}
