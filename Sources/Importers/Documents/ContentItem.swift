internal import Diagnostics
internal import FoundationEssentials

/// An item of GOV.UK's content API: the page's HTML stands in `details.body`.
enum ContentItem {
  static func body(of text: String, fileName: String) throws(Refusal) -> String {
    let location = SourceLocation(file: fileName)
    let item: Item
    do {
      item = try JSONDecoder().decode(Item.self, from: Data(text.utf8))
    } catch {
      throw Refusal(
        "document-json", "is JSON, but not an item of GOV.UK's content API", at: location,
        hints: ["expected an object with the page's HTML in details.body; is the file complete?"])
    }
    guard let body = item.details?.body, !body.isEmpty else {
      throw Refusal(
        "document-json", "is a content item without HTML in details.body", at: location,
        hints: [
          "the landing page of a publication has none: take the item of the document itself"
        ])
    }
    return body
  }

  private struct Item: Decodable {
    var details: Details?
  }

  private struct Details: Decodable {
    var body: String?
  }
}
