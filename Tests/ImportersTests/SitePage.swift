import FoundationEssentials
import Testing

/// The generations of NCSC's site, as reconstructions of their markup describe them.
enum SiteGeneration: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case react, json, drupal

  var testDescription: String { rawValue }
}

/// A page of the site: a title, and pieces of HTML under headings of their own.
struct SitePage {
  var collection: String
  var heading: String
  var items: [(subheading: String, html: String)]
  var version = ""

  /// The page as a generation of the site gives it, with what stands around the text.
  func bytes(_ generation: SiteGeneration) throws -> [UInt8] {
    switch generation {
    case .react: Array(react.utf8)
    case .drupal: Array(drupal.utf8)
    case .json: try json()
    }
  }

  private func head(_ item: (subheading: String, html: String)) -> String {
    item.subheading.isEmpty ? "" : "<h2>\(item.subheading)</h2>"
  }

  private var react: String {
    let parts = items.map { item in
      """
      <div class="pcf-article-content-item"><div class="pcf-BodyText" data-testid="pcf-BodyText">
      \(head(item))\(item.html)</div></div>
      """
    }
    return """
      <!DOCTYPE html><html lang="en"><head><title>\(heading) - NCSC.GOV.UK</title>
      <script>window.page = "<h2>1.1</h2>";</script></head><body><div id="root">
      <header><nav><ul><li><a href="/">Home</a></li></ul></nav></header><main>
      <div class="pcf-title" data-testid="pcf-title">\(collection)</div>
      <h1 class="subHeading">\(heading)</h1>
      <div class="pcf-articleWrapper">\(parts.joined(separator: "\n"))</div>
      <div data-testid="pcf-documentinformation"><ul><li><div>Published<ul>
      <li data-testid="sublist-item">22 May 2024</li></ul></div></li>
      <li><div>Version<ul><li data-testid="sublist-item">\(version)</li></ul></div></li></ul></div>
      <h2>Topics</h2><ul><li><a href="/x">Artificial intelligence</a></li></ul>
      <h2>Was this article helpful?</h2><p>Yes</p></main><footer><p>1.1 Crown</p></footer></div>
      </body></html>
      """
  }

  private var drupal: String {
    let parts = items.map { item in
      """
      <li class="flex"><section data-js-jumplinks-section-label=" \(item.subheading) ">
      <div class="c-wysiwyg">\(head(item))\(item.html)</div></section></li>
      """
    }
    let box =
      version.isEmpty ? "" : "<div><h4>Version</h4> \(version) </div>"
    return """
      <!DOCTYPE html><html lang="en"><head><title>\(heading) | NCSC</title></head><body><main>
      <p>\(collection)</p><h2 class="h1 mb-0">\(heading)</h2>
      <ul>\(parts.joined(separator: "\n"))</ul>
      <div class="c-layout-sidebar-bottom"><div><h4>Published</h4><time>4 August 2025</time></div>
      <div><h4>Reviewed</h4><time>4 August 2025</time></div>\(box)</div></main></body></html>
      """
  }

  private func json() throws -> [UInt8] {
    let content = Content(
      page: .init(
        title: collection, summary: "", version: version,
        bodyContent: .init(
          title: heading, summary: "",
          content: .init(
            items: items.map { .init(subheading: $0.subheading, description: $0.html) }))))
    return Array(try JSONEncoder().encode(content))
  }

  private struct Content: Encodable {
    var page: Page

    struct Page: Encodable {
      var title: String
      var summary: String
      var version: String
      var bodyContent: Body
    }

    struct Body: Encodable {
      var title: String
      var summary: String
      var content: Items
    }

    struct Items: Encodable { var items: [Item] }

    struct Item: Encodable {
      var subheading: String
      var description: String
    }
  }

  /// Text as HTML has it.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
