internal import ControlModel

/// The editions of the Cyber Assessment Framework for which a catalog ships.
///
/// Codes do not tell them apart: A2.b is Assurance in 3.2 and Understanding Threat in 4.0. So an
/// edition is told by the number that the document prints, else by titles of outcomes, else by
/// how many indicators they have.
public enum CAFEdition: String, Sendable, Hashable, CaseIterable {
  /// April 2024.
  case v32 = "3.2"
  /// August 2025.
  case v40 = "4.0"

  /// The catalog of the edition.
  var catalog: CatalogID { CatalogID("ncsc-caf-\(rawValue)") }

  /// Outcomes whose titles differ between the editions; nil: the edition has no such outcome.
  static let titles: [String: (v32: String?, v40: String?)] = [
    "A2.b": ("Assurance", "Understanding Threat"),
    "A2.c": (nil, "Assurance"),
    "A4.b": (nil, "Secure Software Development and Support"),
    "C1.a": ("Monitoring Coverage", "Sources and Tools for Logging and Monitoring"),
    "C1.d": ("Identifying Security Incidents", "Triage of Security Alerts"),
    "C1.e": ("Monitoring Tools and Skills", "Personnel Skills for Monitoring and Detection"),
    "C1.f": (nil, "Understanding User's and System's Behaviour"),
    "C2.a": ("System Abnormalities for Attack Detection", "Threat Hunting"),
    "C2.b": ("Proactive Attack Discovery", nil),
    "D2.a": ("Incident Root Cause Analysis", "Post Incident Analysis"),
  ]

  /// How many indicators an outcome has in this edition: not achieved, partially achieved and
  /// achieved; nil when the edition has no such outcome.
  public func indicatorCounts(of outcome: String) -> [Int]? {
    let row = Self.counts[outcome]
    return self == .v32 ? row?.v32 : row?.v40
  }

  /// Counts by outcome; nil: the edition has no such outcome.
  private static let counts: [String: (v32: [Int]?, v40: [Int]?)] = [
    "A1.a": ([4, 0, 4], [4, 0, 6]),
    "A1.b": ([3, 0, 3], [3, 0, 3]),
    "A1.c": ([5, 0, 4], [6, 0, 4]),
    "A2.a": ([8, 6, 9], [8, 5, 9]),
    "A2.b": ([3, 0, 5], [4, 5, 8]),
    "A2.c": (nil, [3, 0, 5]),
    "A3.a": ([5, 0, 5], [5, 0, 5]),
    "A4.a": ([4, 6, 7], [4, 7, 10]),
    "A4.b": (nil, [4, 10, 5]),
    "B1.a": ([7, 2, 6], [7, 2, 7]),
    "B1.b": ([6, 4, 4], [6, 4, 4]),
    "B2.a": ([5, 7, 6], [5, 7, 6]),
    "B2.b": ([4, 5, 4], [4, 5, 4]),
    "B2.c": ([7, 4, 4], [7, 4, 4]),
    "B2.d": ([5, 4, 5], [5, 4, 5]),
    "B3.a": ([4, 6, 9], [4, 6, 9]),
    "B3.b": ([3, 2, 3], [3, 2, 3]),
    "B3.c": ([3, 4, 5], [3, 4, 5]),
    "B3.d": ([3, 3, 3], [3, 3, 3]),
    "B3.e": ([1, 1, 2], [1, 1, 2]),
    "B4.a": ([4, 5, 5], [4, 5, 6]),
    "B4.b": ([5, 6, 8], [6, 7, 7]),
    "B4.c": ([2, 3, 3], [2, 3, 3]),
    "B4.d": ([5, 5, 4], [5, 5, 4]),
    "B5.a": ([3, 2, 2], [3, 2, 2]),
    "B5.b": ([3, 2, 4], [3, 3, 5]),
    "B5.c": ([3, 2, 2], [3, 2, 2]),
    "B6.a": ([4, 3, 6], [5, 4, 6]),
    "B6.b": ([3, 3, 4], [6, 3, 4]),
    "C1.a": ([4, 4, 6], [9, 7, 9]),
    "C1.b": ([5, 3, 7], [4, 4, 5]),
    "C1.c": ([5, 5, 6], [6, 9, 9]),
    "C1.d": ([4, 4, 4], [5, 5, 6]),
    "C1.e": ([7, 6, 7], [6, 6, 9]),
    "C1.f": (nil, [7, 4, 8]),
    "C2.a": ([2, 0, 4], [3, 4, 8]),
    "C2.b": ([1, 0, 2], nil),
    "D1.a": ([3, 4, 4], [3, 6, 4]),
    "D1.b": ([3, 0, 6], [3, 0, 6]),
    "D1.c": ([4, 0, 4], [4, 0, 4]),
    "D2.a": ([2, 0, 3], [4, 0, 4]),
    "D2.b": ([2, 0, 5], [4, 0, 7]),
  ]

  /// The editions that the outcomes of a reading may belong to, and outcomes whose titles belong
  /// to another edition.
  static func told(
    by entries: [ImportedEntry], printed: String?
  ) -> (editions: Set<CAFEdition>, strangers: [String]) {
    var votes: [CAFEdition: [String]] = [:]
    let outcomes = entries.filter { $0.kind == .outcome }
    for outcome in outcomes {
      if let edition = edition(ofTitle: outcome) { votes[edition, default: []].append(outcome.id) }
    }
    if let printed {
      guard let edition = CAFEdition(rawValue: printed) else { return ([], []) }
      return ([edition], votes.filter { $0.key != edition }.values.flatMap { $0 }.sorted())
    }
    if let most = votes.max(by: {
      ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue)
    }) {
      return ([most.key], votes.filter { $0.key != most.key }.values.flatMap { $0 }.sorted())
    }
    let counted = Set(outcomes.compactMap { edition(ofCounts: $0, entries) })
    return (counted.count == 1 ? counted : Set(allCases), [])
  }

  private static func edition(ofTitle outcome: ImportedEntry) -> CAFEdition? {
    guard let known = titles[outcome.id] else { return nil }
    let title = FoldedText.comparable(outcome.title)
    func fits(_ name: String?) -> Bool {
      name.map { title.hasPrefix(FoldedText.comparable($0)) } ?? false
    }
    switch (fits(known.v32), fits(known.v40)) {
    case (true, false): return .v32
    case (false, true): return .v40
    default: break
    }
    if known.v32 == nil { return .v40 }
    return known.v40 == nil ? .v32 : nil
  }

  private static func edition(
    ofCounts outcome: ImportedEntry, _ entries: [ImportedEntry]
  ) -> CAFEdition? {
    // An outcome with another meaning in the other edition is told by its title alone.
    guard titles[outcome.id] == nil else { return nil }
    let found = IndicatorColumn.allCases.map { column in
      entries.count {
        $0.kind == .indicator && $0.parent == outcome.id && $0.category == column.category
      }
    }
    let fitting = allCases.filter { $0.indicatorCounts(of: outcome.id) == found }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The edition's number as a text prints it: `Version 4.0`, `CAF v3.2`, or nothing but `4`; nil
  /// without one.
  static func number(in text: some StringProtocol) -> String? {
    let words = text.lowercased().split { " :(),–—-".contains($0) }
    for word in words {
      let digits = word.first == "v" ? word.dropFirst() : word
      let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
      guard let major = parts.first.flatMap({ Int($0) }), (1...9).contains(major) else { continue }
      if parts.count > 1, let minor = Int(parts[1]), (0...9).contains(minor) {
        return "\(major).\(minor)"
      }
      if parts.count == 1, word.first == "v" || words.count == 1 { return "\(major).0" }
    }
    return nil
  }
}
