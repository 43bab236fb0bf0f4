public import ControlModel
public import Diagnostics

/// What must hold of mapping sets, given the practices and catalogs that they join.
public struct MappingRules {
  private let practices: [PracticeID: Practice]
  private let practiceNames: [String]
  private let libraries: [String: String]
  private let catalogs: [CatalogID: Catalog]
  private let controls: [CatalogID: [ControlID: Control]]

  /// Makes rules.
  ///
  /// - Parameters:
  ///   - libraries: the practice libraries that sets may start from.
  ///   - own: the user's own practices.
  ///   - catalogs: the catalogs that sets may lead to.
  public init(libraries: [PracticeLibrary], own: [Practice] = [], catalogs: [Catalog]) {
    var practices: [PracticeID: Practice] = [:]
    for practice in libraries.flatMap(\.practices) + own { practices[practice.id] = practice }
    self.practices = practices
    practiceNames = practices.keys.map(\.rawValue).sorted()
    self.libraries = Dictionary(
      libraries.map { ($0.id, $0.version) }, uniquingKeysWith: { first, _ in first })
    self.catalogs = Dictionary(
      catalogs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    controls = self.catalogs.mapValues { catalog in
      Dictionary(
        catalog.controls.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// What makes a set unusable: ends that do not exist, conditions that cannot be read.
  public func errors(in set: MappingSet) -> [Diagnostic] {
    var sink = DiagnosticSink()
    let endsExist = checkEndpoint(set.source, "source", set, &sink)
    guard checkEndpoint(set.target, "target", set, &sink), endsExist else {
      return sink.diagnostics
    }
    let target = CatalogID(set.target.id)
    for pair in set.pairs {
      if set.source.kind == .practices {
        checkPracticePair(pair, target, &sink)
      } else {
        checkControl(pair.source, CatalogID(set.source.id), "source", pair, &sink)
        checkControl(pair.target.rawValue, target, "target", pair, &sink)
      }
    }
    checkDuplicates(set.pairs, &sink)
    return sink.diagnostics
  }

  /// What makes the user's own pairs unusable.
  public func errors(in pairs: [MappingPair], to catalog: CatalogID) -> [Diagnostic] {
    var sink = DiagnosticSink()
    guard catalogs[catalog] != nil else {
      sink.error(
        "dangling-id", "'pairs' names the catalog '\(catalog)', which does not exist",
        at: pairs.first?.origin.location,
        hints: NearestMatch.hints(catalog.rawValue, in: catalogNames))
      return sink.diagnostics
    }
    for pair in pairs { checkPracticePair(pair, catalog, &sink) }
    checkDuplicates(pairs, &sink)
    return sink.diagnostics
  }

  private var catalogNames: [String] { catalogs.keys.map(\.rawValue).sorted() }

  // MARK: Single pairs

  private func checkEndpoint(
    _ endpoint: MappingSet.Endpoint, _ side: String, _ set: MappingSet,
    _ sink: inout DiagnosticSink
  ) -> Bool {
    let known = endpoint.kind == .practices ? Array(libraries.keys).sorted() : catalogNames
    guard known.contains(endpoint.id) else {
      let noun = endpoint.kind == .practices ? "practice library" : "catalog"
      // Pairs between two catalogs are leads: without one of them they lead nowhere, and nothing
      // else depends on them.
      if set.source.kind == .catalog {
        sink.warning(
          "absent-catalog", "\(set.id): the catalog '\(endpoint.id)' is not here",
          at: set.origin.location(of: side),
          hints: ["its pairs lead nowhere until you import it: counterweight catalog import FILE"])
        return false
      }
      sink.error(
        "dangling-id", "\(set.id): the \(noun) '\(endpoint.id)' does not exist",
        at: set.origin.location(of: side), hints: NearestMatch.hints(endpoint.id, in: known))
      return false
    }
    let version =
      endpoint.kind == .practices
      ? libraries[endpoint.id] : catalogs[CatalogID(endpoint.id)]?.version
    // A set of others need not say for which edition it was made.
    if let version, version != endpoint.version,
      !endpoint.version.isEmpty || set.source.kind == .practices
    {
      sink.warning(
        "other-version",
        "\(set.id) was made for version '\(endpoint.version)' of \(endpoint.id), "
          + "but '\(version)' is here",
        at: set.origin.location(of: side), hints: ["look through its pairs, then set the version"])
    }
    return true
  }

  private func checkPracticePair(
    _ pair: MappingPair, _ catalog: CatalogID, _ sink: inout DiagnosticSink
  ) {
    if practices[PracticeID(pair.source)] == nil {
      sink.error(
        "dangling-id", "the practice '\(pair.source)' does not exist",
        at: pair.origin.location(of: "source"),
        hints: NearestMatch.hints(pair.source, in: practiceNames))
    }
    if let control = checkControl(pair.target.rawValue, catalog, "target", pair, &sink) {
      if !control.kind.isAssessable {
        sink.error(
          "not-assessable",
          "'\(control.id)' is a \(control.kind.rawValue) and cannot be met by a practice",
          at: pair.origin.location(of: "target"), hints: ["map to the requirements that it holds"])
      }
      checkAspect(pair, control, &sink)
    }
    checkCondition(pair, &sink)
  }

  @discardableResult private func checkControl(
    _ id: String, _ catalog: CatalogID, _ side: String, _ pair: MappingPair,
    _ sink: inout DiagnosticSink
  ) -> Control? {
    if let control = controls[catalog]?[ControlID(id)] { return control }
    let known = (controls[catalog]?.keys.map(\.rawValue) ?? []).sorted()
    sink.error(
      "dangling-id", "\(catalog) has no control '\(id)'", at: pair.origin.location(of: side),
      hints: NearestMatch.hints(id, in: known))
    return nil
  }

  private func checkAspect(
    _ pair: MappingPair, _ control: Control, _ sink: inout DiagnosticSink
  ) {
    guard let aspect = pair.aspect, !control.aspects.contains(where: { $0.id == aspect }) else {
      return
    }
    let known = control.aspects.map(\.id.rawValue)
    sink.error(
      "dangling-id", "'\(control.id)' has no aspect '\(aspect)'",
      at: pair.origin.location(of: "aspect"),
      hints: known.isEmpty
        ? ["it has no aspects"]
        : NearestMatch.hints(aspect.rawValue, in: known)
          + ["its aspects are: \(known.joined(separator: ", "))"])
  }

  private func checkCondition(_ pair: MappingPair, _ sink: inout DiagnosticSink) {
    guard let condition = pair.when, let practice = practices[PracticeID(pair.source)] else {
      return
    }
    guard let parameter = practice.parameter, parameter.name == condition.parameter else {
      sink.error(
        "dangling-id", "'\(practice.id)' has no parameter '\(condition.parameter)'",
        at: pair.origin.location(of: "when"),
        hints: practice.parameter.map { ["its parameter is '\($0.name)'"] }
          ?? ["it has no parameter"])
      return
    }
    if parameter.rank(of: condition.value) == nil {
      sink.error(
        "wrong-type", "'\(condition.value)' is no value of '\(parameter.name)'",
        at: pair.origin.location(of: "when"), hints: parameter.valueHints(condition.value))
    }
  }

  private func checkDuplicates(_ pairs: [MappingPair], _ sink: inout DiagnosticSink) {
    struct Key: Hashable {
      let source: String
      let target: ControlID
      let aspect: AspectID?
      let condition: Condition?
    }
    var seen: [Key: MappingPair] = [:]
    for pair in pairs {
      let key = Key(
        source: pair.source, target: pair.target, aspect: pair.aspect, condition: pair.when)
      guard let first = seen[key] else {
        seen[key] = pair
        continue
      }
      let place = first.origin.location.map { ["the first one is at \($0)"] } ?? []
      if first.relation == pair.relation, first.share == pair.share {
        sink.error(
          "duplicate-pair", "the pair \(pair.source) → \(pair.target) stands twice",
          at: pair.origin.location, hints: place + ["remove one of them"])
      } else {
        sink.error(
          "contradiction",
          "the pair \(pair.source) → \(pair.target) stands twice and says "
            + "'\(first.relation.rawValue)' and '\(pair.relation.rawValue)'",
          at: pair.origin.location, hints: place + ["keep the one that is true"])
      }
    }
  }
}

extension Practice.Parameter {
  /// What a value of the parameter looks like.
  func valueHints(_ text: String) -> [String] {
    switch type {
    case .integer: ["write a whole number\(unit.isEmpty ? "" : " of \(unit)"), 0 or more"]
    case .number: ["write a number\(unit.isEmpty ? "" : " of \(unit)"), 0 or more"]
    case .choice:
      NearestMatch.hints(text, in: choices) + ["it is one of: \(choices.joined(separator: ", "))"]
    }
  }
}
