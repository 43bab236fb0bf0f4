/// Prose of several paragraphs: NIST's `markup-multiline`.
public struct OSCALMarkupMultiline: Sendable, Hashable {
  /// The blocks in order.
  public var blocks: [OSCALBlock]

  /// Makes prose out of its blocks.
  public init(_ blocks: [OSCALBlock] = []) { self.blocks = blocks }

  /// Makes one paragraph without markup; the text is taken as it is.
  public init(text: String) { blocks = [.paragraph([.text(text)])] }

  /// Every inline in document order, outer ones before those within.
  public func forEachInline(_ body: (OSCALInline) -> Void) {
    for block in blocks { block.forEachInline(body) }
  }

  /// The text without markup, a line for each paragraph, list item, heading or table row; inserted
  /// parameters are given by `insert`.
  public func plainText(insert: (_ type: String, _ idRef: String) -> String) -> String {
    var lines: [String] = []
    for block in blocks { block.appendLines(to: &lines, insert: insert) }
    return lines.joined(separator: "\n")
  }

  /// The text without markup; inserted parameters stand as `{{ insert: param, id }}`.
  public var plainText: String {
    plainText { type, idRef in "{{ insert: \(type), \(idRef) }}" }
  }
}
