import Digests
import Serving
import Testing

/// Who may see what, without a socket.
@Suite struct TokenSiteTests {
  private let token: SecretToken
  private let site: TokenSite

  init() throws {
    let token = try #require(SecretToken())
    self.token = token
    site = TokenSite(token: token, port: 8080) { ("7", Array("page".utf8)) }
  }

  private func ask(
    _ path: String, method: String = "GET", host: String? = "127.0.0.1:8080"
  ) -> Response {
    site.response(to: Request(method: method, path: path, host: host))
  }

  @Test func theAddressGivesPageAndVersion() {
    #expect(ask("/\(token.text)/").body == Array("page".utf8))
    #expect(ask("/\(token.text)/").status == 200)
    #expect(ask("/\(token.text)/version").body == Array("7".utf8))
    #expect(ask("/\(token.text)/", method: "HEAD").status == 200)
  }

  @Test(arguments: ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"])
  func ownNamesAreServed(_ host: String) {
    #expect(ask("/\(token.text)/", host: host).status == 200)
  }

  @Test(
    "other names are refused, whatever the path (DNS rebinding)",
    arguments: [
      nil, "", "evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:80", "localhost",
      "127.0.0.1:8080.evil.example", "evil@127.0.0.1:8080", "127.0.0.2:8080", "[::1]",
      "0.0.0.0:8080", "127.0.0.1:8080 ",
    ])
  func otherNames(_ host: String?) {
    for path in ["/\(token.text)/", "/\(token.text)/version", "/", "/favicon.ico"] {
      let response = ask(path, host: host)
      #expect(response.status == 403)
      #expect(!String(decoding: response.body, as: UTF8.self).contains("page"))
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", ""])
  func otherMethodsAreRefused(_ method: String) {
    let response = ask("/\(token.text)/", method: method)
    #expect(response.status == 405)
    #expect(response.headers["Allow"] == "GET, HEAD")
  }

  @Test func withoutTheWholeTokenThereIsNothing() {
    let word = token.text
    let zeros = String(repeating: "0", count: 64)
    for path in [
      "", "/", "//", "/\(word)", "\(word)/", "/\(word.dropLast())/", "/\(word)0/", "/\(zeros)/",
      "/\(word.uppercased())x/", "//\(word)/", "/\(word)//", "/\(word)/version/",
      "/\(word)/../\(word)/", "/\(word)/assessment.yaml", "/x/\(word)/", "/\(word)/%2e%2e/",
    ] {
      #expect(ask(path).status == 404, "\(path)")
    }
  }

  @Test func tokensAreLongAndNew() throws {
    let tokens = try (0..<8).map { _ in try #require(SecretToken()).text }
    #expect(Set(tokens).count == 8)
    #expect(tokens.allSatisfy { $0.count == 64 })
  }

  @Test func everyResponseIsKeptToItself() {
    let names = Response.headers.map(\.0)
    for name in [
      "Cache-Control", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options",
      "X-Frame-Options",
    ] {
      #expect(names.contains(name))
    }
  }
}
