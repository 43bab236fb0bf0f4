internal import CLibXML2

/// Reads HTML and XML by libxml2 into values.
///
/// No network, no external entity, no entity of the document's own, no document type: what stands
/// in the bytes is all that is read.
public enum MarkupParser {
  /// Reads HTML as browsers do, mending what is broken.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, whatever the document declares.
  ///   - limits: what the document may cost.
  /// - Returns: the root element, `html`.
  public static func html(
    _ bytes: [UInt8], limits: MarkupLimits = MarkupLimits()
  ) throws(MarkupFailure) -> MarkupElement {
    try check(bytes, limits: limits, language: .html)
    return try LibXML2Document(html: bytes).tree(limits: limits)
  }

  /// Reads well-formed XML.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, whatever the document declares.
  ///   - limits: what the document may cost.
  /// - Returns: the root element.
  public static func xml(
    _ bytes: [UInt8], limits: MarkupLimits = MarkupLimits()
  ) throws(MarkupFailure) -> MarkupElement {
    try check(bytes, limits: limits, language: .xml)
    return try LibXML2Document(xml: bytes).tree(limits: limits)
  }

  private static func check(
    _ bytes: [UInt8], limits: MarkupLimits, language: TagScan.Language
  ) throws(MarkupFailure) {
    if bytes.isEmpty { throw MarkupFailure(.empty, "is empty") }
    if bytes.count > limits.bytes {
      throw MarkupFailure(
        .tooLarge, "is longer than \(limits.bytes) bytes",
        hints: ["is this the document as published?"])
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      throw MarkupFailure(
        .encoding, "is not valid UTF-8", hints: ["save the document again as UTF-8"])
    }
    var scan = TagScan(bytes, limits: limits, language: language)
    try scan.check()
  }
}
