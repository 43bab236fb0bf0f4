internal import Diagnostics
internal import YAMLEvents

/// The kinds of file that the program keeps its own data in; the first key of each says which.
public enum NativeFormat: String, Sendable, Hashable, CaseIterable {
  case catalog = "catalog/1"
  case practiceLibrary = "practice-library/1"
  case mappingSet = "mapping-set/1"
  case assessment = "assessment/1"
  case review = "review/1"

  /// What a file gave: a value as far as there is one, and every problem.
  struct Reading<Value> {
    var value: Value?
    var problems: [Diagnostic]
  }

  /// Reads the tree of `bytes` and hands its fields to `read`, which gives nil when it reported
  /// a problem.
  func read<Value>(
    _ bytes: [UInt8], file: String, keys: [String], _ read: (FieldReader) -> Value?
  ) throws(Refusal) -> Value {
    let reading = examine(bytes, file: file, keys: keys, read)
    let hasErrors = reading.problems.contains { $0.severity == .error }
    guard let value = reading.value, !hasErrors else { throw Refusal(reading.problems) }
    return value
  }

  /// The same, for those who go on checking what there is, so that one run tells everything.
  func examine<Value>(
    _ bytes: [UInt8], file: String, keys: [String], _ read: (FieldReader) -> Value?
  ) -> Reading<Value> {
    let context = ReadingContext()
    let root: YAMLNode?
    do throws(Refusal) {
      root = try YAMLParser.parse(bytes, file: file, reporting: &context.sink)
    } catch {
      return Reading(value: nil, problems: doubting(error.diagnostics, that: bytes))
    }
    guard let root else {
      context.sink.error(
        "empty-file", "the file is empty", at: SourceLocation(file: file, line: 1, column: 1),
        hints: ["\(article) \(noun) starts with 'format: \(rawValue)'"])
      return Reading(value: nil, problems: context.sink.diagnostics)
    }
    // The keys of another format would only be noise.
    if let problem = wrongFormat(root) { return Reading(value: nil, problems: [problem]) }
    let fields = context.fields(root, of: noun, keys: ["format"] + keys)
    if let fields, fields.node("format") == nil {
      fields.reportMissing("format", hints: ["its first line is 'format: \(rawValue)'"])
    } else {
      _ = fields?.requiredText("format")
    }
    let value = fields.flatMap(read)
    return Reading(value: value, problems: context.sink.diagnostics)
  }

  /// Where nothing in a file says that it is of this format, its YAML is hardly what is wrong.
  private func doubting(_ problems: [Diagnostic], that bytes: [UInt8]) -> [Diagnostic] {
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    guard !lines.contains(where: { $0.starts(with: "format:".utf8) }), var first = problems.first,
      first.id == "yaml-syntax"
    else { return problems }
    first.hints.insert(
      "is this \(article) \(noun)? none of its lines is 'format: \(rawValue)'", at: 0)
    return [first] + problems.dropFirst()
  }

  private func wrongFormat(_ root: YAMLNode) -> Diagnostic? {
    guard case .mapping(let mapping) = root,
      case .scalar(let format) = mapping.entries.first(where: { $0.key == "format" })?.value,
      !format.text.isEmpty, format.text != rawValue
    else { return nil }
    let other = NativeFormat(rawValue: format.text)
    return Diagnostic(
      .error, id: "wrong-format",
      other.map { "this file is \($0.article) \($0.noun), not \(article) \(noun)" }
        ?? "the format '\(format.text)' is not known", at: format.location,
      hints: NearestMatch.hints(format.text, in: [rawValue].filter { _ in other == nil })
        + ["expected 'format: \(rawValue)'"])
  }

  /// The article that goes before the noun.
  private var article: String { self == .assessment ? "an" : "a" }

  /// What people call it.
  var noun: String {
    switch self {
    case .catalog: "catalog"
    case .practiceLibrary: "practice library"
    case .mappingSet: "mapping set"
    case .assessment: "assessment"
    case .review: "review"
    }
  }
}

extension NativeFormat {
  /// What the `format:` line among the first lines of a file names, without reading the rest.
  public static func named(in bytes: [UInt8]) -> NativeFormat? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    for line in head.split(whereSeparator: \.isNewline) where line.hasPrefix("format:") {
      let value = line.dropFirst("format:".count).prefix { $0 != "#" }
        .filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      return NativeFormat(rawValue: value)
    }
    return nil
  }
}
