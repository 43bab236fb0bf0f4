internal import Markup

/// What a web page is that no importer knows.
enum PageKind: Hashable {
  /// A check of the visitor instead of the page.
  case challenge
  /// A form that asks who the visitor is.
  case login
  /// The site's message that something is not there or went wrong.
  case error
  /// A list of what a search found.
  case search
  /// The frame that a program in the browser fills with text.
  case shell
  /// A page that leads to documents: where each is.
  case landing([String])
  /// None of these.
  case other

  /// Tells a page by its title, its headings and how much it says.
  init(_ root: MarkupElement, blocks: [TextBlock]) {
    let length = blocks.reduce(0) { $0 + $1.text.utf8.count }
    let title = FoldedText.fold(root.first { $0.name == "title" }?.text ?? "").lowercased()
    let names = [title] + blocks.filter(\.isHeading).prefix(2).map { $0.text.lowercased() }
    if Self.isChallenge(root, title, length: length) {
      self = .challenge
    } else if length < 2000, Self.asksForName(root, title) {
      self = .login
    } else if length < 6000, names.contains(where: Self.isError) {
      self = .error
    } else if names.contains(where: Self.isSearch) {
      self = .search
    } else if length < 400, Self.isFilledLater(root) {
      self = .shell
    } else {
      let links = Self.attachments(root)
      self = links.isEmpty ? .other : .landing(links)
    }
  }

  /// Signs of the checks of known services. Their pages have little text apart from scripts.
  private static func isChallenge(_ root: MarkupElement, _ title: String, length: Int) -> Bool {
    guard length < 4000 else { return false }
    let text = root.text.lowercased()
    if challengeSigns.contains(where: text.contains) { return true }
    return root.first {
      ($0.attribute("id") ?? "").contains("challenge")
        || ["challenge-platform", "cp_challenge", "_incapsula_resource"].contains(
          where: ($0.attribute("src") ?? "").lowercased().contains)
    } != nil
  }

  private static let challengeSigns = [
    "just a moment", "attention required! | cloudflare", "checking your browser",
    "checking if the site connection is secure", "enable javascript and cookies to continue",
    "verify you are human", "verifying you are human", "cf-chl", "challenge-platform",
    "access denied", "request unsuccessful. incapsula", "px-captcha", "ddos protection by",
    "unusual traffic", "you're not a bot", "you are not a bot", "not a robot", "are a human",
    "are you human", "captcha", "security check", "challenge validation", "please enable js",
    "within.website",
  ]

  /// A field for a password stands in the page, or a program that will draw one.
  private static func asksForName(_ root: MarkupElement, _ title: String) -> Bool {
    ["sign in", "sign-in", "log in", "login"].contains(where: title.contains)
      || root.first { $0.name == "input" && $0.attribute("type")?.lowercased() == "password" }
        != nil
  }

  private static let errorNumbers: Set<String> = [
    "400", "401", "403", "404", "407", "410", "429", "451", "500", "502", "503", "504", "520",
    "521", "522", "523", "524", "525", "526",
  ]

  private static func isError(_ name: String) -> Bool {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    if words.contains(where: { errorNumbers.contains(String($0)) }),
      words.count <= 8
    {
      return true
    }
    return [
      "page not found", "not found", "page cannot be found", "page can't be found", "forbidden",
      "page can’t be found", "too many requests", "object moved", "moved permanently",
      "page blocked", "site blocked", "been blocked", "blocked by", "there is a problem",
      "there's a problem",
      "something went wrong",
      "service unavailable", "is unavailable", "connection timed out", "could not be satisfied",
      "bad gateway", "gateway time", "internal server error",
      "no longer available", "technical difficulties", "page no longer exists", "we can't find",
      "we can’t find",
    ].contains { name.contains($0) }
  }

  private static func isSearch(_ name: String) -> Bool {
    name == "search" || name.hasPrefix("search ") || name.hasPrefix("search:")
      || name.contains("search results") || name.contains("results for ")
  }

  /// Scripts, and next to no text.
  private static func isFilledLater(_ root: MarkupElement) -> Bool {
    let scripts = root.all { $0.name == "script" }
    guard !scripts.isEmpty else { return false }
    let asks = root.first {
      $0.name == "noscript" && $0.text.lowercased().contains("javascript")
    }
    let holdsContent = root.first {
      ["pcf-BodyText", "pcf-articleWrapper", "c-wysiwyg", "govspeak"].contains(where: $0.hasClass)
    }
    guard holdsContent == nil else { return false }
    let hasFrame = root.first {
      ["root", "app", "__next", "__nuxt"].contains($0.attribute("id") ?? "")
    }
    return asks != nil || hasFrame != nil
  }

  private static func attachments(_ root: MarkupElement) -> [String] {
    let boxes = root.all {
      $0.hasClass("gem-c-attachment") || $0.hasClass("attachment")
        || $0.hasClass("gem-c-attachment-link")
    }
    var links: [String] = []
    for link in boxes.flatMap({ $0.all { $0.name == "a" } }) {
      let title = FoldedText.fold(link.text)
      guard let address = link.attribute("href"), !address.isEmpty, !title.isEmpty else { continue }
      let label = "'\(title.prefix(100))': \(address.prefix(200))"
      if !links.contains(label), links.count < 8 { links.append(label) }
    }
    return links
  }
}
