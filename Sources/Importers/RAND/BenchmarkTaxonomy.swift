/// The headings of the benchmark systems in RAND RR-A2849-1, and the parts of ids that they give.
enum BenchmarkTaxonomy {
  /// A category with the subcategories under it.
  struct Category {
    let code: String
    let names: [String]
    let subcategories: [(code: String, name: String)]
  }

  /// In the order of the report. A category's further names are those of single levels.
  static let categories: [Category] = [
    Category(
      code: "IMPL", names: ["Implementation of Previous Security Levels"], subcategories: []),
    Category(
      code: "WS", names: ["Weight Security"],
      subcategories: [
        ("WS.STO", "Weight Storage"), ("WS.TRU", "Security During Transport and Use"),
        ("WS.PHY", "Physical Security"), ("WS.INT", "Permitted Interfaces"),
        ("WS.ACC", "Access Control"), ("WS.MON", "Monitoring"),
        ("WS.STD", "Standard Compliance"),
      ]),
    Category(
      code: "AM", names: ["AI Model Resilience"],
      subcategories: [("AM.ROB", "Model Robustness"), ("AM.ORA", "Oracle Protection")]),
    Category(
      code: "NA", names: ["Security of Network and Other (Nonweight) Sensitive Assets"],
      subcategories: [
        ("NA.SOF", "Software"), ("NA.APC", "Access, Permissions, and Credentials"),
        ("NA.HW", "Hardware"), ("NA.SUP", "Supply Chain"), ("NA.TOO", "Security Tooling"),
        ("NA.CFG", "Configuration Management"), ("NA.PHY", "Physical Security"),
      ]),
    Category(
      code: "PE", names: ["Personnel Security"],
      subcategories: [
        ("PE.AWT", "Awareness and Training"), ("PE.FIL", "Filtering and Monitoring"),
        ("PE.PRO", "Personal Protection"),
      ]),
    Category(
      code: "SA", names: ["Security Assurance and Testing"],
      subcategories: [
        ("SA.RED", "Red-Teaming and Penetration Testing"),
        ("SA.RSK", "Risk and Security Assessments"),
        ("SA.COM", "Community Involvement and Reporting"),
        ("SA.SDP", "Software Development Process"),
      ]),
    Category(
      code: "TD", names: ["Threat Detection and Response", "Incident Response"], subcategories: []),
    Category(code: "ST", names: ["Security Team Capacity"], subcategories: []),
    Category(code: "MA", names: ["Maintenance"], subcategories: []),
    Category(
      code: "OP", names: ["Other Organization Policies", "Other Organizational Policies"],
      subcategories: []),
  ]

  /// Squashed names of categories → codes.
  static let categoryCodes: [String: String] = Dictionary(
    uniqueKeysWithValues: categories.flatMap { category in
      category.names.map { (SquashedText.squash($0), category.code) }
    })

  /// Squashed names of subcategories → codes; two categories have a `Physical Security`.
  static let subcategoryCodes: [String: [String]] = Dictionary(
    grouping: categories.flatMap(\.subcategories), by: { SquashedText.squash($0.name) }
  ).mapValues { $0.map(\.code) }

  /// The name of each code, as the report has it at most levels.
  static let names: [String: String] = {
    var names: [String: String] = [:]
    for category in categories {
      names[category.code] = category.names[0]
      for (code, name) in category.subcategories { names[code] = name }
    }
    return names
  }()

  /// The code of the category that holds a code.
  static func category(of code: String) -> String {
    String(code.prefix { $0 != "." })
  }
}
