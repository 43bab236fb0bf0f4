/// The labels of measures as tables 6.1 to 6.5 print them, in front of appendix B, where each opens
/// the text of its measure.
struct MeasureLabels {
  /// Squashed texts of one to three lines.
  private var texts: Set<String> = []
  /// The same, each without one of its words: what labels that differ by a word have in common.
  private var nearTexts: Set<String> = []

  /// Lines of the tables of chapter 6, and some more.
  private static let nearLimit = 2000

  init(_ lines: some BidirectionalCollection<PagedLine>) {
    guard let first = lines.firstIndex(where: Self.isCaption) else { return }
    let end = lines[first...].firstIndex(where: Self.opensAppendixA) ?? lines.endIndex
    var recent: [String] = []
    for line in lines[first..<end] where line.role == .body {
      let text = BulletMark.split(line.text)?.rest ?? line.text
      guard !text.isEmpty else { continue }
      recent.append(text.utf8.count < 120 ? SquashedText.squash(text) : "")
      if recent.count > 3 { recent.removeFirst() }
      for start in recent.indices where !recent[start].isEmpty {
        let joined = recent[start...].joined()
        if joined.utf8.count >= 6 { texts.insert(joined) }
      }
    }
    addNearTexts(lines[first..<end].prefix(Self.nearLimit))
  }

  private mutating func addNearTexts(_ lines: some Collection<PagedLine>) {
    var recent: [[Substring]] = []
    for line in lines where line.role == .body && line.text.utf8.count < 120 {
      let text = BulletMark.split(line.text)?.rest ?? line.text
      guard !text.isEmpty else { continue }
      recent.append(text.split(separator: " "))
      if recent.count > 3 { recent.removeFirst() }
      for start in recent.indices {
        nearTexts.formUnion(Self.near(recent[start...].flatMap(\.self)))
      }
    }
  }

  /// Words of a label without one of them, each way.
  private static func near(_ words: [Substring]) -> [String] {
    guard (4...14).contains(words.count) else { return [] }
    return words.indices.map { left in
      SquashedText.squash(
        words.indices.filter { $0 != left }.map { words[$0] }.joined(separator: " "))
    }
  }

  /// Whether the text of a line, which may go on in the next, opens with a label as its first
  /// sentence, or is one.
  ///
  /// - Parameter isNear: whether the label may differ from the table's by a word, or be that of the
  ///   gold image, which the table does not have.
  func opens(_ text: String, next: String?, isNear: Bool = false) -> Bool {
    guard !texts.isEmpty, text.first?.isUppercase == true || text.first?.isNumber == true else {
      return false
    }
    let holds = isNear ? self.holdsNear : self.holds
    if holds(Self.label(of: text)) || holds(Self.sentence(of: text)) { return true }
    guard let next, text.utf8.count < 200, !text.contains(". ") else { return false }
    var joined = text
    LineJoining.append(String(next.prefix(200)), to: &joined)
    return [Self.label(of: joined), Self.sentence(of: joined)].contains {
      $0.utf8.count > text.utf8.count && holds($0)
    }
  }

  private func holds(_ label: String) -> Bool {
    label.utf8.count < 200 && texts.contains(SquashedText.squash(label))
  }

  private func holdsNear(_ label: String) -> Bool {
    guard label.utf8.count < 200 else { return false }
    if holds(label) || Self.namesGoldImage(label) { return true }
    let near = Self.near(label.split(separator: " "))
    return nearTexts.contains(SquashedText.squash(label))
      || near.contains { nearTexts.contains($0) || texts.contains($0) }
  }

  /// Whether a text speaks of the image that integrity is checked against.
  static func namesGoldImage(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["gold image", "gold-image", "golden image"].contains { text.contains($0) }
  }

  private static func opensAppendixA(_ line: PagedLine) -> Bool {
    let text = line.text
    guard text.utf8.count < 80, !text.contains("..") else { return false }
    let squashed = SquashedText.squash(text)
    return squashed == "appendixa" || squashed.hasSuffix("detailedlistofattackvectors")
  }

  private static func isCaption(_ line: PagedLine) -> Bool {
    line.role == .body && line.text.utf8.count < 120 && !line.text.contains("..")
      && ReportSigns.behindTable(line.text)?.hasPrefix("6.") == true
  }

  /// The bold words at the start of a bullet, as far as its first sentence.
  static func label(of text: String) -> String {
    let label = sentence(of: text).prefix { $0 != ":" }
    return label.last == "." ? String(label.dropLast()) : String(label)
  }

  private static func sentence(of text: String) -> String {
    Sentences.split(String(text.prefix(400))).first ?? text
  }
}
