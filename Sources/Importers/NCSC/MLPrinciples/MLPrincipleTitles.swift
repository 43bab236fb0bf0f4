/// The titles of the Machine learning principles' parts and principles, by their printed numbers,
/// for pages that leave the numbers out.
enum MLPrincipleTitles {
  /// Parts.
  static let parts = [
    "1": "Secure design",
    "2": "Secure development",
    "3": "Secure deployment",
    "4": "Secure operation",
    "5": "End of life",
  ]

  /// Principles.
  static let principles = [
    "1.1": "Raise awareness of ML threats and risks",
    "1.2": "Model the threats to your system",
    "1.3": "Minimise an adversary's knowledge",
    "1.4": "Analyse vulnerabilities against inherent ML threats",
    "2.1": "Secure your supply chain",
    "2.2": "Secure your development infrastructure",
    "2.3": "Manage the full life cycle of models and datasets",
    "2.4": "Choose a model that maximises security and performance",
    "3.1": "Protect information that could be used to attack your model",
    "3.2": "Monitor and log user activity",
    "4.1": "Understand and mitigate the risks of using continual learning (CL)",
    "4.2": "Appropriately sanitise inputs to your model in use",
    "4.3": "Develop incident and vulnerability management processes",
    "5.1": "Decommission your assets appropriately",
    "5.2": "Collate lessons learned and share with the community",
  ]

  /// How many goals each principle has.
  static let goals = [
    "1.1": 2, "1.2": 4, "1.3": 3, "1.4": 3, "2.1": 4, "2.2": 3, "2.3": 7, "2.4": 5, "3.1": 4,
    "3.2": 4, "4.1": 5, "4.2": 2, "4.3": 4, "5.1": 3, "5.2": 2,
  ]

  /// The number of the part that a heading names.
  static func part(_ heading: String) -> String? { HeadingLookup.parts.id(of: heading) }

  /// The number of the principle that a heading names.
  static func principle(_ heading: String) -> String? { HeadingLookup.principles.id(of: heading) }
}

extension HeadingLookup {
  fileprivate static let parts = HeadingLookup(MLPrincipleTitles.parts)
  fileprivate static let principles = HeadingLookup(MLPrincipleTitles.principles)
}
