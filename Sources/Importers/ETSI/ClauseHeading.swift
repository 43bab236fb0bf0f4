/// A heading of clause 5: `5.1 Secure Design`, `5.1.1 Principle 1: Raise awareness …`.
struct ClauseHeading: Hashable {
  /// Two parts for a phase, three for a principle.
  let parts: [Int]
  /// The title without number and `Principle n:`; empty when it stands on the next line.
  let title: String

  /// `5.1.1`
  var id: String { parts.map(String.init).joined(separator: ".") }
  /// Whether it is a principle.
  var isPrinciple: Bool { parts.count == 3 }

  /// Reads a folded line that opens with a number of clause 5, or gives nil.
  init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "5"), text.utf8.count < 200 else { return nil }
    var rest = text[...]
    guard let parts = ProvisionNumber.parts(&rest), (2...3).contains(parts.count), parts[0] == 5,
      parts.dropFirst().allSatisfy({ (1...9).contains($0) }), rest.isEmpty || rest.first == " "
    else { return nil }
    self.parts = parts
    var title = FoldedText.fold(rest)
    if parts.count == 3, let open = Self.afterPrinciple(title) { title = open }
    // The contents print the page behind the title.
    guard !title.contains(". ."), !title.contains("...") else { return nil }
    guard title.isEmpty || title.first?.isUppercase == true else { return nil }
    self.title = title
  }

  private static func afterPrinciple(_ text: String) -> String? {
    guard text.prefix(10).lowercased() == "principle " else { return nil }
    let rest = text.dropFirst(10).drop { $0.isNumber }
    return FoldedText.fold(rest.drop { " :.–—-".contains($0) })
  }
}
