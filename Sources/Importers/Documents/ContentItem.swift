/// An item of GOV.UK's content API: the page's HTML stands in `details.body`, and the documents of
/// a publication among its attachments.
struct ContentItem: Decodable {
  private var details: Details?
  /// What the item is called.
  var title: String?

  /// The page's HTML; nil without any.
  var body: String? { details?.body.flatMap { $0.isEmpty ? nil : $0 } }
  /// What a landing page leads to.
  var attachments: [Attachment] { details?.attachments ?? [] }

  private struct Details: Decodable {
    var body: String?
    var attachments: [Attachment]?
  }

  /// A document of a publication.
  struct Attachment: Decodable {
    var title: String
    var url: String

    /// What it is and where, for messages.
    var label: String { "'\(title)': \(url)" }

    enum CodingKeys: CodingKey {
      case title
      case url
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      title = try values.decodeIfPresent(String.self, forKey: .title) ?? ""
      url = try values.decodeIfPresent(String.self, forKey: .url) ?? ""
    }
  }
}
