internal import Markup

/// Text as workbooks write it.
enum WorkbookText {
  /// The text of a string: its plain or rich pieces, without the readings of East Asian words.
  static func text(of element: MarkupElement) -> String {
    var text = ""
    for child in element.elements {
      switch child.name {
      case "t": text += child.text
      case "r": for piece in child.elements where piece.name == "t" { text += piece.text }
      default: break
      }
    }
    return unescaped(text)
  }

  /// `_x000D_` stands for a character that XML does not allow or does not keep.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
        bytes[index + 6] == 0x5F,
        let code = UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result += Array(String(Character(scalar)).utf8)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A number as a cell without a format shows it: `5`, `5.1`, never `5.0`.
  static func number(_ stored: String) -> String? {
    guard let number = Double(stored), number.isFinite else { return nil }
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int(number))" }
    return "\(number)"
  }
}
