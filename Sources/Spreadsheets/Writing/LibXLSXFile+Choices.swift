internal import CXLSXWriter

extension LibXLSXFile {
  /// Puts a list to choose from into its cells.
  func add(_ list: ChoiceList, to sheet: UnsafeMutablePointer<lxw_worksheet>) {
    var rule = unsafe lxw_data_validation()
    unsafe rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe rule.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe rule.show_error = UInt8(
      list.isStrict ? LXW_VALIDATION_ON.rawValue : LXW_VALIDATION_OFF.rawValue)
    unsafe rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe Self.cString(list.help) { help in
      unsafe rule.input_message = list.help.isEmpty ? nil : help
      guard !Self.standsInRule(list.values) else {
        unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        unsafe Self.cStrings(list.values) { values in
          unsafe rule.value_list = values
          unsafe Self.apply(&rule, list.range, sheet)
        }
        return
      }
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe Self.cString(place(of: list.values)) { formula in
        unsafe rule.value_formula = formula
        unsafe Self.apply(&rule, list.range, sheet)
      }
    }
  }

  private static func apply(
    _ rule: inout lxw_data_validation, _ range: SheetArea,
    _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    _ = unsafe worksheet_data_validation_range(
      sheet, UInt32(range.rows.lowerBound), UInt16(range.columns.lowerBound),
      UInt32(range.rows.upperBound), UInt16(range.columns.upperBound), &rule)
  }

  /// `=Lists!$B$1:$B$40`
  private func place(of values: [String]) -> String {
    let column = ColumnName.text(lists.firstIndex(of: values) ?? 0)
    let sheet = names[Self.listSheet] ?? Self.listSheet
    return "='\(sheet)'!$\(column)$1:$\(column)$\(max(1, values.count))"
  }

  /// Copies that C may take for its own while `body` runs, with a null pointer at the end.
  private static func cStrings(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Void
  ) {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes += Array(text.utf8CString)
    }
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      var pointers = unsafe starts.map { start in unsafe buffer.baseAddress?.advanced(by: start) }
      unsafe pointers.append(nil)
      unsafe pointers.withUnsafeMutableBufferPointer { list in unsafe body(list.baseAddress) }
    }
  }
}

/// The letters of a column.
public enum ColumnName {
  /// `A` for 0, `AA` for 26.
  public static func text(_ column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
