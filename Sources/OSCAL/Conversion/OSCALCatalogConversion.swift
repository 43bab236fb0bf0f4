public import ControlModel
public import Diagnostics

/// Makes a catalog of the unified model out of one of OSCAL.
///
/// The ids are OSCAL's own (`ac-2.3`), because profiles, mapping collections and plans refer to
/// controls by them; the label that the document prints (`AC-2(3)`) becomes the locator's clause. What
/// the unified model has no place for stays in the document of OSCAL that is kept beside the catalog
/// (`Catalog.Source.document`).
public struct OSCALCatalogConversion: Sendable {
  /// The catalog; its source is as it was given.
  public private(set) var catalog: Catalog
  /// What is wrong with it.
  public private(set) var diagnostics: [Diagnostic] = []

  private let original: OSCALCatalog
  private let text: OSCALStatementText
  private let file: String
  private let keepsDoubles: Bool
  /// Whether `OSCALCatalogExport` wrote it: then what stands in a control beside its statement are
  /// words of ours, and never the publisher's.
  private let isExported: Bool
  private let statements: [String: OSCALStatement]
  private var known: [String: Int] = [:]
  private var doubles: [String: Int] = [:]
  private var resources: [String: OSCALResource] = [:]

  /// Converts a catalog.
  ///
  /// - Parameters:
  ///   - original: the catalog of OSCAL.
  ///   - id: the id that it shall have; nil: one made of its title.
  ///   - source: what it was read from.
  ///   - file: the file's name, for messages.
  ///   - statements: those of its groups where the reader has made them; nil: they are made here.
  ///   - keepsDoubles: whether controls and groups whose id is taken get one of their own
  ///     (`ac-2~2`), with a warning. A profile may ask for that with `combine` `keep`; in a
  ///     catalog it is a mistake.
  public init(
    _ original: OSCALCatalog, id: String?, source: Catalog.Source, file: String,
    statements: [OSCALGroupStatements]? = nil, keepsDoubles: Bool = false
  ) {
    self.original = original
    self.file = file
    self.keepsDoubles = keepsDoubles
    isExported = original.metadata.props.contains {
      $0.ns == OSCALCatalogExport.namespace && $0.name == "catalog-id"
    }
    let budget = OSCALInsertBudget()
    let made = OSCALStatements(
      of: original,
      groups: statements ?? original.groups.concurrentMap { OSCALGroupStatements($0, budget) })
    text = made.text
    self.statements = made.byControl
    let facts = OSCALMetadataFacts(original.metadata, original.backMatter)
    let title = facts.title
    catalog = Catalog(
      id: CatalogID(id ?? OSCALCatalogName.id(title: title)), title: title,
      publisher: facts.publisher, version: original.metadata.version, published: facts.published,
      language: facts.language, licence: facts.licence, attribution: facts.attribution,
      conformance: .coverage, source: source)
    if catalog.source.url.isEmpty { catalog.source.url = facts.url }
    for resource in original.backMatter?.resources ?? [] {
      if resources.updateValue(resource, forKey: resource.uuid) != nil {
        report(
          .warning, "oscal-duplicate-id", "the resource '\(resource.uuid)' stands twice",
          resource.origin)
      }
    }
    for group in original.groups { add(group, parent: nil, number: [catalog.groups.count + 1]) }
    for control in original.controls { add(control, parent: "") }
    if made.budget.isSpent {
      report(
        .error, "oscal-long-parameters",
        "the parameters that its statements name, and that name each other, give too much text",
        OSCALOrigin(), hints: ["is this the document as published?"])
    }
  }

  private mutating func add(_ group: OSCALGroup, parent: GroupID?, number: [Int]) {
    // A group need not have an id, and the unified model wants one.
    let id =
      group.id ?? "group-\(number.map(String.init).joined(separator: "."))"
    guard let id = claim(id, "group", group.origin) else { return }
    let title = group.title.map(text.text) ?? ""
    catalog.groups.append(
      Group(
        id: GroupID(id), kind: group.class ?? "group", title: title.isEmpty ? id : title,
        parent: parent))
    for (index, inner) in group.groups.enumerated() {
      add(inner, parent: GroupID(id), number: number + [index + 1])
    }
    for control in group.controls { add(control, parent: id) }
  }

  private mutating func add(_ control: OSCALControl, parent: String) {
    guard let id = claim(control.id, "control", control.origin) else { return }
    let isDouble = id != control.id
    let statement = statement(of: control, isDouble ? nil : statements[id])
    var made = Control(
      id: ControlID(id), idIsSynthetic: isDouble, parent: parent, kind: .requirement,
      title: title(of: control),
      summary: summary(of: control), statement: statement?.text,
      statementSHA256: statement?.sha256 ?? "",
      category: control.class ?? "", parameters: Self.parameters(of: control),
      references: references(of: control), related: control.targets(of: "related"))
    if let label = control.property("label") {
      made.locator = Locator([Locator.Part("clause", label)])
    }
    if control.isWithdrawn {
      // It keeps its place and its id, but nobody can be measured by it.
      made.kind = .principle
      made.notes = [Self.withdrawal(of: control)]
    }
    catalog.controls.append(made)
    for inner in control.controls { add(inner, parent: id) }
  }

  /// - Parameter made: its statement where the reader has made it.
  private func statement(of control: OSCALControl, _ made: OSCALStatement?) -> OSCALStatement? {
    if isExported, !control.parts.contains(where: { $0.name == "statement" }) { return nil }
    let statement = made ?? OSCALStatement(control, text)
    return statement.text.isEmpty ? nil : statement
  }

  /// A control without a heading of its publisher's is exported under words of ours.
  private func title(of control: OSCALControl) -> String {
    let isOurs =
      isExported
      && control.props.contains {
        $0.ns == OSCALCatalogExport.namespace && $0.name == "title-is-ours" && $0.value == "true"
      }
    return isOurs ? "" : text.text(control.title)
  }

  private func summary(of control: OSCALControl) -> String {
    guard isExported, let prose = control.parts.first(where: { $0.name == "overview" })?.prose
    else {
      return ""
    }
    return text.text(prose)
  }

  private static func withdrawal(of control: OSCALControl) -> String {
    let targets = [("incorporated-into", "incorporated into"), ("moved-to", "moved to")]
      .compactMap { relation, words in
        let ids = control.targets(of: relation)
        return ids.isEmpty ? nil : "\(words) \(ids.joined(separator: ", "))"
      }
    return (["Withdrawn by the publisher"] + targets).joined(separator: "; ") + "."
  }

  private static func parameters(of control: OSCALControl) -> [Control.Parameter] {
    control.params.filter { !$0.values.isEmpty }.map {
      Control.Parameter(name: $0.id, value: $0.values.joined(separator: ", "), isFirm: true)
    }
  }

  private func references(of control: OSCALControl) -> [String] {
    control.targets(of: "reference").map { target in
      resources[target]?.title.map(text.text) ?? target
    }
  }

  /// The id that something gets: its own, one made of it where doubles are kept, else nil.
  private mutating func claim(_ id: String, _ noun: String, _ origin: OSCALOrigin) -> String? {
    guard Self.isID(id) else {
      report(
        .error, "oscal-bad-id", "the \(noun) has the id '\(id.prefix(60))'", origin,
        hints: ["an id has at most 120 characters, and no blanks or invisible ones in it"])
      return nil
    }
    guard let first = known[id] else {
      known[id] = origin.line
      return id
    }
    guard keepsDoubles else {
      report(
        .error, "oscal-duplicate-id", "the \(noun) '\(id)' has an id that is taken", origin,
        hints: first > 0 ? ["the first one is in line \(first)"] : [])
      return nil
    }
    return double(of: id, noun, origin)
  }

  private mutating func double(of id: String, _ noun: String, _ origin: OSCALOrigin) -> String? {
    var number = doubles[id, default: 1]
    var made = id
    while known[made] != nil {
      number += 1
      made = "\(id)~\(number)"
    }
    doubles[id] = number
    guard Self.isID(made) else {
      report(.error, "oscal-duplicate-id", "the \(noun) '\(id)' stands twice", origin)
      return nil
    }
    known[made] = origin.line
    report(
      .warning, "oscal-duplicate-id", "the \(noun) '\(id)' stands there again: it is '\(made)'",
      origin,
      hints: [
        "the document of OSCAL keeps both under one id",
        "a profile that says 'use-first' "
          + "keeps the first alone",
      ])
    return made
  }

  private mutating func report(
    _ severity: Severity, _ id: String, _ summary: String, _ origin: OSCALOrigin,
    hints: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(
        severity, id: id, summary, at: SourceLocation(file: file, line: origin.line),
        hints: hints))
  }

  private static func isID(_ id: String) -> Bool {
    !id.isEmpty && id.count <= 120
      && id.unicodeScalars.allSatisfy { scalar in
        if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F }
        return !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
          && scalar.properties.generalCategory != .format
      }
  }
}
