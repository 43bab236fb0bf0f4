internal import CXLSXWriter

/// The formats of one workbook: one for each style, made when it is first used, so that the same
/// workbook always has the same ones in the same order.
@safe struct LibXLSXFormats {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [Key: UnsafeMutablePointer<lxw_format>]

  /// A style, and whether the cell shows per cent.
  private struct Key: Hashable {
    var style: CellStyle
    var isShare: Bool
    var isDifference: Bool
  }

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    unsafe self.workbook = workbook
    unsafe made = [:]
  }

  mutating func format(
    _ style: CellStyle, isShare: Bool = false
  ) -> UnsafeMutablePointer<lxw_format>? {
    if style == .plain, !isShare { return nil }
    let key = Key(style: style, isShare: isShare, isDifference: false)
    if let known = unsafe made[key] { return unsafe known }
    guard let format = unsafe workbook_add_format(workbook) else { return nil }
    unsafe Self.set(style, on: format)
    if isShare { unsafe format_set_num_format(format, "0%") }
    unsafe made[key] = format
    return unsafe format
  }

  /// What a highlight lays over a cell: colours only.
  mutating func highlight(_ tone: CellStyle.Tone) -> UnsafeMutablePointer<lxw_format>? {
    let key = Key(style: .tone(tone), isShare: false, isDifference: true)
    if let known = unsafe made[key] { return unsafe known }
    guard let format = unsafe workbook_add_format(workbook) else { return nil }
    let palette = Palette(tone)
    unsafe format_set_font_color(format, palette.text)
    unsafe format_set_bg_color(format, palette.fill)
    if palette.isBold { unsafe format_set_bold(format) }
    if palette.isItalic { unsafe format_set_italic(format) }
    unsafe made[key] = format
    return unsafe format
  }

  private static func set(_ style: CellStyle, on format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, "Calibri")
    unsafe format_set_font_size(format, 10)
    switch style {
    case .plain: break
    case .title:
      unsafe format_set_font_size(format, 18)
      unsafe format_set_bold(format)
      unsafe format_set_font_color(format, Palette.header)
    case .subtitle:
      unsafe format_set_font_size(format, 11)
    case .section:
      unsafe format_set_font_size(format, 13)
      unsafe format_set_bold(format)
      unsafe format_set_font_color(format, Palette.header)
    case .note:
      unsafe format_set_italic(format)
      unsafe format_set_font_color(format, 0x404040)
    case .header, .verticalHeader: unsafe setHeader(style, on: format)
    case .text, .line, .number, .strong, .tone, .input, .guidance:
      unsafe setTable(style, on: format)
    }
  }

  private static func setHeader(
    _ style: CellStyle, on format: UnsafeMutablePointer<lxw_format>
  ) {
    unsafe setBorder(on: format)
    unsafe format_set_bold(format)
    unsafe format_set_font_color(format, 0xFFFFFF)
    unsafe format_set_bg_color(format, Palette.header)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style == .verticalHeader {
      unsafe format_set_rotation(format, 90)
    } else {
      unsafe format_set_text_wrap(format)
    }
  }

  private static func setTable(
    _ style: CellStyle, on format: UnsafeMutablePointer<lxw_format>
  ) {
    unsafe setBorder(on: format)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch style {
    case .text: unsafe format_set_text_wrap(format)
    case .number: unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case .strong:
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
    case .tone(let tone):
      let palette = Palette(tone)
      unsafe format_set_font_color(format, palette.text)
      unsafe format_set_bg_color(format, palette.fill)
      if palette.isBold { unsafe format_set_bold(format) }
      if palette.isItalic { unsafe format_set_italic(format) }
      unsafe format_set_text_wrap(format)
    case .input:
      // As text, so that a day or an id that is typed in stays as it was typed.
      unsafe format_set_num_format_index(format, 49)
      unsafe format_set_bg_color(format, 0xFFFDF0)
      unsafe format_set_text_wrap(format)
      unsafe format_set_unlocked(format)
    case .guidance:
      unsafe format_set_bg_color(format, 0xF2F4F7)
      unsafe format_set_text_wrap(format)
    default: break
    }
  }

  private static func setBorder(on format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    unsafe format_set_border_color(format, Palette.line)
  }
}
