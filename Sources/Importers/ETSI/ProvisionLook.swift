/// What lines of clause 5 look like that are neither headings nor provisions.
enum ProvisionLook {
  /// How a note opens: with its text beside the word, or below.
  enum NoteOpening {
    case alone
    case withText
  }

  /// Whether a line opens with `NOTE:`, `NOTE 2:` or `EXAMPLE:`; nil when not.
  static func noteOpening(_ text: String) -> NoteOpening? {
    for word in ["NOTE", "EXAMPLE"] where text.hasPrefix(word) {
      let rest = text.dropFirst(word.count).drop { $0 == " " || $0.isNumber }
      return rest.first == ":" ? (rest.count == 1 ? .alone : .withText) : nil
    }
    return nil
  }

  /// The text of a note, with a blank behind its opening, which stands close to the text in some
  /// prints; nil for other text. A converter may take a note for a point of a list.
  static func note(_ text: String) -> String? {
    let text = noteOpening(text) == nil ? BulletMark.split(text)?.rest ?? text : text
    guard noteOpening(text) != nil, let colon = text.firstIndex(of: ":") else { return nil }
    return FoldedText.fold(text[...colon] + " " + text[text.index(after: colon)...])
  }

  /// The references of a line that holds little else: `[i.7], [i.8] and [i.9].`
  static func references(in text: String) -> [String]? {
    guard text.contains("[i.") else { return nil }
    var found: [String] = []
    var rest = ""
    for part in text.split(separator: "[", omittingEmptySubsequences: false) {
      if let close = part.firstIndex(of: "]"), part.hasPrefix("i.") {
        found.append(String(part[..<close]))
        rest += part[part.index(after: close)...]
      } else {
        rest += part
      }
    }
    let letters = rest.filter(\.isLetter).count
    return letters <= 12 || letters <= 3 * found.count ? found : nil
  }

  /// A point of a list: a bullet, `a)`, `1)`, `i)`.
  static func isItem(_ text: String) -> Bool {
    if BulletMark.split(text) != nil { return true }
    let mark = text.prefix { $0.isLetter && $0.isLowercase || $0.isNumber }
    return (1...3).contains(mark.count) && text.dropFirst(mark.count).first == ")"
  }
}
