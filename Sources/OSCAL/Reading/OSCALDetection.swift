/// Tells from the first bytes of a file whether it is a document of OSCAL, and in which form.
public struct OSCALDetection: Sendable, Hashable {
  /// How it is written.
  public let form: OSCALForm
  /// The root element: `catalog`, `profile`, `mapping-collection`, or a model that is not read.
  public let root: String

  private static let roots = OSCALSchema.roots.map(\.element) + OSCALSchema.otherRoots
  /// Comments and instructions may go before the root element.
  private static let reach = 16_384

  /// Looks at the start of a file; nil: it is none.
  public init?(_ bytes: [UInt8]) {
    // Blanks and the mark of the order of bytes.
    let head = bytes.prefix(Self.reach).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    switch head.first {
    case UInt8(ascii: "<"): self.init(xml: String(decoding: head, as: UTF8.self)[...])
    case UInt8(ascii: "{"): self.init(json: String(decoding: head, as: UTF8.self)[...])
    default: self.init(yaml: head)
    }
  }

  private init?(xml text: Substring) {
    var rest = text
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      let end: String
      if rest.hasPrefix("<!--") {
        end = "-->"
      } else if rest.hasPrefix("<?") {
        end = "?>"
      } else if rest.hasPrefix("<!") {
        end = ">"
      } else {
        break
      }
      guard let range = rest.firstRange(of: end) else { return nil }
      rest = rest[range.upperBound...]
    }
    let tag = rest.dropFirst().prefix { $0 != ">" }
    let name = tag.prefix { !$0.isWhitespace && $0 != "/" }.split(separator: ":").last ?? ""
    guard Self.roots.contains(String(name)) else { return nil }
    // Other formats have a <catalog> too: the name alone says little.
    guard Self.hasNamespace(tag) else { return nil }
    form = .xml
    root = String(name)
  }

  private static func hasNamespace(_ tag: Substring) -> Bool {
    let sign = "csrc.nist.gov/ns/oscal"
    var rest = tag.utf8
    while let start = rest.firstIndex(of: UInt8(ascii: "c")) {
      rest = rest[start...]
      if rest.starts(with: sign.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private init?(json text: Substring) {
    var rest = text.dropFirst()
    /// The next string in quotes; nil when something else comes.
    func string() -> Substring? {
      rest = rest.drop { $0.isWhitespace || $0 == ":" || $0 == "," }
      guard rest.first == "\"" else { return nil }
      let value = rest.dropFirst().prefix { $0 != "\"" }
      rest = rest[value.endIndex...].dropFirst()
      return value
    }
    var key = string()
    if key == "$schema" {
      _ = string()
      key = string()
    }
    guard let key, Self.roots.contains(String(key)) else { return nil }
    form = .json
    root = String(key)
  }

  /// Looks at the first line that says something, and makes no more of it than that into text: the
  /// file may be anything.
  private init?(yaml bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
      let line = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[end...].dropFirst()
      guard !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix("---"), !line.hasPrefix("%"),
        !line.hasPrefix("$schema"), !line.hasPrefix("\"$schema\""), !line.hasPrefix("'$schema'")
      else { continue }
      let name = line.prefix { $0 != ":" }.filter { $0 != "\"" && $0 != "'" }
      let value = line.dropFirst(line.prefix { $0 != ":" }.count + 1)
        .drop { $0.isWhitespace }
      guard Self.roots.contains(name),
        value.isEmpty || value.hasPrefix("#") || value.hasPrefix("{")
      else { return nil }
      form = .yaml
      root = name
      return
    }
    return nil
  }
}
