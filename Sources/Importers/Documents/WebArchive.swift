/// Web pages that a browser saved in one file (MHTML): a mail whose parts are the page, its styles
/// and its pictures.
enum WebArchive {
  /// Parts that are looked at for the page; browsers put it first.
  private static let partLimit = 1_000

  /// Whether bytes are such a file.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
    let lowered = head.lowercased()
    return lowered.contains("mime-version:") && head.first != "<"
      && (lowered.contains("multipart/related") || lowered.contains("saved by blink"))
  }

  /// The page: the first part in HTML, decoded; nil for other files, and where there is none.
  static func page(in bytes: [UInt8]) -> [UInt8]? {
    guard isArchive(bytes) else { return nil }
    let mail = part(bytes[...])
    guard let boundary = parameter("boundary", of: mail.fields["content-type"] ?? "") else {
      return nil
    }
    var rest = mail.content
    for _ in 0..<partLimit {
      guard let (inner, after) = next(in: rest, Array("--\(boundary)".utf8)) else { break }
      rest = after
      let part = part(inner)
      guard part.fields["content-type"]?.lowercased().hasPrefix("text/html") == true else {
        continue
      }
      let page = decoded(part.content, part.fields["content-transfer-encoding"] ?? "")
      let first = page.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
      // Nothing else: a mail in the mail would be opened without end.
      return first == UInt8(ascii: "<") ? page : nil
    }
    return nil
  }

  /// What stands up to the next boundary, and what comes after it. What stands before the first
  /// one has no fields, so that it is passed over.
  private static func next(
    in bytes: ArraySlice<UInt8>, _ boundary: [UInt8]
  ) -> (part: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    guard !bytes.isEmpty else { return nil }
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      if bytes[start..<end].starts(with: boundary) { return (bytes[..<start], bytes[end...]) }
      start = end
    }
    return (bytes, [])
  }

  /// The fields above the first empty line, by their names in small letters, and what is below.
  private static func part(
    _ bytes: ArraySlice<UInt8>
  ) -> (fields: [String: String], content: ArraySlice<UInt8>) {
    var fields: [String: String] = [:]
    var name = ""
    var start = bytes.startIndex
    while start < bytes.endIndex, fields.count < 100 {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      let line = String(decoding: bytes[start..<end].prefix(1000), as: UTF8.self)
      start = end
      let text = FoldedText.fold(line)
      if text.isEmpty { return (fields, bytes[start...]) }
      if line.first?.isWhitespace == true {
        fields[name, default: ""] += " " + text
      } else if let colon = text.firstIndex(of: ":") {
        name = text[..<colon].lowercased()
        fields[name] = FoldedText.fold(text[text.index(after: colon)...])
      }
    }
    return (fields, bytes[start...])
  }

  /// `boundary="x"` in a field.
  private static func parameter(_ name: String, of field: String) -> String? {
    let value = field.split(separator: ";").map { FoldedText.fold($0) }
      .first { $0.lowercased().hasPrefix("\(name)=") }?.dropFirst(name.count + 1)
    guard let value else { return nil }
    let inner = value.first == "\"" ? value.dropFirst().prefix { $0 != "\"" } : value
    return inner.isEmpty ? nil : String(inner)
  }

  /// The content as it was before it was encoded for mail; not more than is read of a page.
  private static func decoded(_ content: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding.lowercased() {
    case "quoted-printable": quotedPrintable(Array(content))
    case "base64": base64(Array(content))
    default: Array(content)
    }
  }

  private static func quotedPrintable(_ content: [UInt8]) -> [UInt8] {
    func byte(_ index: Int) -> UInt8 { index < content.count ? content[index] : 0 }
    var result: [UInt8] = []
    var index = 0
    while index < content.count, result.count <= SourceDocument.textLimit {
      if content[index] != UInt8(ascii: "=") {
        result.append(content[index])
        index += 1
      } else if byte(index + 1) == 0x0A {
        index += 2
      } else if byte(index + 1) == 0x0D {
        index += byte(index + 2) == 0x0A ? 3 : 2
      } else if let high = digit(byte(index + 1)), let low = digit(byte(index + 2)) {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(content[index])
        index += 1
      }
    }
    return result
  }

  private static func digit(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 0x30...0x39: letter - 0x30
    case 0x41...0x46, 0x61...0x66: (letter | 0x20) - 0x61 + 10
    default: nil
    }
  }

  private static func base64(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in content where result.count <= SourceDocument.textLimit {
      guard let value = sixBits(byte) else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return result
  }

  private static func sixBits(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 0x41...0x5A: letter - 0x41
    case 0x61...0x7A: letter - 0x61 + 26
    case 0x30...0x39: letter - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
