/// What a file is that is of none of the forms that are read, told from its bytes: for the message
/// what it is and what to do with it.
struct ForeignFile: Hashable {
  /// A phrase that completes "is …".
  var name: String
  /// What to do.
  var hint: String

  private init(_ name: String, _ hint: String) {
    self.name = name
    self.hint = hint
  }

  /// Tells a file; nil when nothing is known of its bytes.
  init?(_ bytes: [UInt8]) {
    if let text = Self.ofText(bytes) {
      self = text
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = Self.ofCompound(bytes)
    } else if let known = Self.signs.first(where: { bytes.starts(with: $0.bytes) }) {
      self = known.file
    } else {
      return nil
    }
  }

  private static let picture = ForeignFile(
    "a picture, which has no text", "get the document as text or PDF from its publisher")
  private static let packed = ForeignFile(
    "a packed file", "unpack it, and import the document that is in it")

  private static let signs: [(bytes: [UInt8], file: ForeignFile)] = [
    (
      Array("bplist00".utf8),
      ForeignFile(
        "a web archive of Safari or another property list",
        "save the page as its source (HTML), or print it to PDF")
    ),
    ([0x89, 0x50, 0x4E, 0x47], picture), ([0xFF, 0xD8, 0xFF], picture),
    (Array("GIF8".utf8), picture), (Array("II*\0".utf8), picture), (Array("MM\0*".utf8), picture),
    ([0x1F, 0x8B], packed), (Array("BZh".utf8), packed), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], packed),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], packed), (Array("Rar!".utf8), packed),
    ([0x28, 0xB5, 0x2F, 0xFD], packed),
    (
      Array("%!PS".utf8),
      ForeignFile("a PostScript file", "make a PDF of it: ps2pdf FILE.ps FILE.pdf")
    ),
    (
      [0xFF, 0xFE, 0, 0],
      ForeignFile("a text in UTF-32, which is not read", "save it again as UTF-8")
    ),
    (
      [0, 0, 0xFE, 0xFF],
      ForeignFile("a text in UTF-32, which is not read", "save it again as UTF-8")
    ),
  ]

  /// Files of letters that are no documents.
  private static func ofText(_ bytes: [UInt8]) -> ForeignFile? {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
    if head.hasPrefix("{\\rtf") {
      return ForeignFile(
        "a text in RTF, which no importer reads",
        "save it as ODT or PDF: soffice --headless --convert-to odt FILE")
    }
    if head.hasPrefix("version https://git-lfs.github.com/spec/") {
      return ForeignFile(
        "a pointer of Git LFS, not the file that it stands for", "fetch that one: git lfs pull")
    }
    if WebArchive.isArchive(bytes) {
      return ForeignFile(
        "a web page in one file (MHTML), in which no page was found",
        "save the page again as 'Web page, HTML only', or print it to PDF")
    }
    return nil
  }

  /// Microsoft's compound files: Office before 2007, and behind a password to this day.
  private static func ofCompound(_ bytes: [UInt8]) -> ForeignFile {
    func holds(_ name: String) -> Bool {
      let wanted = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      return ByteSearch.first(wanted, in: bytes.span, from: 0) != nil
    }
    if holds("EncryptedPackage") {
      return ForeignFile(
        "an Office file behind a password", "open it in its program, and save it without one")
    }
    if holds("WordDocument") {
      return ForeignFile(
        "a text of Word before 2007 (DOC)",
        "save it as ODT or PDF: soffice --headless --convert-to odt FILE")
    }
    if holds("Workbook") || holds("Book") {
      return ForeignFile(
        "a workbook of Excel before 2007 (XLS)",
        "save it as XLSX or CSV: soffice --headless --convert-to xlsx FILE")
    }
    return ForeignFile(
      "a file of Office before 2007", "save it in a newer form: XLSX, CSV, ODT or PDF")
  }
}
