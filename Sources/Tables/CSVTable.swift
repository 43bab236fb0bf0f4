/// A table that becomes CSV as RFC 4180 has it: commas, CRLF, quotes doubled, UTF-8.
public struct CSVTable: Sendable {
  /// A cell, by how it has to be protected.
  public enum Cell: Sendable, Hashable {
    /// Text of any origin; what a spreadsheet could run is neutralised.
    case text(String)
    /// An id; kept from becoming a number or a date.
    case id(String)
    /// A number that a spreadsheet should read as one; 4 decimals at most.
    case number(Double)
    /// A whole number.
    case count(Int)
    /// Nothing.
    case empty
  }

  private var bytes: [UInt8] = []
  /// How many columns each row has.
  public let width: Int

  /// Starts a table with its header.
  public init(_ header: [Cell]) {
    width = header.count
    append(header)
  }

  /// The file of a header and its rows.
  public static func encoded(
    _ header: [Cell], _ rows: [[Cell]], forExcel: Bool = false
  ) -> [UInt8] {
    var table = CSVTable(header)
    for row in rows { table.append(row) }
    return table.encoded(forExcel: forExcel)
  }

  /// Starts a table whose header is plain names.
  public init(_ header: [String]) { self.init(header.map { .text($0) }) }

  /// Adds a row; rows that are too short are filled up.
  public mutating func append(_ row: [Cell]) {
    for position in 0..<width {
      if position > 0 { bytes.append(0x2C) }
      append(position < row.count ? row[position] : .empty)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// The file.
  ///
  /// - Parameter forExcel: with the byte-order mark without which Excel takes UTF-8 for something
  ///   else.
  public func encoded(forExcel: Bool = false) -> [UInt8] {
    forExcel ? [0xEF, 0xBB, 0xBF] + bytes : bytes
  }

  private mutating func append(_ cell: Cell) {
    switch cell {
    case .text(let text): appendField(SpreadsheetText.neutralised(text))
    case .id(let id): appendField(SpreadsheetText.identifier(id))
    case .number(let number): bytes.append(contentsOf: Self.decimal(number).utf8)
    case .count(let count): bytes.append(contentsOf: String(count).utf8)
    case .empty: break
    }
  }

  private mutating func appendField(_ text: String) {
    // Semicolons and tabs separate cells in some countries and programs.
    let needsQuotes = text.utf8.contains { byte in
      byte == 0x2C || byte == 0x22 || byte == 0x0D || byte == 0x0A || byte == 0x3B || byte == 0x09
    }
    guard needsQuotes || text.first == " " || text.last == " " else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// At most four decimals, without trailing zeros; what is below 1 never rounds up to 1, and
  /// what is above 0 never down to 0.
  public static func decimal(_ number: Double) -> String {
    var units = Int((number * 10_000).rounded())
    if units == 10_000, number < 1 { units = 9_999 }
    if units == 0, number > 0 { units = 1 }
    let sign = units < 0 ? "-" : ""
    let whole = abs(units) / 10_000
    var fraction = String(abs(units) % 10_000 + 10_000).dropFirst()
    while fraction.last == "0" { fraction = fraction.dropLast() }
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }
}
