/// Puts the statement of a control together, as a document prints it: items with their labels, and
/// what an organization has to set as `[Assignment: …]` or `[Selection (one or more): …]`.
public struct OSCALStatementText: Sendable {
  private let parameters: [String: OSCALParameter]
  private static let depthLimit = 8

  /// Takes the parameters that statements of a catalog may name.
  public init(_ catalog: OSCALCatalog) {
    var parameters: [String: OSCALParameter] = [:]
    func add(_ params: [OSCALParameter]) {
      for param in params where parameters[param.id] == nil { parameters[param.id] = param }
    }
    func add(_ control: OSCALControl) {
      add(control.params)
      for entry in control.controls { add(entry) }
    }
    func add(_ group: OSCALGroup) {
      add(group.params)
      for entry in group.groups { add(entry) }
      for entry in group.controls { add(entry) }
    }
    add(catalog.params)
    for entry in catalog.groups { add(entry) }
    for entry in catalog.controls { add(entry) }
    self.parameters = parameters
  }

  /// The statement; empty when the control has none.
  ///
  /// A control without a part named `statement` gives the prose of its other parts, but for guidance
  /// and assessment.
  public func statement(of control: OSCALControl) -> String {
    let statements = control.parts.filter { $0.name == "statement" }
    let shown =
      statements.isEmpty
      ? control.parts.filter { part in
        !part.name.contains("guidance") && !part.name.hasPrefix("assessment")
          && !part.name.hasPrefix("objective")
      } : statements
    var lines: [String] = []
    for part in shown { append(part, to: &lines) }
    return lines.joined(separator: "\n")
  }

  private func append(_ part: OSCALPart, to lines: inout [String]) {
    var words: [String] = []
    if let label = OSCALProperty.value("label", in: part.props) { words.append(label) }
    if let title = part.title { words.append(text(title)) }
    let prose = part.prose.map(text) ?? ""
    let own =
      prose.hasByte { $0 == 0x0A }
      ? prose.utf8.split(separator: 0x0A).map { String(Substring($0)) }
      : prose.isEmpty ? [] : [prose]
    if let first = own.first { words.append(first) }
    if !words.isEmpty { lines.append(words.joined(separator: " ")) }
    lines += own.dropFirst()
    for inner in part.parts { append(inner, to: &lines) }
  }

  /// A line of prose for readers.
  public func text(_ line: OSCALMarkupLine) -> String {
    Self.tidied(line.folded.plainText { type, idRef in insert(type, idRef, depth: 0) })
  }

  /// Prose for readers, a line for each paragraph or item.
  public func text(_ prose: OSCALMarkupMultiline) -> String {
    Self.tidied(prose.folded.plainText { type, idRef in insert(type, idRef, depth: 0) })
  }

  /// What stands for a parameter.
  private func insert(_ type: String, _ idRef: String, depth: Int) -> String {
    guard type == "param", let parameter = parameters[idRef], depth < Self.depthLimit else {
      return "[Assignment: \(idRef)]"
    }
    func text(_ line: OSCALMarkupLine) -> String {
      line.folded.plainText { insert($0, $1, depth: depth + 1) }
    }
    if !parameter.values.isEmpty { return parameter.values.joined(separator: ", ") }
    if let select = parameter.select {
      let several = select.howMany == "one-or-more" ? " (one or more)" : ""
      return "[Selection\(several): \(select.choices.map(text).joined(separator: "; "))]"
    }
    return "[Assignment: \(parameter.label.map(text) ?? idRef)]"
  }

  /// Published XML has a blank between an element and the comma that follows it.
  private static func tidied(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = text.utf8.span
    result.reserveCapacity(bytes.count)
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let closes =
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: ":")
      if closes, result.last == 0x20 { result.removeLast() }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
