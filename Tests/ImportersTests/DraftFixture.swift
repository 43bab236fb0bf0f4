import ControlModel

/// The call for views in own words, with the draft's published titles, which ship in the catalog:
/// chapters before and behind the draft, questions with numbers, roles that the Code no longer has.
enum DraftFixture {
  /// Clauses take several lines in print.
  private static let long =
    "To be of use to those who build a thing, to those who run it and to those who live with it, "
    + "and to be so for as long as it is there, which may be longer than anybody thinks, the words "
    + "of this clause go on over more than one line, and over more than two, as clauses like to do."

  /// The lines of a plain text.
  static func lines() throws -> [String] {
    let catalog = try SiteReading.catalog("dsit-ai-cop-draft-2024")
    var lines = [
      "A call for views on the cyber security of AI", "Executive summary",
      "People were asked what they think.", "1.1 A number of the introduction.", "Annex",
    ]
    for group in catalog.groups {
      lines.append(group.title)
      for principle in catalog.controls where principle.parent == group.id.rawValue {
        let number = principle.id.rawValue.dropFirst()
        lines += [
          "Principle \(number): \(principle.title)",
          "Primarily applies to: System Operators, Developers and Data Controllers",
          "[AAA 2022, BBB 2023]",
          "\(number).1. \(long) Developers shall do the first thing of \(number).",
          "\(number).1.1 \(long) They should do it well.",
          "\(number).2. \(long) System Operators should think about \(number).",
        ]
      }
    }
    return lines + ["Annex B: Questions", "1.1 Do you agree?", "1.2 Why?"]
  }

  static func text() throws -> String { try lines().joined(separator: "\n\n") }

  /// GOV.UK's page.
  static func html() throws -> String {
    let blocks = try lines().map { line in
      if line.hasPrefix("Principle ") { return "<h4>\(line)</h4>" }
      if line.hasPrefix("Secure ") { return "<h3>\(line)</h3>" }
      if line.hasPrefix("A call") || line.hasPrefix("Annex") || line.hasPrefix("Exec") {
        return "<h2>\(line)</h2>"
      }
      return "<p>\(line)</p>"
    }
    return "<div class=\"govspeak\">" + blocks.joined(separator: "\n") + "</div>"
  }
}
