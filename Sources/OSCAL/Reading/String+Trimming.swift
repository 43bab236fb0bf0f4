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

  /// Whether the text has a byte of a kind. Asking `utf8` as a collection takes several times as
  /// long.
  func hasByte(_ isOfKind: (UInt8) -> Bool) -> Bool {
    let bytes = utf8.span
    for index in 0..<bytes.count where isOfKind(bytes[index]) { return true }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
