internal import Diagnostics
internal import FoundationEssentials

/// A document that an import may lead to.
struct ImportReference {
  /// Its path, relative to the folder of the first profile; of a document that stands in the
  /// profile itself, the profile's with `#` and the uuid of the resource.
  let path: String
  /// The document, if it stands in the profile.
  private let base64: OSCALBase64?

  /// What an import may mean, best first: the file that it names, or the files of the resource that
  /// it names with `#uuid`, and then what stands in that resource.
  static func candidates(
    of href: String, in profile: OSCALProfile, at path: String
  ) -> [ImportReference] {
    guard href.hasPrefix("#") else {
      return href.isEmpty ? [] : files(href, at: path)
    }
    let id = href.dropFirst()
    let resources = profile.backMatter?.resources ?? []
    guard let resource = resources.first(where: { $0.uuid == id }) else { return [] }
    var candidates = resource.rlinks.flatMap { files($0.href, at: path) }
    if let base64 = resource.base64 {
      candidates.append(ImportReference(path: "\(path)#\(resource.uuid)", base64: base64))
    }
    return candidates
  }

  /// The file that a reference names; `%20` in it stands for a blank, unless a file is called so.
  private static func files(_ href: String, at path: String) -> [ImportReference] {
    let written = joined(path, href)
    let meant = decoded(written)
    return (meant == written ? [written] : [meant, written]).map {
      ImportReference(path: $0, base64: nil)
    }
  }

  /// A text with `%20` and the like as what they stand for; as it is where that is no text.
  private static func decoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), code > 0x1F
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// The document, from the profile itself or else from where files come from.
  func document(from source: ProfileResolver.Source) throws(Refusal) -> OSCALDocument {
    guard let base64 else { return try source(path) }
    guard let data = Data(base64Encoded: base64.value, options: .ignoreUnknownCharacters) else {
      throw Refusal("oscal-base64", "is not Base64", at: SourceLocation(file: path))
    }
    return try OSCALReader.read(Array(data), file: path).document
  }

  /// `href` as seen from the folder of `base`, without `.` and `..` as far as they go away.
  private static func joined(_ base: String, _ href: String) -> String {
    guard !href.contains("://"), !href.hasPrefix("/") else { return href }
    let folder = base.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let bare = href.prefix { $0 != "#" && $0 != "?" }
    var parts: [Substring] = []
    for part in folder + bare.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..":
        if let last = parts.last, last != "..", !last.isEmpty {
          parts.removeLast()
        } else {
          parts.append(part)
        }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
