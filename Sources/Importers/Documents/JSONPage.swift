internal import Diagnostics
internal import FoundationEssentials
internal import Markup

/// A web page that comes as JSON: an item of GOV.UK's content API, or what NCSC's site of 2023 to
/// 2025 fetched for a page.
enum JSONPage {
  private static func unknown(_ location: SourceLocation) -> Refusal {
    Refusal(
      "document-json", "is JSON, but no page of GOV.UK's content API or of NCSC's site",
      at: location,
      hints: [
        "expected an object with the page's HTML in details.body, or in page.bodyContent; is the "
          + "file complete?", "or OSCAL: a catalog, a profile, a mapping collection",
      ])
  }

  /// Tells the sort of JSON, and makes the page of it.
  static func read(
    _ text: String, fileName: String
  ) throws(Refusal) -> (form: DocumentForm, page: MarkupElement) {
    let location = SourceLocation(file: fileName)
    let data = Data(text.utf8)
    let decoder = JSONDecoder()
    if let parts = try? decoder.decode(CollectionContent.self, from: data), !parts.isEmpty {
      let page = MarkupElement(name: "body", children: try parts.nodes(fileName: fileName))
      return (.collectionContent, page)
    }
    let item: ContentItem
    do {
      item = try decoder.decode(ContentItem.self, from: data)
    } catch DecodingError.dataCorrupted {
      throw Refusal(
        "document-json", "is not valid JSON, or ends before it is complete", at: location,
        hints: ["is the file complete? fetch it again, and compare its size"])
    } catch {
      throw unknown(location)
    }
    if item.body == nil, ServerAnswer.isError(json: text) {
      throw ServerAnswer.refusal(fileName: fileName)
    }
    if item.body == nil, item.title == nil, item.attachments.isEmpty { throw unknown(location) }
    guard let body = item.body else {
      throw Refusal(
        "document-json", "is a content item without HTML in details.body", at: location,
        hints: item.attachments.isEmpty
          ? ["the landing page of a publication has none: take the item of the document itself"]
          : ["it is the landing page: take the item of one of these"]
            + item.attachments.map(\.label))
    }
    let page = try SourceDocument.page(Array(body.utf8), fileName: fileName)
    // Hidden: the title and what the page leads to are for messages, and no text of the document.
    let title = MarkupElement(
      name: "head",
      children: [.element(MarkupElement(name: "title", children: [.text(item.title ?? "")]))])
    let links = item.attachments.map { attachment in
      MarkupNode.element(
        MarkupElement(
          name: "a",
          attributes: [
            .init(name: "class", value: "gem-c-attachment"),
            .init(name: "href", value: attachment.url),
          ], children: [.text(attachment.title)]))
    }
    let box = MarkupElement(
      name: "div", attributes: [.init(name: "hidden", value: "")], children: links)
    return (
      .contentItem,
      MarkupElement(name: "body", children: [.element(title), .element(page), .element(box)])
    )
  }
}
