/// What a browser asks for.
public struct Request: Sendable, Hashable {
  /// `GET`, `HEAD` …
  public var method: String
  /// The path, without what stands behind `?`.
  public var path: String
  /// What it took for the name of the server; nil when it did not say.
  public var host: String?

  /// Makes a request.
  public init(method: String, path: String, host: String?) {
    self.method = method
    self.path = path
    self.host = host
  }
}

/// What it gets.
public struct Response: Sendable, Hashable {
  /// The status of HTTP, 200…599.
  public var status: Int
  /// The type of the body.
  public var type: String
  /// Headers besides those that every response has.
  public var headers: [String: String]
  /// The body.
  public var body: [UInt8]

  /// Makes a response.
  public init(status: Int, type: String, headers: [String: String] = [:], body: [UInt8]) {
    self.status = status
    self.type = type
    self.headers = headers
    self.body = body
  }

  /// Headers of every response: it is stored nowhere, framed by nobody, and says nothing about
  /// itself to others.
  public static let headers = [
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
  ]
}
