internal import CXLSXWriter
internal import Diagnostics
internal import Glibc

/// Owns a workbook of libxlsxwriter until its bytes are written.
@safe struct LibXLSXFile {
  let workbook: UnsafeMutablePointer<lxw_workbook>
  /// The names on the tabs, by `Sheet.name`.
  let names: [String: String]
  /// The lists that stand on a sheet of their own.
  let lists: [[String]]
  private var formats: LibXLSXFormats

  /// The bytes of `value` as an XLSX file.
  ///
  /// - Throws: see `Workbook.encoded`.
  static func encode(_ value: Workbook) throws(Refusal) -> [UInt8] {
    try checkSize(value)
    let target = try MemoryFile()
    var options = unsafe lxw_workbook_options()
    guard let workbook = unsafe workbook_new_opt(target.path, &options) else {
      throw Refusal("cannot-write", "the workbook cannot be put together: out of memory")
    }
    let lists = longLists(value)
    let complete = withLists(value, lists)
    let fitted = SheetNames.fitted(complete.sheets.map(\.name))
    var file = unsafe LibXLSXFile(
      workbook: workbook,
      names: Dictionary(zip(complete.sheets.map(\.name), fitted)) { first, _ in first },
      lists: lists, formats: LibXLSXFormats(workbook))
    file.setProperties(value)
    for (sheet, name) in zip(complete.sheets, fitted) { file.add(sheet, named: name) }
    // Frees the workbook too.
    let problem = unsafe workbook_close(workbook)
    guard problem == LXW_NO_ERROR else {
      let reason = unsafe String(cString: lxw_strerror(problem))
      throw Refusal("cannot-write", "the workbook cannot be put together: \(reason)")
    }
    return try target.bytes()
  }

  private static func checkSize(_ value: Workbook) throws(Refusal) {
    for sheet in value.sheets {
      let width = sheet.rows.map(\.cells.count).max() ?? 0
      guard sheet.rows.count <= 1_048_576, width <= 16_384 else {
        throw Refusal(
          "too-large",
          "the sheet '\(sheet.name)' has \(sheet.rows.count) rows and \(width) columns, and a "
            + "workbook holds at most 1048576 and 16384",
          hints: ["take --format csv, or fewer catalogs"])
      }
    }
  }

  // MARK: Lists to choose from

  static let listSheet = "Lists"

  /// The workbook with a hidden sheet for the lists that are too long to stand in the cells'
  /// rules, or have a comma in them.
  private static func withLists(_ value: Workbook, _ lists: [[String]]) -> Workbook {
    guard !lists.isEmpty else { return value }
    var complete = value
    let height = lists.map(\.count).max() ?? 0
    complete.sheets.append(
      Sheet(
        name: listSheet,
        rows: (0..<height).map { row in
          Sheet.Row(lists.map { row < $0.count ? Cell($0[row], .plain) : .empty })
        }, isHidden: true))
    return complete
  }

  private static func longLists(_ value: Workbook) -> [[String]] {
    var lists: [[String]] = []
    for list in value.sheets.flatMap(\.choices) where !standsInRule(list.values) {
      if !lists.contains(list.values) { lists.append(list.values) }
    }
    return lists
  }

  static func standsInRule(_ values: [String]) -> Bool {
    let length = values.map(\.unicodeScalars.count).reduce(values.count - 1, +)
    return length <= 255
      && values.allSatisfy { value in
        !value.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 }
      }
  }

  // MARK: Properties

  private func setProperties(_ value: Workbook) {
    var moment = unsafe tm()
    unsafe moment.tm_year = Int32(value.created.year - 1_900)
    unsafe moment.tm_mon = Int32(value.created.month - 1)
    unsafe moment.tm_mday = Int32(value.created.day)
    let created = unsafe timegm(&moment)
    unsafe Self.cString(value.title) { title in
      unsafe Self.cString(value.subject) { subject in
        unsafe Self.cString("Counterweight") { program in
          var properties = unsafe lxw_doc_properties()
          unsafe properties.title = title
          unsafe properties.subject = subject
          unsafe properties.author = program
          unsafe properties.created = created
          unsafe workbook_set_properties(workbook, &properties)
        }
      }
    }
  }

  /// A copy that C may take for its own while `body` runs; at most 255 characters, which is what
  /// properties and messages hold.
  static func cString(
    _ text: String, _ body: (UnsafeMutablePointer<CChar>?) -> Void
  ) {
    let fitted = CellText.fitted(text)
    let short = fitted.unicodeScalars.count > 255 ? String(fitted.prefix(200)) + "…" : fitted
    var bytes = Array(short.utf8CString)
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in unsafe body(buffer.baseAddress) }
  }

  // MARK: Sheets

  private mutating func add(_ sheet: Sheet, named name: String) {
    guard let target = unsafe workbook_add_worksheet(workbook, name) else { return }
    for (position, column) in sheet.columns.enumerated() {
      var options = lxw_row_col_options()
      options.hidden = column.isHidden || column.isFolded ? 1 : 0
      options.level = column.isFolded ? 1 : 0
      // The sign that unfolds stands above the column after.
      let isAfterFold = position > 0 && sheet.columns[position - 1].isFolded
      options.collapsed = isAfterFold && !column.isFolded ? 1 : 0
      unsafe worksheet_set_column_opt(
        target, UInt16(position), UInt16(position), column.width, nil, &options)
    }
    for (position, row) in sheet.rows.enumerated() {
      if let height = row.height ?? RowHeights.height(of: row, sheet.columns) {
        unsafe worksheet_set_row(target, UInt32(position), height, nil)
      }
      for (column, cell) in row.cells.enumerated() {
        unsafe write(cell, UInt32(position), UInt16(column), to: target)
      }
    }
    unsafe setPanes(sheet, target)
    unsafe setPrint(sheet, target)
    for highlight in sheet.highlights { unsafe add(highlight, to: target) }
    for list in sheet.choices { unsafe add(list, to: target) }
    for chart in sheet.charts { unsafe add(chart, to: target) }
    if sheet.isHidden { unsafe worksheet_hide(target) }
  }

  private mutating func write(
    _ cell: Cell, _ row: UInt32, _ column: UInt16, to sheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    switch cell.value {
    case .text(let text):
      _ = unsafe worksheet_write_string(
        sheet, row, column, CellText.fitted(text), formats.format(cell.style))
    case .number(let number):
      _ = unsafe worksheet_write_number(sheet, row, column, number, formats.format(cell.style))
    case .share(let share):
      _ = unsafe worksheet_write_number(
        sheet, row, column, share, formats.format(cell.style, isShare: true))
    case .blank:
      guard cell.style != .plain else { return }
      _ = unsafe worksheet_write_blank(sheet, row, column, formats.format(cell.style))
    }
  }

  private func setPanes(_ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>) {
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      unsafe worksheet_freeze_panes(target, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
    }
    if let row = sheet.filterRow, row < sheet.rows.count, !sheet.rows[row].cells.isEmpty {
      _ = unsafe worksheet_autofilter(
        target, UInt32(row), 0, UInt32(max(row, sheet.rows.count - 1)),
        UInt16(sheet.rows[row].cells.count - 1))
    }
  }

  private func setPrint(_ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>) {
    unsafe worksheet_set_paper(target, 9)
    if sheet.print.isLandscape { unsafe worksheet_set_landscape(target) }
    unsafe worksheet_set_margins(target, 0.4, 0.4, 0.5, 0.6)
    unsafe worksheet_fit_to_pages(target, UInt16(sheet.print.pagesWide), 0)
    _ = unsafe worksheet_set_footer(target, sheet.print.footer)
    if sheet.frozenRows > 0 {
      let first = sheet.filterRow ?? 0
      _ = unsafe worksheet_repeat_rows(
        target, UInt32(min(first, sheet.frozenRows - 1)), UInt32(sheet.frozenRows - 1))
    }
    if sheet.print.repeatedColumns > 0 {
      _ = unsafe worksheet_repeat_columns(target, 0, UInt16(sheet.print.repeatedColumns - 1))
    }
  }

  private mutating func add(
    _ highlight: Highlight, to sheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    // A word of ours, never text of any origin: it becomes part of a rule.
    unsafe Self.cString("\"\(highlight.word.replacing("\"", with: ""))\"") { word in
      var rule = unsafe lxw_conditional_format()
      unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
      unsafe rule.value_string = word
      unsafe rule.format = formats.highlight(highlight.tone)
      let range = highlight.range
      _ = unsafe worksheet_conditional_format_range(
        sheet, UInt32(range.rows.lowerBound), UInt16(range.columns.lowerBound),
        UInt32(range.rows.upperBound), UInt16(range.columns.upperBound), &rule)
    }
  }
}
