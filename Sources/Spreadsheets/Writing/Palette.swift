/// The colours of a tone, as 0xRRGGBB.
struct Palette {
  let fill: UInt32
  let text: UInt32
  let isBold: Bool
  let isItalic: Bool

  init(_ tone: CellStyle.Tone) {
    func palette(_ fill: UInt32, _ text: UInt32, bold: Bool = false, italic: Bool = false)
      -> (UInt32, UInt32, Bool, Bool)
    { (fill, text, bold, italic) }
    (fill, text, isBold, isItalic) =
      switch tone {
      case .missing: palette(0x7B1E1E, 0xFFFFFF, bold: true)
      case .unknown: palette(0x595959, 0xFFFFFF, italic: true)
      case .unanswered: palette(0xA6A6A6, 0x000000, italic: true)
      case .partial: palette(0xF0A868, 0x000000)
      case .unsettled: palette(0xFFE08A, 0x000000)
      case .accepted: palette(0xDCC8EC, 0x000000)
      case .equivalent: palette(0xC5DFF5, 0x0B3D6B)
      case .good: palette(0xE6F1FB, 0x0B3D6B, bold: true)
      case .aside: palette(0xFFFFFF, 0x595959, italic: true)
      }
  }

  /// What the head of a table is painted with.
  static let header: UInt32 = 0x1F3A56
  /// What the lines of a table are painted with.
  static let line: UInt32 = 0xBFC7D1
  /// A bar must stand out from white paper.
  static func bar(_ tone: CellStyle.Tone) -> UInt32 {
    switch tone {
    case .good: 0x2F6DB5
    case .equivalent: 0x8FBBE8
    case .aside: 0xF2F2F2
    default: Palette(tone).fill
    }
  }
}
