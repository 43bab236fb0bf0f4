/// What the bytes of a PDF say that could not be read, or that holds too little.
public enum PDFSigns {
  /// Junk may follow the mark at the end of a PDF; readers look for it in the last kilobyte.
  private static let reach = 4096

  /// Whether its content is encrypted; some readers open it nevertheless.
  public static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    ByteSearch.first(Array("/Encrypt".utf8), in: bytes.span) != nil
  }

  /// Whether it ends before the mark that every PDF has at its end, or before the length that it
  /// says of itself: a file for the web has such a mark near its start too.
  public static func endsEarly(_ bytes: [UInt8]) -> Bool {
    if let length = linearized("L", bytes), bytes.count < length { return true }
    let start = max(0, bytes.count - reach)
    return ByteSearch.first(Array("%%EOF".utf8), in: bytes.span, from: start) == nil
  }

  /// The number of pages that it says to have, where it says so without being unpacked: a guess
  /// that no content may depend on.
  public static func pageCount(_ bytes: [UInt8]) -> Int? {
    linearized("N", bytes) ?? counts(bytes).max()
  }

  /// The sizes of its trees of pages, the whole and the parts, and of its outline.
  private static func counts(_ bytes: [UInt8]) -> [Int] {
    let name = Array("/Count ".utf8)
    var counts: [Int] = []
    var start = 0
    while let found = ByteSearch.first(name, in: bytes.span, from: start) {
      start = found + name.count
      let digits = bytes[start...].prefix(6).prefix { (0x30...0x39).contains($0) }
      if let count = Int(String(decoding: digits, as: UTF8.self)) { counts.append(count) }
    }
    return counts
  }

  /// A number in the dictionary at the head of a linearised PDF: its length as L, its pages as N,
  /// `<</Linearized 1/L 2300123/H …/N 20/T …>>`.
  private static func linearized(_ key: String, _ bytes: [UInt8]) -> Int? {
    let head = Array(bytes.prefix(2048))
    guard let opening = ByteSearch.first(Array("/Linearized".utf8), in: head.span) else {
      return nil
    }
    let dictionary = String(decoding: head[opening...], as: UTF8.self).prefix { $0 != ">" }
    let words = dictionary.split { "/ \r\n\t".contains($0) }
    guard let name = words.firstIndex(of: Substring(key)), name + 1 < words.count else {
      return nil
    }
    return Int(words[name + 1])
  }
}
