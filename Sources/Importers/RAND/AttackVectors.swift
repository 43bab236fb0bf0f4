/// The attack vectors of RAND RR-A2849-1 by their labels, in the order of its table 5.1: the report
/// prints no numbers, so the label is what tells a row of its tables.
enum AttackVectors {
  /// A category of vectors.
  struct Category {
    let id: String
    let name: String
    let labels: [String]
  }

  static let categories: [Category] = [
    Category(
      id: "RUC", name: "Running Unauthorized Code",
      labels: [
        "Exploiting vulnerabilities for which a patch exists",
        "Exploiting reported but not (fully) patched vulnerabilities",
        "Finding and exploiting individual zero-days", "Direct access to zero-days at scale",
      ]),
    Category(
      id: "CEC", name: "Compromising Existing Credentials",
      labels: [
        "Social engineering", "Password brute-forcing and cracking",
        "Exploitation of exposed credentials",
        "Expanding illegitimate access (e.g., escalating privileges)",
      ]),
    Category(
      id: "UAC", name: "Undermining the Access Control System Itself",
      labels: [
        "Encryption/authentication vulnerabilities (in the access control system)",
        "Intentional backdoors in algorithms, protocols, or products (in the access control system)",
        "Code vulnerabilities (in the access control system)",
        "Access to secret material undermining a protocol",
      ]),
    Category(
      id: "BPS", name: "Bypassing Primary Security System Altogether",
      labels: [
        "Incorrect configuration or security policy implementation",
        "Additional (less secure) copies of sensitive data",
        "Alternative (less secure) authentication or access schemes",
      ]),
    Category(
      id: "AIS", name: "AI-Specific Attack Vectors",
      labels: [
        "Discovering existing vulnerabilities in the ML stack",
        "Intentional ML supply chain compromise", "Prompt-triggered code execution",
        "Model extraction", "Model distillation",
      ]),
    Category(
      id: "NTA", name: "Nontrivial Access to Data or Networks",
      labels: [
        "Digital access to air-gapped networks",
        "Side-channel attacks (including through leaked emanations; i.e., TEMPEST attacks)",
        "Eavesdropping and wiretaps",
      ]),
    Category(
      id: "UPA", name: "Unauthorized Physical Access to Systems",
      labels: [
        "Direct physical access to sensitive systems", "Malicious placement of portable devices",
        "Physical access to devices in other locations",
        "Evasion of physical access control systems",
        "Penetration of physical hardware security", "Armed break-in", "Military takeover",
      ]),
    Category(
      id: "SCA", name: "Supply Chain Attacks",
      labels: [
        "Services and equipment the organization uses",
        "Code and infrastructure incorporated into the codebase",
        "Vendors with access to information",
      ]),
    Category(
      id: "HUM", name: "Human Intelligence",
      labels: [
        "Bribes and cooperation", "Extortion", "Candidate placement",
        "Organizational leverage attacks", "Organizationally approved access",
      ]),
  ]

  /// Every vector: id, category, label.
  static let all: [(id: String, category: String, label: String)] = {
    var list: [(id: String, category: String, label: String)] = []
    for category in categories {
      for label in category.labels {
        let number = String(list.count + 1)
        list.append(("AV-" + (number.utf8.count < 2 ? "0" : "") + number, category.id, label))
      }
    }
    return list
  }()
}
