/// Eight bytes of text in which nothing has to be looked at: no `<`, no `&`, no control character.
struct PlainWord {
  private let word: UInt64

  /// Takes the eight bytes from `index` on; nil when there are not so many, or one needs a look.
  ///
  /// Now and then it is nil where none does, because of the bytes beside it; that costs time only.
  init?(_ bytes: [UInt8], at index: Int) {
    guard bytes.count - index >= 8 else { return nil }
    let raw = unsafe bytes.span.bytes
    let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    /// A high bit for each byte that is zero.
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let controls = (word &- ones &* 0x20) & ~word
    let marks =
      zeros(word ^ (ones &* UInt64(UInt8(ascii: "<"))))
      | zeros(word ^ (ones &* UInt64(UInt8(ascii: "&"))))
    guard (controls | marks) & highBits == 0 else { return nil }
    self.word = word
  }

  /// Whether all of them are blanks.
  var isBlank: Bool { word == 0x2020_2020_2020_2020 }
}
