internal import ControlModel
internal import Diagnostics
internal import YAMLEvents

/// The CAF as a government project keeps it in YAML: objectives hold principles, these hold
/// outcomes, and each outcome holds its indicators by column.
struct CAFTree {
  private(set) var entries: [ImportedEntry] = []
  private(set) var unplaced: [UnplacedText] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var version: String?

  private let file: String

  /// Reads a tree; nil when it has no objectives.
  init?(_ root: YAMLNode, file: String) {
    self.file = file
    guard let objectives = Self.value("objectives", of: root) else { return nil }
    version = Self.text("version", of: root).flatMap { CAFEdition.number(in: $0) }
    for objective in Self.members(objectives) {
      guard let code = add(objective, .section, parent: "") else { continue }
      for principle in Self.members(Self.value("principles", of: objective.value)) {
        guard let name = add(principle, .principle, parent: code) else { continue }
        for outcome in Self.members(Self.value("outcomes", of: principle.value)) {
          guard let id = add(outcome, .outcome, parent: name) else { continue }
          addIndicators(of: id, Self.value("indicators", of: outcome.value))
        }
      }
    }
  }

  /// A value under the key that names it, if it has one.
  private typealias Member = (key: String?, value: YAMLNode)

  private mutating func add(
    _ member: Member, _ kind: ImportedEntry.Kind, parent: String
  ) -> String? {
    let code = Self.text("code", of: member.value)
    guard let id = code ?? member.key, !id.isEmpty else {
      tell("has no code, and no key that names it", member.value)
      return nil
    }
    if let code, let key = member.key, code != key {
      tell("\(key) has the code \(code): it is read as \(code)", member.value)
    }
    var entry = ImportedEntry(
      id: id, kind: kind, parent: parent, title: Self.text("title", of: member.value) ?? "",
      statement: Self.text("description", of: member.value) ?? "",
      locator: Self.locator(member.value))
    entry.rawText = entry.statement
    entries.append(entry)
    return id
  }

  /// The columns in the order of their ids, whatever the order of the file.
  private mutating func addIndicators(of outcome: String, _ columns: YAMLNode?) {
    let named = Self.members(columns)
    for column in IndicatorColumn.allCases {
      let member = named.first { CAFReader.column($0.key ?? "") == column }
      for (position, indicator) in Self.members(member?.value).enumerated() {
        add(indicator, to: column, of: outcome, position + 1)
      }
    }
    for member in named where CAFReader.column(member.key ?? "") == nil {
      for indicator in Self.members(member.value) {
        let text = Self.statement(indicator.value)
        unplaced.append(
          UnplacedText(
            text: text, position: "in \(outcome), column '\(member.key ?? "")'",
            locator: Self.locator(indicator.value)))
      }
    }
  }

  /// An indicator has the id that the file gives it, when that is one of its column.
  private mutating func add(
    _ member: Member, to column: IndicatorColumn, of outcome: String, _ position: Int
  ) {
    let counted = column.id(of: ControlID(outcome), position)
    let given = Self.text("ncsc-index", of: member.value)
    let isOwn = given?.hasPrefix("\(outcome).\(column.rawValue).") ?? false
    if let given, !isOwn {
      tell("\(counted) is called \(given) in the file: it is counted as \(counted)", member.value)
    }
    var entry = ImportedEntry(
      id: isOwn ? given ?? counted : counted, kind: .indicator, parent: outcome,
      statement: Self.statement(member.value), locator: Self.locator(member.value))
    entry.rawText = entry.statement
    entry.category = column.category
    entries.append(entry)
  }

  private mutating func tell(_ summary: String, _ node: YAMLNode) {
    diagnostics.append(
      Diagnostic(.warning, id: "import-reading", summary, at: node.location))
  }

  private static func statement(_ node: YAMLNode) -> String {
    if case .scalar(let scalar) = node { return FoldedText.fold(scalar.text) }
    return text("description", of: node) ?? ""
  }

  private static func value(_ key: String, of node: YAMLNode?) -> YAMLNode? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.entries.first { $0.key == key }?.value
  }

  private static func text(_ key: String, of node: YAMLNode?) -> String? {
    guard case .scalar(let scalar) = value(key, of: node), !scalar.isNull else { return nil }
    return FoldedText.fold(scalar.text)
  }

  /// The values of a mapping or a list.
  private static func members(_ node: YAMLNode?) -> [Member] {
    switch node {
    case .mapping(let mapping): mapping.entries.map { ($0.key, $0.value) }
    case .sequence(let sequence): sequence.items.map { (nil, $0) }
    case .scalar, nil: []
    }
  }

  private static func locator(_ node: YAMLNode) -> Locator {
    Locator([Locator.Part("line", String(node.location.line))])
  }
}
