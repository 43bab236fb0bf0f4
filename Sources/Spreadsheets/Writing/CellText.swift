/// Makes text fit for a cell.
public enum CellText {
  /// Most UTF-16 units that a cell holds.
  public static let limit = 32_767

  /// What stands at the end of text that was cut.
  public static let cutMark = " … [cut: the cell holds no more]"

  /// `text` as the file holds it: see `shown`.
  static func fitted(_ text: String) -> String { escaped(shown(text)) }

  /// `text` as the cell shows it: line breaks as line feeds, other control characters and what
  /// XML cannot hold as `�`, and cut, visibly, where it is too long.
  public static func shown(_ text: String) -> String {
    guard !isFit(text) else { return text }
    var scalars = String.UnicodeScalarView()
    var units = 0
    let room = limit - cutMark.utf16.count
    var cut: String.UnicodeScalarView.Index?
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      let kept: Unicode.Scalar
      switch scalar {
      case "\r": kept = "\n"
      case "\n":
        if previous == "\r" { continue }
        kept = "\n"
      default: kept = isAllowed(scalar) ? scalar : "\u{FFFD}"
      }
      let length = kept.value > 0xFFFF ? 2 : 1
      if cut == nil, units + length > room { cut = scalars.endIndex }
      units += length
      guard units <= limit else { break }
      scalars.append(kept)
    }
    let whole = String(scalars)
    guard units > limit, let cut else { return whole }
    return String(whole.unicodeScalars[..<cut]) + cutMark
  }

  /// Excel reads `_x0041_` as the character of that number: only an escaped underscore keeps the
  /// text what it is.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(0x5F) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      if byte == 0x5F, isCode(bytes, position) { out += Array("_x005F".utf8) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isCode(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 6 < bytes.count, bytes[start + 1] == 0x78, bytes[start + 6] == 0x5F else {
      return false
    }
    return bytes[(start + 2)..<(start + 6)].allSatisfy { byte in
      Unicode.Scalar(byte).properties.isASCIIHexDigit
    }
  }

  private static func isFit(_ text: String) -> Bool {
    text.utf8.count <= limit
      && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F, 0x80..<0xA0, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
