/// Finds a URN among those of a framework, also where it is written as an older converter of the
/// tool wrote it: with characters that the newer one replaces by `_`.
struct URNLookup {
  private let known: Set<LibraryURN>
  /// By what stays the same whatever is replaced; none where two of them share it.
  private let loosely: [[UInt8]: LibraryURN?]

  init(_ urns: some Sequence<LibraryURN>) {
    known = Set(urns)
    loosely = Dictionary(
      known.map { (Self.key($0), $0) }, uniquingKeysWith: { _, _ in LibraryURN?.none })
  }

  /// The URN that is meant: the same one, else the only one that differs in replaced characters.
  func find(_ urn: LibraryURN) -> LibraryURN? {
    known.contains(urn) ? urn : loosely[Self.key(urn)] ?? nil
  }

  /// `urn` with one `_` for each run of characters that a converter replaces, or drops.
  private static func key(_ urn: LibraryURN) -> [UInt8] {
    var key: [UInt8] = []
    for scalar in urn.text.unicodeScalars {
      let isKept =
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        || ["-", ".", "[", "]", "(", ")", ":"].contains(scalar)
      if isKept {
        key.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if scalar == " " {
        key.append(UInt8(ascii: "-"))
      } else if key.last != UInt8(ascii: "_") {
        key.append(UInt8(ascii: "_"))
      }
    }
    return key
  }
}
