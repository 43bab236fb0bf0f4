/// A reader for RFC 4180 of its own, to check what is written: strict, and nothing but the grammar.
public enum CSVReading {
  /// What is wrong with a file.
  public struct Problem: Error, Equatable {
    /// In words.
    public let text: String
  }

  /// The rows of a file; every record has to end with CR LF.
  public static func rows(_ bytes: [UInt8]) throws(Problem) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var index = 0
    while index < bytes.count {
      var field: [UInt8] = []
      if bytes[index] == 0x22 {
        index += 1
        while true {
          guard index < bytes.count else { throw Problem(text: "a quote that does not end") }
          if bytes[index] == 0x22 {
            index += 1
            guard index < bytes.count, bytes[index] == 0x22 else { break }
          }
          field.append(bytes[index])
          index += 1
        }
      } else {
        while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0D {
          guard bytes[index] != 0x22, bytes[index] != 0x0A else {
            throw Problem(text: "a quote or a line feed in a plain field")
          }
          field.append(bytes[index])
          index += 1
        }
      }
      guard let text = String(validating: field, as: UTF8.self) else {
        throw Problem(text: "not UTF-8")
      }
      row.append(text)
      guard index < bytes.count else { throw Problem(text: "a record without an end") }
      if bytes[index] == 0x2C {
        index += 1
        // A comma before the end of a record opens one more empty field.
        if index < bytes.count, bytes[index] == 0x0D { row.append("") } else { continue }
      }
      guard bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
        throw Problem(text: "neither a comma nor CR LF after a field")
      }
      index += 2
      rows.append(row)
      row = []
    }
    return rows
  }
}
