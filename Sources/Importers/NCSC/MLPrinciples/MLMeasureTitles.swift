/// The headings that NCSC prints over the measures of each principle, in order.
///
/// A plain text shows no type: these lines open measures in it, whatever room stands around them.
enum MLMeasureTitles {
  /// Titles by the number of the principle.
  static let print: [String: [String]] = [
    "1.1": [
      "Provide guidance on the unique security risks facing AI systems",
      "Enable and encourage a security-centred culture",
    ],
    "1.2": [
      "Create a high-level threat model for the ML system",
      "Model wider system behaviours",
    ],
    "1.3": [
      "Develop a process to review information for public release",
      "Brief the risks to non-technical staff",
    ],
    "1.4": [
      "Implement red teaming",
      "Consider automated testing",
    ],
    "2.1": [
      "Verify any third-party inputs are from sources you trust",
      "Use untrusted data only as a last resort",
      "Consider using synthetic data or limited data",
      "Reduce the risk of insider attacks on datasets from intentional mislabelling",
    ],
    "2.2": [
      "Follow cyber security best practice and recognised IT security standards",
      "Use secure software development practices",
      "Be aware of legal and regulatory requirements",
    ],
    "2.3": [
      "Use version-control tools to track and control changes to your software, dataset and "
        + "resulting model",
      "Use a standard solution for documenting and tracking your models and data",
      "Track dataset metadata in a format that is readable by humans and can be "
        + "processed/parsed by a computer",
      "Track model metadata in a format that is readable by humans and can be "
        + "processed/parsed by a computer",
      "Ensure each dataset and model has an owner",
    ],
    "2.4": [
      "Consider a range of model types on your data",
      "Consider supply chain security when choosing whether to develop in house or use "
        + "external components",
      "Review the size and quality of your dataset against your requirements",
      "Consider pruning and simplifying your model during the development process",
    ],
    "3.1": [
      "Ensure your model is appropriately protected for your security requirements",
      "Use access controls across different levels of detail from model outputs",
    ],
    "3.2": [
      "Consider automated monitoring of user activity and logs"
    ],
    "4.1": [
      "Develop effective MLOps so performance targets are achieved before an updated model "
        + "goes into production",
      "Consider using a pipeline architecture with checkpoints for testing",
      "Capture updates to datasets and models in their associated metadata",
      "Consider processing data and training locally",
    ],
    "4.2": [
      "Implement tracking and filtering of data",
      "Implement out of distribution detection on model inputs",
      "Use appropriate techniques to anonymise user data",
    ],
    "4.3": [
      "Develop a vulnerability disclosure process for your system and organisation",
      "Develop a process for responsibly sharing relevant threat intelligence",
      "Report incidents to relevant stakeholders and authorities",
    ],
    "5.1": [
      "Decommission assets using destruction or archiving methods"
    ],
    "5.2": [
      "Responsibly share relevant threat intelligence and lessons learned",
      "Use a knowledge management system to identify, organise, store and share information "
        + "relating to the lessons learned",
    ],
  ]

  /// Lines that the longest title takes in a text.
  static let lineLimit = 3
  /// Bytes of a line that may belong to a title.
  static let lengthLimit = 140

  private static let places: [String: [String: Int]] = print.mapValues { titles in
    Dictionary(
      titles.enumerated().map { (SquashedText.squash($1), $0 + 1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of a title among the measures of a principle, from 1; nil for other text. Blanks that
  /// a converter lost or put into a word do not matter.
  static func place(of title: String, in principle: String) -> Int? {
    guard let places = places[principle] else { return nil }
    return places[SquashedText.squash(title)]
  }

  /// A known title as it is printed.
  static func title(_ text: String, in principle: String) -> String? {
    place(of: text, in: principle).flatMap { print[principle]?[$0 - 1] }
  }

  /// The number of a measure behind so many others of its principle: the printed place of a known
  /// title, so that what is missing between the two moves no id; else the next.
  static func number(of title: String, in principle: String, after measures: Int) -> Int {
    max(place(of: title, in: principle) ?? 0, measures + 1)
  }
}
