/// A place in a sheet, counted from 1: `C12` is column 3, row 12.
public struct CellAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// From 1, at most 16,384.
  public let column: Int
  /// From 1, at most 1,048,576.
  public let row: Int

  /// Makes an address.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads `C12`, with or without dollar signs; nil when it is none.
  public init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(column: column, row: row)
  }

  /// The letters of a column: 1 is `A`, 28 is `AB`.
  public static func letters(of column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// `C12`
  public var description: String { Self.letters(of: column) + "\(row)" }

  /// Orders by row, then by column.
  public static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
