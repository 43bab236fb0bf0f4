/// What stands between `<` and `>` in Markdown.
enum MarkdownTag {
  /// What a reader sees of it: nothing of a tag or a comment, the address of `<https://example.org>`;
  /// nil when it is text between two signs (`<x and y>`).
  static func shown<Bytes: Collection<UInt8>>(_ content: Bytes) -> Bytes.SubSequence? {
    let none = content.prefix(0)
    if content.starts(with: "http://".utf8) || content.starts(with: "https://".utf8) {
      return content[...]
    }
    if content.first == UInt8(ascii: "!") || content.first == UInt8(ascii: "/") { return none }
    let attributes = content.drop { !isBlank($0) }.drop(while: isBlank)
    let isTag =
      attributes.isEmpty || attributes.first == UInt8(ascii: "/")
      || attributes.contains(UInt8(ascii: "="))
    return isTag ? none : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
