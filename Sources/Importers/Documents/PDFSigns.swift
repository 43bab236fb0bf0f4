/// What the bytes of a PDF say that could not be read, or that holds too little.
public enum PDFSigns {
  /// Junk may follow the mark at the end of a PDF; readers look for it in the last kilobyte.
  private static let reach = 4096

  /// Whether its content is encrypted; some readers open it nevertheless.
  public static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    ByteSearch.first(Array("/Encrypt".utf8), in: bytes.span) != nil
  }

  /// Whether it ends before the mark that every PDF has at its end.
  public static func endsEarly(_ bytes: [UInt8]) -> Bool {
    let start = max(0, bytes.count - reach)
    return ByteSearch.first(Array("%%EOF".utf8), in: bytes.span, from: start) == nil
  }
}
