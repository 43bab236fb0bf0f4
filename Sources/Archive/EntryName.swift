/// Names that an entry may have: relative, below the archive's folder, the same on every system.
enum EntryName {
  /// Refuses a name that could lead elsewhere.
  static func check(_ bytes: some Collection<UInt8>) throws(ArchiveFailure) {
    let shown = printable(bytes)
    func refuse(_ why: String) -> ArchiveFailure {
      ArchiveFailure(
        .unsafeName, "has an entry \(why): '\(shown)'",
        hints: ["an archive by an ordinary program has no such names; do not trust it"])
    }
    if bytes.isEmpty {
      throw ArchiveFailure(.unsafeName, "has an entry without a name")
    }
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw refuse("with a control character in its name")
    }
    if bytes.contains(UInt8(ascii: "\\")) { throw refuse("with a backslash in its name") }
    if bytes.first == UInt8(ascii: "/") { throw refuse("with an absolute name") }
    if bytes.dropFirst().first == UInt8(ascii: ":") { throw refuse("on a drive of its own") }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.elementsEqual("..".utf8) || part.elementsEqual(".".utf8) {
        throw refuse("that leads out of its folder")
      }
      if part.isEmpty, index < parts.count - 1 { throw refuse("with an empty folder name") }
    }
  }

  /// The name for a message: at most 80 characters, nothing that does not show.
  static func printable(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(80), as: UTF8.self)
    var shown = ""
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      let isHidden = category == .control || category == .format
      shown.unicodeScalars.append(isHidden ? "\u{FFFD}" : scalar)
    }
    return bytes.count > 80 ? shown + "…" : shown
  }
}
