public import ControlModel
public import Diagnostics

/// What must hold of an assessment, given the practices and catalogs that it speaks of.
public struct AssessmentRules {
  private let assessment: Assessment
  private let practices: [PracticeID: Practice]
  private let catalogs: [CatalogID: Catalog]
  private let catalogNames: [String]
  private let contexts: [String]
  private let contextIDs: Set<ContextID>
  /// The controls of catalogs that were asked for already.
  private var controls: [CatalogID: [ControlID: Control.Kind]] = [:]
  private var sink = DiagnosticSink()

  /// Every problem of `assessment`.
  public static func check(
    _ assessment: Assessment, libraries: [PracticeLibrary], catalogs: [Catalog]
  ) -> [Diagnostic] {
    let shipped = libraries.flatMap(\.practices)
    var rules = AssessmentRules(assessment, shipped, catalogs)
    rules.checkCatalogs()
    rules.checkDuplicates()
    rules.checkAnswers()
    rules.checkDeterminations()
    rules.checkIndicators()
    rules.checkTargets()
    let mapping = MappingRules(libraries: libraries, own: assessment.practices, catalogs: catalogs)
    return rules.sink.diagnostics
      + PracticeRules.check(assessment.practices, besides: shipped)
      + assessment.pairs.sorted { $0.key < $1.key }.flatMap { catalog, pairs in
        mapping.errors(in: pairs, to: catalog)
      }
  }

  private init(_ assessment: Assessment, _ shipped: [Practice], _ catalogs: [Catalog]) {
    var practices: [PracticeID: Practice] = [:]
    for practice in shipped + assessment.practices { practices[practice.id] = practice }
    self.assessment = assessment
    self.practices = practices
    self.catalogs = Dictionary(
      catalogs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    catalogNames = catalogs.map(\.id.rawValue)
    contexts = assessment.contexts.map(\.id.rawValue)
    contextIDs = Set(assessment.contexts.map(\.id))
  }

  // MARK: References

  private mutating func unknown(
    _ what: String, _ id: String, in known: [String], at location: SourceLocation?
  ) {
    sink.error(
      "dangling-id", "the \(what) '\(id)' does not exist", at: location,
      hints: Self.hints(id, known))
  }

  /// Names to look in for what was meant; none once problems are only counted.
  private func names(_ make: () -> [String]) -> [String] { sink.keepsMore() ? make() : [] }

  private static func hints(_ id: String, _ known: [String]) -> [String] {
    if let near = NearestMatch.of(id, in: known) { return ["did you mean '\(near)'?"] }
    guard known.count <= 12 else { return [] }
    return [known.isEmpty ? "there is none" : "known are: \(known.joined(separator: ", "))"]
  }

  private mutating func checkContexts(_ ids: [ContextID], _ origin: Origin) {
    for (position, id) in ids.enumerated() where !contextIDs.contains(id) {
      unknown(
        "context", id.rawValue, in: contexts, at: origin.location(of: "contexts[\(position)]"))
    }
  }

  private mutating func checkEvidence(
    _ ids: [EvidenceID], _ known: Set<EvidenceID>, _ origin: Origin
  ) {
    for (position, id) in ids.enumerated() where !known.contains(id) {
      unknown(
        "evidence", id.rawValue, in: names { known.map(\.rawValue).sorted() },
        at: origin.location(of: "evidence[\(position)]"))
    }
  }

  private mutating func checkCatalog(_ id: CatalogID, at location: SourceLocation?) -> Catalog? {
    if let catalog = catalogs[id] { return catalog }
    unknown("catalog", id.rawValue, in: catalogNames, at: location)
    return nil
  }

  // MARK: Sections

  private mutating func checkCatalogs() {
    for (position, id) in assessment.catalogs.enumerated() {
      _ = checkCatalog(id, at: assessment.origin.location(of: "catalogs[\(position)]"))
    }
  }

  private mutating func checkDuplicates() {
    func duplicates<ID: Hashable & CustomStringConvertible>(
      _ what: String, _ all: [(ID, Origin)], _ field: String = "id"
    ) {
      var seen: [ID: Origin] = [:]
      for (id, origin) in all {
        guard let first = seen[id] else {
          seen[id] = origin
          continue
        }
        sink.error(
          "duplicate-id", "the \(what) '\(id)' stands twice", at: origin.location(of: field),
          hints: (first.location(of: field).map { ["the first one is at \($0)"] } ?? [])
            + ["remove one of them"])
      }
    }
    duplicates("context", assessment.contexts.map { ($0.id, $0.origin) })
    duplicates("target", assessment.targets.map { ($0.id, $0.origin) })
    duplicates("evidence", assessment.evidence.map { ($0.id, $0.origin) })
    for piece in assessment.evidence { checkContexts(piece.contexts, piece.origin) }
    duplicates("answer for", assessment.answers.map { ($0.practice, $0.origin) }, "practice")
  }

  private mutating func checkAnswers() {
    let evidence = Set(assessment.evidence.map(\.id))
    let names = practices.keys.map(\.rawValue).sorted()
    for answer in assessment.answers {
      let practice = practices[answer.practice]
      if practice == nil {
        unknown(
          "practice", answer.practice.rawValue, in: names,
          at: answer.origin.location(of: "practice"))
      }
      for context in answer.contexts.keys.sorted() where !contextIDs.contains(context) {
        unknown(
          "context", context.rawValue, in: contexts,
          at: answer.origin.location(of: "contexts.\(context)"))
      }
      for finding in [answer.finding] + answer.contexts.sorted(by: { $0.key < $1.key }).map(\.value)
      {
        checkEvidence(finding.evidence, evidence, finding.origin)
        if let practice {
          checkValue(finding.value, "value", finding, practice)
          checkValue(finding.plannedValue, "plannedValue", finding, practice)
        }
      }
    }
  }

  private mutating func checkValue(
    _ value: String?, _ key: String, _ finding: Finding, _ practice: Practice
  ) {
    guard let value else { return }
    guard let parameter = practice.parameter else {
      sink.error(
        "no-parameter", "'\(practice.id)' has no parameter, so '\(key)' says nothing",
        at: finding.origin.location(of: key), hints: ["remove '\(key)', or use 'notes'"])
      return
    }
    if parameter.rank(of: value) == nil {
      sink.error(
        "wrong-type", "'\(value)' is no value of '\(parameter.name)'",
        at: finding.origin.location(of: key), hints: parameter.valueHints(value))
    }
  }

  private mutating func checkDeterminations() {
    let evidence = Set(assessment.evidence.map(\.id))
    for determination in assessment.determinations {
      checkContexts(determination.contexts, determination.origin)
      checkEvidence(determination.evidence, evidence, determination.origin)
      guard
        let catalog = checkCatalog(
          determination.catalog, at: determination.origin.location(of: "catalog"))
      else { continue }
      guard let kind = kind(of: determination.requirement, in: catalog) else {
        unknown(
          "requirement", determination.requirement.rawValue,
          in: names { catalog.controls.map(\.id.rawValue) },
          at: determination.origin.location(of: "requirement"))
        continue
      }
      if kind != .requirement {
        sink.error(
          "not-assessable",
          "'\(determination.requirement)' is a \(kind.rawValue); decisions are made on requirements",
          at: determination.origin.location(of: "requirement"))
      }
    }
  }

  private mutating func kind(of id: ControlID, in catalog: Catalog) -> Control.Kind? {
    if controls[catalog.id] == nil {
      controls[catalog.id] = Dictionary(
        catalog.controls.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }
    return controls[catalog.id]?[id]
  }

  private mutating func checkIndicators() {
    let evidence = Set(assessment.evidence.map(\.id))
    var known: [CatalogID: Set<String>] = [:]
    for answer in assessment.indicators {
      checkContexts(answer.contexts, answer.origin)
      checkEvidence(answer.evidence, evidence, answer.origin)
      guard let catalog = checkCatalog(answer.catalog, at: answer.origin.location(of: "catalog"))
      else { continue }
      if known[catalog.id] == nil {
        known[catalog.id] = Set(catalog.controls.flatMap(Self.indicatorIDs))
      }
      if let ids = known[catalog.id], !ids.contains(answer.id) {
        unknown(
          "indicator", answer.id, in: names { ids.sorted() },
          at: answer.origin.location(of: "id"))
      }
    }
    checkRepeatedIndicators()
  }

  /// An indicator may be said once of all contexts, and once of each.
  private mutating func checkRepeatedIndicators() {
    struct Key: Hashable {
      let catalog: CatalogID
      let id: String
      let context: ContextID?
    }
    var seen: [Key: Origin] = [:]
    for answer in assessment.indicators {
      let contexts = answer.contexts.isEmpty ? [nil] : answer.contexts.map(Optional.some)
      for context in contexts {
        let key = Key(catalog: answer.catalog, id: answer.id, context: context)
        guard let first = seen[key] else {
          seen[key] = answer.origin
          continue
        }
        let place = first.location(of: "id").map { ["the first one is at \($0)"] } ?? []
        sink.error(
          "duplicate-id",
          "the indicator '\(answer.id)' is answered twice"
            + (context.map { " for the context '\($0)'" } ?? ""),
          at: answer.origin.location(of: "id"), hints: place + ["remove one of them"])
        break
      }
    }
  }

  /// `A1.a.NA.1` and so on, out of the counts of the outcome.
  private static func indicatorIDs(_ control: Control) -> [String] {
    guard let counts = control.indicators else { return [] }
    return IndicatorColumn.allCases.flatMap { column in
      let count = counts.count(in: column)
      return count < 1 ? [] : (1...count).map { column.id(of: control.id, $0) }
    }
  }

  private mutating func checkTargets() {
    for target in assessment.targets {
      checkContexts(target.contexts, target.origin)
      guard let catalog = checkCatalog(target.catalog, at: target.origin.location(of: "catalog"))
      else { continue }
      let groups = catalog.groups.map(\.id.rawValue)
      for (position, group) in target.groups.enumerated() where !groups.contains(group.rawValue) {
        unknown(
          "group", group.rawValue, in: groups,
          at: target.origin.location(of: "groups[\(position)]"))
      }
      switch target.goal {
      case .level(let level) where !catalog.levels.contains { $0.id == level }:
        unknown(
          "level", level, in: catalog.levels.map(\.id), at: target.origin.location(of: "level"))
      case .modality where catalog.conformance != .modality:
        sink.error(
          "conflict", "the catalog '\(catalog.id)' has no modalities",
          at: target.origin.location(of: "catalog"))
      case .outcomes where catalog.conformance != .outcomes:
        sink.error(
          "conflict", "the catalog '\(catalog.id)' has no outcomes",
          at: target.origin.location(of: "catalog"))
      case .outcomes(_, let exceptions):
        let outcomes = catalog.controls.map(\.id.rawValue)
        for outcome in exceptions.keys.sorted() where !outcomes.contains(outcome.rawValue) {
          unknown(
            "outcome", outcome.rawValue, in: outcomes, at: target.origin.location(of: "outcomes"))
        }
      default: break
      }
    }
  }
}
