internal import Diagnostics
internal import YAMLEvents

/// The kinds of file that the program keeps its own data in; the first key of each says which.
public enum NativeFormat: String, Sendable, Hashable, CaseIterable {
  case catalog = "catalog/1"
  case practiceLibrary = "practice-library/1"
  case mappingSet = "mapping-set/1"
  case assessment = "assessment/1"
  case review = "review/1"

  /// Reads the tree of `bytes` and hands its fields to `read`, which gives nil when it reported
  /// a problem.
  func read<Value>(
    _ bytes: [UInt8], file: String, keys: [String], _ read: (FieldReader) -> Value?
  ) throws(Refusal) -> Value {
    let start = SourceLocation(file: file, line: 1, column: 1)
    let context = ReadingContext()
    guard let root = try YAMLParser.parse(bytes, file: file, reporting: &context.sink) else {
      throw Refusal(
        "empty-file", "the file is empty", at: start,
        hints: ["\(article) \(noun) starts with 'format: \(rawValue)'"])
    }
    // The keys of another format would only be noise.
    if let problem = wrongFormat(root) { throw Refusal([problem]) }
    let fields = context.fields(root, of: noun, keys: ["format"] + keys)
    _ = fields?.requiredText("format")
    let value = fields.flatMap(read)
    guard let value, !context.sink.hasErrors else { throw Refusal(context.sink.diagnostics) }
    return value
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
