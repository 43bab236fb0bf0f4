/// A circle of ids in words.
enum CircleText {
  /// The ids, those in the middle left out where there are many.
  static func text(_ circle: some Collection<String>, joinedBy words: String) -> String {
    guard circle.count > 8 else { return circle.joined(separator: words) }
    let start = circle.prefix(4).joined(separator: words)
    let end = circle.suffix(2).joined(separator: words)
    return "\(start)\(words)… (\(circle.count - 1) in all)\(words)\(end)"
  }
}
