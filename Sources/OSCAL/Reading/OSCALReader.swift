public import Diagnostics
internal import Markup
internal import YAMLEvents

/// Reads documents of OSCAL 1.0 to 1.2 in XML, JSON and YAML.
///
/// The same content gives the same values whatever the form, but for white space in prose, which XML
/// keeps (`OSCALMarkupLine.folded`). What the schemas do not know is reported, and left out.
public enum OSCALReader {
  /// A document with what is to be said about it.
  public struct Reading: Sendable {
    /// The document.
    public var document: OSCALDocument
    /// How it was written.
    public var form: OSCALForm
    /// Warnings; a document with errors is not read.
    public var diagnostics: [Diagnostic]
    /// Comments and processing instructions of XML, which are not part of the document.
    public var remarks: Int
    /// Elements of namespaces other than OSCAL's, which are left out.
    public var foreignElements: Int
    /// The statements of a catalog's groups, in their order; nil: they are not made yet.
    public var statements: [OSCALGroupStatements]?
    /// What the groups were made of. It is of no use any more, but freeing it while the rest is read
    /// takes longer than both: so it goes with the reading, for whoever has time to free it.
    let elements: [OSCALNode]
  }

  /// Reads a document whose form shows in its content.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  ///   - statements: whether the statements of a catalog's controls are made meanwhile, on other
  ///     processors; for one that is going to be converted.
  /// - Throws: every problem of the file at once.
  public static func read(
    _ bytes: [UInt8], file: String, statements: Bool = false
  ) throws(Refusal) -> Reading {
    let groups = OSCALGroupReading(file: file, statements: statements)
    let first = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    switch first {
    case UInt8(ascii: "<"): return try xml(bytes, groups, file: file)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try json(bytes, groups, file: file)
    default: return try yaml(bytes, groups, file: file)
    }
  }

  private static func xml(
    _ bytes: [UInt8], _ groups: OSCALGroupReading, file: String
  ) throws(Refusal) -> Reading {
    let reader: XMLNodeReader
    let node: OSCALNode?
    do throws(MarkupFailure) {
      var started = try XMLNodeReader(bytes, file: file, groups: groups)
      node = try started.document()
      reader = started
    } catch {
      throw Refusal(
        "oscal-\(error.reason.rawValue)", error.message,
        at: SourceLocation(file: file, line: error.line), hints: error.hints)
    }
    return try reading(
      node, groups.finish(), .xml, reader.problems.finish(), file: file,
      remarks: reader.reader.remarks, foreign: reader.foreign)
  }

  private static func json(
    _ bytes: [UInt8], _ groups: OSCALGroupReading, file: String
  ) throws(Refusal) -> Reading {
    var reader = JSONReader(bytes, file: file, groups: groups)
    let root = try reader.document()
    return try data(root, groups, .json, reader.problems.finish(), file: file)
  }

  private static func yaml(
    _ bytes: [UInt8], _ groups: OSCALGroupReading, file: String
  ) throws(Refusal) -> Reading {
    var sink = DiagnosticSink()
    guard
      let root = try YAMLParser.parse(
        bytes, file: file, limits: OSCALLimits.yaml, reporting: &sink)
    else {
      throw Refusal("empty-file", "the file is empty", at: SourceLocation(file: file))
    }
    return try data(DataNode(root), groups, .yaml, sink.diagnostics, file: file)
  }

  private static func data(
    _ root: DataNode, _ groups: OSCALGroupReading, _ form: OSCALForm, _ found: [Diagnostic],
    file: String
  ) throws(Refusal) -> Reading {
    var reader = DataNodeReader(file: file)
    let node = reader.document(root)
    let made = groups.finish()
    reader.problems.fill(made.map(\.problems))
    return try reading(
      node, made, form, found + reader.problems.finish(), file: file)
  }

  private static func reading(
    _ node: OSCALNode?, _ made: [OSCALGroupReading.Made], _ form: OSCALForm, _ found: [Diagnostic],
    file: String, remarks: Int = 0, foreign: Int = 0
  ) throws(Refusal) -> Reading {
    guard let node, let document = OSCALDocument(node, groups: made.compactMap(\.group)),
      !found.contains(where: { $0.severity == .error })
    else {
      throw Refusal(
        found.isEmpty
          ? [
            Diagnostic(
              .error, id: "oscal-root", "holds no document of OSCAL",
              at: SourceLocation(file: file))
          ] : found)
    }
    let statements = made.compactMap(\.statements)
    return Reading(
      document: document, form: form, diagnostics: found, remarks: remarks,
      foreignElements: foreign, statements: statements.isEmpty ? nil : statements,
      elements: made.compactMap(\.element))
  }
}
