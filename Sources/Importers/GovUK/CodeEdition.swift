internal import ControlModel

/// The draft of the Code in the call for views of 2024, or the Code of 2025.
///
/// Both have principles of the same form, and half of their titles agree. The others tell them
/// apart; where none is known, the call for views says what it is in its first lines.
enum CodeEdition: Hashable {
  /// The call for views of May 2024.
  case draft
  /// January 2025.
  case final

  /// Titles that differ, by principle: of the draft, and of the Code.
  private static let titles: [String: (draft: String, final: String)] = [
    "P1": (
      "Raise staff awareness of threats and risks",
      "Raise awareness of AI security threats and risks"
    ),
    "P2": (
      "Design your system for security as well as functionality and performance",
      "Design your AI system for security as well as functionality and performance"
    ),
    "P3": (
      "Model the threats to your system",
      "Evaluate the threats and manage the risks to your AI system"
    ),
    "P4": (
      "Ensure decisions on user interactions are informed by AI-specific risks",
      "Enable human responsibility for AI systems"
    ),
    "P10": (
      "Communication and processes associated with end users",
      "Communication and processes associated with End-users and Affected Entities"
    ),
    "P11": (
      "Maintain regular security updates for AI model and systems",
      "Maintain regular security updates, patches and mitigations"
    ),
  ]

  /// Tells the edition of what was read, and principles that bear titles of the other one.
  static func told(
    by entries: [ImportedEntry], _ blocks: [TextBlock]
  ) -> (edition: CodeEdition, strangers: [String]) {
    var draft: [String] = []
    var final: [String] = []
    for entry in entries where entry.kind == .principle {
      let title = FoldedText.comparable(entry.title)
      if let known = titles[entry.id] {
        if title == FoldedText.comparable(known.draft) { draft.append(entry.id) }
        if title == FoldedText.comparable(known.final) { final.append(entry.id) }
      } else if entry.id == "P13" {
        final.append(entry.id)
      }
    }
    if draft.isEmpty, final.isEmpty { return (opensAsDraft(blocks) ? .draft : .final, []) }
    return draft.count > final.count ? (.draft, final) : (.final, draft)
  }

  private static func opensAsDraft(_ blocks: [TextBlock]) -> Bool {
    blocks.prefix(40).contains { block in
      let text = block.text.lowercased()
      return text.utf8.count < 200 && text.contains("call for views")
        && !text.contains("response")
    }
  }

  /// Whether it is another document that repeats the provisions: ETSI's standard, which numbers them
  /// anew, or the guide to carrying the Code out.
  static func isOther(_ blocks: [TextBlock]) -> Bool {
    blocks.contains { $0.text.hasPrefix("Provision 5.") }
      || blocks.prefix(40).contains {
        $0.text.utf8.count < 120 && $0.text.lowercased().hasPrefix("implementation guide")
      }
  }
}
