/// An attribute of an element. Names come from here alone; values are escaped when they are
/// written. There is none for scripts, and a link leads nowhere but into its own page.
public struct Attribute: Sendable, Hashable {
  /// Its name.
  public let name: Name
  /// Its value; nil for one that is only there or not.
  public let value: String?

  /// The names that there are.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    case id, `class`, href, lang, title, role, type, name, value, placeholder, `for`, hidden
    case scope, colspan, tabindex, charset, content, autocomplete, spellcheck
    case httpEquiv = "http-equiv"
    case label = "aria-label"
    case isHidden = "aria-hidden"
    case live = "aria-live"
    case dataOwner = "data-owner"
    case dataValue = "data-value"
    case viewBox, width, height, x, y, rx, d, x1, x2, y1, y2
    case textAnchor = "text-anchor"
  }

  /// Makes an attribute that has a value.
  public init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }

  private init(flag name: Name) {
    self.name = name
    value = nil
  }

  /// `class`
  public static func `class`(_ names: String) -> Attribute { Attribute(.class, names) }
  /// `id`
  public static func id(_ id: String) -> Attribute { Attribute(.id, id) }
  /// `href` to an element of the same page.
  public static func link(to id: String) -> Attribute {
    Attribute(.href, "#" + Fragment.encoded(id))
  }
  /// `hidden`
  public static let hidden = Attribute(flag: .hidden)
  /// `aria-hidden`
  public static let decorative = Attribute(.isHidden, "true")
}

/// The part of an address behind `#`.
public enum Fragment {
  /// `text` with everything that has a meaning in an address as `%XX`.
  public static func encoded(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy(isSafe)
    guard !isPlain else { return text }
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if isSafe(byte) {
        encoded.append(byte)
      } else {
        encoded.append(0x25)
        encoded.append(digit(byte >> 4))
        encoded.append(digit(byte & 15))
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true  // digits and letters
    case 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: true  // - . / _ ~
    default: false
    }
  }
}
