internal import Markup

/// Turns the XML of one sheet into its cells.
struct SheetReading {
  let strings: [String]
  let formats: NumberFormats
  let startsIn1904: Bool
  /// Addresses that cannot be read, or stand twice.
  private(set) var problems: [String] = []
  private var shared: [String: String] = [:]

  init(strings: [String], formats: NumberFormats, startsIn1904: Bool) {
    self.strings = strings
    self.formats = formats
    self.startsIn1904 = startsIn1904
  }

  mutating func content(_ root: MarkupElement, name: String) -> SheetContent {
    var rows: [SheetContent.Row] = []
    var merged: [CellRange] = []
    var hidden: Set<Int> = []
    for part in root.elements {
      switch part.name {
      case "sheetData": rows = self.rows(part)
      case "mergeCells":
        merged = part.elements.compactMap { $0.attribute("ref").flatMap { CellRange($0) } }
      case "cols": hidden = Self.hiddenColumns(part)
      default: break
      }
    }
    return SheetContent(name: name, rows: rows, merged: merged, hiddenColumns: hidden)
  }

  private static func hiddenColumns(_ part: MarkupElement) -> Set<Int> {
    var hidden: Set<Int> = []
    for column in part.elements where isTrue(column.attribute("hidden")) {
      guard let first = column.attribute("min").flatMap({ Int($0) }),
        let last = column.attribute("max").flatMap({ Int($0) }), first >= 1, first <= last
      else { continue }
      hidden.formUnion(first...min(last, 16_384))
    }
    return hidden
  }

  private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }

  private mutating func rows(_ data: MarkupElement) -> [SheetContent.Row] {
    var rows: [SheetContent.Row] = []
    var number = 0
    for row in data.elements where row.name == "row" {
      let said = row.attribute("r").flatMap { Int($0) } ?? number + 1
      guard said > number, said <= 1_048_576 else {
        problems.append("row \(said) stands after row \(number)")
        continue
      }
      number = said
      let cells = self.cells(row, number: number)
      guard !cells.isEmpty else { continue }
      let isHidden = Self.isTrue(row.attribute("hidden"))
      rows.append(SheetContent.Row(number: number, isHidden: isHidden, cells: cells))
    }
    return rows
  }

  private mutating func cells(_ row: MarkupElement, number: Int) -> [SheetCell] {
    var cells: [SheetCell] = []
    var column = 0
    for element in row.elements where element.name == "c" {
      if let said = element.attribute("r") {
        guard let address = CellAddress(said), address.row == number, address.column > column
        else {
          problems.append("the cell '\(said.prefix(20))' stands in row \(number)")
          continue
        }
        column = address.column
      } else {
        column += 1
      }
      if let cell = cell(element, at: CellAddress(column: column, row: number)) {
        cells.append(cell)
      }
    }
    return cells
  }

  private mutating func cell(_ element: MarkupElement, at address: CellAddress) -> SheetCell? {
    let value = element.elements.first { $0.name == "v" }?.text
    let formula = formula(element)
    func cell(_ text: String, _ kind: SheetCell.Kind) -> SheetCell {
      SheetCell(address: address, text: text, kind: kind, formula: formula)
    }
    switch element.attribute("t") {
    case "s"?:
      guard let value, let index = Int(value), strings.indices.contains(index) else {
        problems.append("the cell \(address) names a text that is not there")
        return nil
      }
      return strings[index].isEmpty ? nil : cell(strings[index], .text)
    case "inlineStr"?:
      let inline = element.elements.first { $0.name == "is" }
      let text = inline.map(WorkbookText.text) ?? ""
      return text.isEmpty ? nil : cell(text, .text)
    case "str"?:
      guard let value, !value.isEmpty else { return nil }
      return cell(WorkbookText.unescaped(value), .text)
    case "b"?: return value.map { cell(Self.isTrue($0) ? "TRUE" : "FALSE", .boolean) }
    case "e"?: return cell(value ?? "#VALUE!", .error)
    case "d"?: return value.map { cell($0, .date) }
    default:
      guard let value, !value.isEmpty else {
        return formula == nil ? nil : cell("", .error)
      }
      guard let text = WorkbookText.number(value) else {
        problems.append("the cell \(address) holds '\(value.prefix(20))', which is no number")
        return nil
      }
      let style = element.attribute("s").flatMap { Int($0) } ?? 0
      if formats.isDate(style: style), let number = Double(value),
        let date = SerialDate.text(number, startsIn1904: startsIn1904)
      {
        return cell(date, .date)
      }
      return cell(text, .number)
    }
  }

  /// The formula of a cell; cells that share one have its text only in the first.
  private mutating func formula(_ element: MarkupElement) -> String? {
    guard let formula = element.elements.first(where: { $0.name == "f" }) else { return nil }
    guard let index = formula.attribute("si") else { return formula.text }
    if !formula.text.isEmpty { shared[index] = formula.text }
    return shared[index] ?? formula.text
  }
}
