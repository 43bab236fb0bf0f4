/// Reads CSV as RFC 4180 has it, and as spreadsheets write it: separated by commas, semicolons or
/// tabs; lines ended by CR LF, LF or CR; UTF-8 or, with its mark, UTF-16.
public enum CSVReader {
  /// Bytes of the longest file that is read.
  public static let byteLimit = 32 << 20
  /// Fields of the longest row that is read.
  public static let columnLimit = 1_000
  /// Rows of the longest table that is read; catalogs of controls have some hundreds, or a few
  /// thousand.
  public static let rowLimit = 100_000
  /// Fields of the largest table that is read.
  public static let fieldLimit = 1_000_000

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - separator: what separates its fields; nil: what its first row says.
  /// - Throws: the problem that ended the reading. A row with another number of fields than the
  ///   first is told in the result.
  public static func read(
    _ bytes: [UInt8], separator: CSVDocument.Separator? = nil
  ) throws(CSVProblem) -> CSVDocument {
    guard bytes.count <= byteLimit else {
      throw CSVProblem("has \(bytes.count) bytes, more than \(byteLimit)", hints: ["split it"])
    }
    var text = try CSVEncoding.utf8(bytes)
    let named = Self.namedSeparator(&text)
    let chosen = separator ?? named ?? guess(text)
    var reading = CSVRowReading(text, separator: chosen.rawValue)
    var rows = try reading.rows()
    if named != nil { for index in rows.indices { rows[index].line += 1 } }
    return CSVDocument(rows: rows, separator: chosen, problems: widths(rows[...]))
  }

  /// Excel takes a first line `sep=;` as a word to itself.
  private static func namedSeparator(_ text: inout [UInt8]) -> CSVDocument.Separator? {
    let mark = Array("sep=".utf8)
    guard text.count > 5, text.prefix(4).elementsEqual(mark),
      let separator = CSVDocument.Separator(rawValue: text[4]), text[5] == 0x0D || text[5] == 0x0A
    else { return nil }
    text.removeFirst(text[5] == 0x0D && text.count > 6 && text[6] == 0x0A ? 7 : 6)
    return separator
  }

  /// The one that the first row with any of them has most of, outside quotes: a title above the
  /// headers may have none.
  private static func guess(_ text: [UInt8]) -> CSVDocument.Separator {
    let all = CSVDocument.Separator.allCases
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if !counts.isEmpty { break }
      } else if all.contains(where: { $0.rawValue == byte }) {
        counts[byte, default: 0] += 1
      }
    }
    let most = all.map { counts[$0.rawValue] ?? 0 }.max() ?? 0
    return all.first { (counts[$0.rawValue] ?? 0) == most } ?? .comma
  }

  static func widths(_ rows: ArraySlice<CSVDocument.Row>) -> [CSVProblem] {
    guard let first = rows.first else { return [] }
    let width = first.fields.count
    let name = first.line == 1 ? "the first row" : "the row of line \(first.line)"
    return rows.dropFirst().compactMap { row in
      guard row.fields.count != width else { return nil }
      // Spreadsheets leave out empty fields at the end, or add some.
      if row.fields.count > width, row.fields.dropFirst(width).allSatisfy(\.isEmpty) { return nil }
      return CSVProblem(
        line: row.line, column: min(row.fields.count, width + 1),
        "has \(row.fields.count) fields, but \(name) has \(width)",
        hints: [
          row.fields.count > width
            ? "a field with a separator in it needs quotes around it"
            : "is a separator missing, or a quote not closed?"
        ])
    }
  }
}
