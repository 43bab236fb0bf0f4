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
    let head = String(decoding: bytes.prefix(Self.reach), as: UTF8.self)
    let text = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    switch text.first {
    case "<": self.init(xml: text)
    case "{": self.init(json: text)
    default: self.init(yaml: text)
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
    guard tag.contains("csrc.nist.gov/ns/oscal") else { return nil }
    form = .xml
    root = String(name)
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

  private init?(yaml text: Substring) {
    for line in text.split(whereSeparator: \.isNewline) {
      guard !line.hasPrefix("#"), !line.hasPrefix("---"), !line.hasPrefix("%"),
        !line.hasPrefix("$schema"), !line.hasPrefix("\"$schema\""), !line.hasPrefix("'$schema'")
      else { continue }
      let name = line.prefix { $0 != ":" }.filter { $0 != "\"" && $0 != "'" }
      let rest = line.dropFirst(line.prefix { $0 != ":" }.count + 1)
        .drop { $0.isWhitespace }
      guard Self.roots.contains(name), rest.isEmpty || rest.hasPrefix("#") || rest.hasPrefix("{")
      else { return nil }
      form = .yaml
      root = name
      return
    }
    return nil
  }
}
