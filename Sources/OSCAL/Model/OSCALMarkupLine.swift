/// A line of prose: NIST's `markup-line`.
public struct OSCALMarkupLine: Sendable, Hashable {
  /// The pieces in order.
  public var inlines: [OSCALInline]

  /// Makes a line out of its pieces.
  public init(_ inlines: [OSCALInline] = []) { self.inlines = inlines }

  /// Makes a line without markup; the text is taken as it is.
  public init(text: String) { inlines = text.isEmpty ? [] : [.text(text)] }

  /// The text without markup; inserted parameters are given by `insert`.
  public func plainText(insert: (_ type: String, _ idRef: String) -> String) -> String {
    var result = ""
    for inline in inlines { inline.appendPlainText(to: &result, insert: insert) }
    return result
  }

  /// The text without markup; inserted parameters stand as `{{ insert: param, id }}`.
  public var plainText: String {
    plainText { type, idRef in "{{ insert: \(type), \(idRef) }}" }
  }

  /// Every inline in document order, outer ones before those within.
  public func forEachInline(_ body: (OSCALInline) -> Void) {
    for inline in inlines { inline.forEach(body) }
  }
}
