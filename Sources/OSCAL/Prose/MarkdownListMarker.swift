/// What starts an item of a list: `-`, `*`, `+`, `1.`, `1)`, with the blanks around it.
struct MarkdownListMarker {
  /// Columns up to the item's text.
  let width: Int
  /// The number of an ordered item.
  let number: Int?

  init?(_ line: ArraySlice<UInt8>) {
    let indentation = line.prefix { $0 == 0x20 }.count
    var rest = line.dropFirst(indentation)
    guard indentation < 8, let first = rest.first else { return nil }
    if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
      number = nil
      rest = rest.dropFirst()
    } else {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...9).contains(digits.count) else { return nil }
      number = Int(String(decoding: digits, as: UTF8.self))
      rest = rest.dropFirst(digits.count)
      guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") else { return nil }
      rest = rest.dropFirst()
    }
    let blanks = rest.prefix { $0 == 0x20 }.count
    guard blanks > 0 || rest.isEmpty else { return nil }
    width = line.count - rest.count + min(max(blanks, 1), 4)
  }
}
