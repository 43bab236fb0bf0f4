/// Puts the statement of a control together, as a document prints it: items with their labels, and
/// what an organization has to set as `[Assignment: …]` or `[Selection (one or more): …]`.
public struct OSCALStatementText: Sendable {
  private var parameters: [String: OSCALParameter] = [:]
  private let budget: OSCALInsertBudget
  private static let depthLimit = 8

  /// Takes the parameters that statements of a catalog may name.
  public init(_ catalog: OSCALCatalog) {
    budget = OSCALInsertBudget()
    add(catalog.params.span)
    for group in catalog.groups { add(group) }
    add(catalog.controls.span)
  }

  /// Takes the parameters of a group.
  init(_ group: OSCALGroup, _ budget: OSCALInsertBudget) {
    self.budget = budget
    add(group)
  }

  /// Takes these parameters.
  init(_ parameters: [OSCALParameter], _ budget: OSCALInsertBudget) {
    self.budget = budget
    add(parameters.span)
  }

  /// Takes the parameters of a control, too.
  mutating func add(_ control: OSCALControl) {
    add(control.params.span)
    add(control.controls.span)
  }

  /// Takes those of another, too; one that is there already stays.
  ///
  /// - Returns: whether there was such a one.
  mutating func add(_ other: OSCALStatementText) -> Bool {
    let count = parameters.count + other.parameters.count
    parameters.merge(other.parameters) { first, _ in first }
    return parameters.count < count
  }

  private mutating func add(_ group: OSCALGroup) {
    add(group.params.span)
    for inner in group.groups { add(inner) }
    add(group.controls.span)
  }

  private mutating func add(_ controls: Span<OSCALControl>) {
    for index in controls.indices { add(controls[index]) }
  }

  private mutating func add(_ params: Span<OSCALParameter>) {
    for index in params.indices where parameters[params[index].id] == nil {
      parameters[params[index].id] = params[index]
    }
  }

  /// The statement; empty when the control has none.
  ///
  /// A control without a part named `statement` gives the prose of its other parts, but for guidance
  /// and assessment.
  public func statement(of control: OSCALControl) -> String {
    var ignored = false
    return statement(of: control, lacks: &ignored)
  }

  /// The statement; tells whether it lacks a parameter that it names.
  func statement(of control: OSCALControl, lacks isLacking: inout Bool) -> String {
    let parts = control.parts.span
    var isStated = false
    for index in parts.indices where parts[index].name == "statement" { isStated = true }
    var lines: [String] = []
    for index in parts.indices {
      let name = parts[index].name
      let isShown =
        isStated
        ? name == "statement"
        : !name.contains("guidance") && !name.hasPrefix("assessment")
          && !name.hasPrefix("objective")
      if isShown { append(parts[index], to: &lines, lacks: &isLacking) }
    }
    return lines.joined(separator: "\n")
  }

  private func append(
    _ part: OSCALPart, to lines: inout [String], lacks isLacking: inout Bool
  ) {
    var words: [String] = []
    if let label = OSCALProperty.value("label", in: part.props) { words.append(label) }
    if let title = part.title { words.append(text(title, lacks: &isLacking)) }
    let prose = part.prose.map { text($0, lacks: &isLacking) } ?? ""
    let own =
      prose.hasByte { $0 == 0x0A }
      ? prose.utf8.split(separator: 0x0A).map { String(Substring($0)) }
      : prose.isEmpty ? [] : [prose]
    if let first = own.first { words.append(first) }
    if !words.isEmpty { lines.append(words.joined(separator: " ")) }
    lines += own.dropFirst()
    let parts = part.parts.span
    for index in parts.indices { append(parts[index], to: &lines, lacks: &isLacking) }
  }

  /// A line of prose for readers.
  public func text(_ line: OSCALMarkupLine) -> String {
    var ignored = false
    return text(line, lacks: &ignored)
  }

  /// Prose for readers, a line for each paragraph or item.
  public func text(_ prose: OSCALMarkupMultiline) -> String {
    var ignored = false
    return text(prose, lacks: &ignored)
  }

  private func text(_ line: OSCALMarkupLine, lacks isLacking: inout Bool) -> String {
    Self.tidied(line.folded.plainText { insert($0, $1, depth: 0, lacks: &isLacking) })
  }

  private func text(_ prose: OSCALMarkupMultiline, lacks isLacking: inout Bool) -> String {
    Self.tidied(prose.folded.plainText { insert($0, $1, depth: 0, lacks: &isLacking) })
  }

  /// What stands for a parameter; its id alone, when the budget is spent.
  private func insert(
    _ type: String, _ idRef: String, depth: Int, lacks isLacking: inout Bool
  ) -> String {
    guard !budget.isSpent else { return "[Assignment: \(idRef)]" }
    let text = text(of: type, idRef, depth: depth, lacks: &isLacking)
    return budget.spend(text.utf8.count) ? text : "[Assignment: \(idRef)]"
  }

  private func text(
    of type: String, _ idRef: String, depth: Int, lacks isLacking: inout Bool
  ) -> String {
    guard type == "param", depth < Self.depthLimit, let parameter = parameters[idRef] else {
      isLacking = true
      return "[Assignment: \(idRef)]"
    }
    func words(_ line: OSCALMarkupLine, _ isLacking: inout Bool) -> String {
      line.folded.plainText { insert($0, $1, depth: depth + 1, lacks: &isLacking) }
    }
    if !parameter.values.isEmpty { return parameter.values.joined(separator: ", ") }
    if let select = parameter.select {
      let several = select.howMany == "one-or-more" ? " (one or more)" : ""
      let choices = select.choices.map { words($0, &isLacking) }
      return "[Selection\(several): \(choices.joined(separator: "; "))]"
    }
    return "[Assignment: \(parameter.label.map { words($0, &isLacking) } ?? idRef)]"
  }

  /// Published XML has a blank between an element and the comma that follows it.
  private static func tidied(_ text: String) -> String {
    let bytes = text.utf8.span
    guard hasBlankBeforeMark(bytes) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if closes(byte), result.last == 0x20 { result.removeLast() }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hasBlankBeforeMark(_ bytes: Span<UInt8>) -> Bool {
    var wasBlank = false
    for index in 0..<bytes.count {
      if wasBlank, closes(bytes[index]) { return true }
      wasBlank = bytes[index] == 0x20
    }
    return false
  }

  private static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }
}
