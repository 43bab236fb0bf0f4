/// Blanks that converters put before marks that close what stands before them: `systems : use`,
/// `a handbook .`, where emphasis or a link ends. English has none there.
enum StrayBlanks {
  /// Takes them out of lines.
  static func remove(from lines: inout [PagedLine]) {
    for index in lines.indices {
      if let text = removed(lines[index].text) { lines[index].text = text }
      if let text = removed(lines[index].rawText) { lines[index].rawText = text }
    }
  }

  /// The text without them; nil without any.
  static func removed(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(where: { isStray(bytes, at: $0) }) else { return nil }
    return String(
      decoding: bytes.indices.lazy.filter { !isStray(bytes, at: $0) }.map { bytes[$0] },
      as: UTF8.self)
  }

  /// A blank behind a letter, a number or a bracket, before a mark with a blank or nothing behind it.
  private static func isStray(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == 0x20, index > 0, index + 1 < bytes.count,
      ",.;:)".utf8.contains(bytes[index + 1])
    else { return false }
    let before = bytes[index - 1]
    let isWord =
      (0x61...0x7A).contains(before | 0x20) || (0x30...0x39).contains(before) || before == 0x29
    guard isWord else { return false }
    return index + 2 >= bytes.count || ",.;:) ".utf8.contains(bytes[index + 2])
  }
}
