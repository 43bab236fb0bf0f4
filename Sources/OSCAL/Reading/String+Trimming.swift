extension String {
  /// Without white space of XML at both ends.
  var trimmed: String {
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last else { return "" }
    guard Self.isSpace(first) || Self.isSpace(last) else { return self }
    let kept = bytes.drop(while: Self.isSpace)
    guard let end = kept.lastIndex(where: { !Self.isSpace($0) }) else { return "" }
    return String(Substring(kept[...end]))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
