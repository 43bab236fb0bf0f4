import NativeFormats
import TestSupport

/// A YAML file of random shape and style. Every key, value and comment holds a word that stands
/// nowhere else in it.
struct RandomYAML {
  var random: SplitMix64
  private(set) var value: YAMLValue = .text("")
  private(set) var text = ""
  private var count = 0
  private let newline: String

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    newline = random.chance(20) ? "\r\n" : "\n"
    let root = mapping(depth: 0)
    value = root
    let lines = block(root, indent: 0)
    text = (random.chance(20) ? "---\(newline)" : "") + lines.joined(separator: newline) + newline
  }

  mutating func word(_ kind: String) -> String {
    count += 1
    return "\(kind)\(count)z"
  }

  /// A value of at most `depth` more levels.
  mutating func node(depth: Int) -> YAMLValue {
    switch random.number(0...9) {
    case 0...1 where depth < 4: mapping(depth: depth)
    case 2...3 where depth < 4:
      .sequence((0..<random.number(0...3)).map { _ in node(depth: depth + 1) })
    case 4: .text("\(word("v")) é: ü")
    case 5: .text("\(word("v"))\nsecond line\n")
    default: .text(word("v"))
    }
  }

  private mutating func mapping(depth: Int) -> YAMLValue {
    let smallest = depth == 0 ? 2 : 0
    return .mapping(
      (0..<random.number(smallest...4)).map { _ in
        YAMLValue.Entry(word("k"), node(depth: depth + 1))
      })
  }

  // MARK: Writing

  private mutating func remark() -> String { random.chance(20) ? "  # \(word("c"))" : "" }

  private mutating func fillers(_ indent: Int) -> [String] {
    switch random.number(0...9) {
    case 0: [""]
    case 1: [pad(indent) + "# \(word("c"))"]
    default: []
    }
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func block(_ value: YAMLValue, indent: Int) -> [String] {
    switch value {
    case .mapping(let entries):
      return entries.flatMap { entry -> [String] in
        let above = fillers(indent)
        return above + placed(entry.value, after: pad(indent) + "\(entry.key):", indent: indent)
      }
    case .sequence(let items):
      return items.flatMap { item -> [String] in
        let above = fillers(indent)
        return above + placed(item, after: pad(indent) + "-", indent: indent)
      }
    case .text, .bare: return [flow(value)]
    }
  }

  private mutating func placed(_ value: YAMLValue, after head: String, indent: Int) -> [String] {
    switch value {
    case .text(let text) where text.hasSuffix("\n") && random.chance(70):
      let lines = text.split(separator: "\n").map { pad(indent + 2) + $0 }
      return ["\(head) |\(remark())"] + lines + (random.chance(30) ? [""] : [])
    case .text, .bare: return ["\(head) \(flow(value))\(remark())"]
    case .mapping(let entries) where entries.isEmpty || random.chance(15):
      return ["\(head) \(flow(value))\(remark())"]
    case .sequence(let items) where items.isEmpty || random.chance(30):
      return ["\(head) \(flow(value))\(remark())"]
    case .mapping, .sequence:
      let isItem = head.hasSuffix("-")
      let isList = if case .sequence = value { true } else { false }
      let step = isItem || !isList || random.chance(60) ? 2 : 0
      let lines = block(value, indent: indent + step)
      let first = lines[0].drop { $0 == " " }
      if isItem, random.chance(70), !first.isEmpty, !first.hasPrefix("#") {
        return ["\(head) \(first)"] + lines.dropFirst()
      }
      return ["\(head)\(remark())"] + lines
    }
  }

  private mutating func flow(_ value: YAMLValue) -> String {
    switch value {
    case .text(let text), .bare(let text):
      if text.hasSuffix("\n") {
        return "\"\(text.split(separator: "\n").joined(separator: "\\n"))\\n\""
      }
      if text.contains(":") { return random.chance(50) ? "'\(text)'" : "\"\(text)\"" }
      return random.chance(70) ? text : "'\(text)'"
    case .sequence(let items):
      var texts: [String] = []
      for item in items { texts.append(flow(item)) }
      return "[\(texts.joined(separator: random.chance(80) ? ", " : " ,"))]"
    case .mapping(let entries):
      var texts: [String] = []
      for entry in entries { texts.append("\(entry.key): \(flow(entry.value))") }
      return "{\(texts.joined(separator: ", "))\(!texts.isEmpty && random.chance(20) ? "," : "")}"
    }
  }
}
