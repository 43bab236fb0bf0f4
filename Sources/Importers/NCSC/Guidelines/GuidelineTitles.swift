/// The titles of the Guidelines' sections and guidelines, by the ids of the catalog.
///
/// A web page prints no numbers, and puts other headings between and behind the guidelines. To count
/// headings would give their text to the wrong ids; so only known titles open a guideline.
enum GuidelineTitles {
  /// Sections, by number.
  static let sections = [
    "1": "Secure design",
    "2": "Secure development",
    "3": "Secure deployment",
    "4": "Secure operation and maintenance",
  ]

  /// Guidelines.
  static let guidelines = [
    "1.1": "Raise staff awareness of threats and risks",
    "1.2": "Model the threats to your system",
    "1.3": "Design your system for security as well as functionality and performance",
    "1.4": "Consider security benefits and trade-offs when selecting your AI model",
    "2.1": "Secure your supply chain",
    "2.2": "Identify, track and protect your assets",
    "2.3": "Document your data, models and prompts",
    "2.4": "Manage your technical debt",
    "3.1": "Secure your infrastructure",
    "3.2": "Protect your model continuously",
    "3.3": "Develop incident management procedures",
    "3.4": "Release AI responsibly",
    "3.5": "Make it easy for users to do the right things",
    "4.1": "Monitor your system’s behaviour",
    "4.2": "Monitor your system’s inputs",
    "4.3": "Follow a secure by design approach to updates",
    "4.4": "Collect and share lessons learned",
  ]

  /// The number of the section that a heading names, with or without its number in print.
  static func section(_ heading: String) -> String? { HeadingLookup.sections.id(of: heading) }

  /// The id of the guideline that a heading names.
  static func guideline(_ heading: String) -> String? { HeadingLookup.guidelines.id(of: heading) }
}

extension HeadingLookup {
  fileprivate static let sections = HeadingLookup(GuidelineTitles.sections)
  fileprivate static let guidelines = HeadingLookup(GuidelineTitles.guidelines)
}
