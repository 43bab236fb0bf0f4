internal import Markup

/// Which cell styles of a workbook show their numbers as dates.
struct NumberFormats {
  private var dateStyles: Set<Int> = []

  init() {}

  init(_ styles: MarkupElement) {
    var codes: [Int: String] = [:]
    for format in styles.first(where: { $0.name == "numFmts" })?.elements ?? [] {
      guard let id = format.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
      codes[id] = format.attribute("formatCode") ?? ""
    }
    let cells = styles.elements.first { $0.name == "cellXfs" }?.elements ?? []
    for (index, style) in cells.enumerated() {
      guard let id = style.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
      // 14 to 22 are the built-in days, 27 to 36 and 50 to 58 those of East Asia, 45 to 47 times.
      let isBuiltIn =
        (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id)
        || (50...58).contains(id)
      if codes[id].map(Self.showsDate) ?? isBuiltIn { dateStyles.insert(index) }
    }
  }

  func isDate(style: Int) -> Bool { dateStyles.contains(style) }

  /// Whether a format has letters of days or times outside quotes and brackets.
  static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isInBrackets = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\", "_", "*": isEscaped = !isQuoted
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isInBrackets = true
      case "]" where !isQuoted: isInBrackets = false
      case "d", "m", "y", "h", "s": if !isQuoted, !isInBrackets { return true }
      // `General` has no letter of a date.
      default: continue
      }
    }
    return false
  }
}
