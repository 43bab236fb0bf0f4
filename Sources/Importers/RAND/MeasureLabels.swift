/// The labels of measures as tables 6.1 to 6.5 print them, in front of appendix B, where each opens
/// the text of its measure.
struct MeasureLabels {
  /// Squashed texts of one to three lines.
  private var texts: Set<String> = []

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
  }

  /// Whether the text of a line, which may go on in the next, opens with a label as its first
  /// sentence, or is one.
  func opens(_ text: String, next: String?) -> Bool {
    guard !texts.isEmpty, text.first?.isUppercase == true || text.first?.isNumber == true else {
      return false
    }
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
