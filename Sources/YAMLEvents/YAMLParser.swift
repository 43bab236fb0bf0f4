public import Diagnostics

/// Reads YAML through libyaml's events.
///
/// The input is hostile: anchors, aliases and tags are refused, so that a small file cannot
/// become a large tree; size, depth and number of nodes are bounded.
public enum YAMLParser {
  /// Bounds on what is accepted.
  public struct Limits: Sendable {
    /// Bytes of a file.
    public var bytes = 32 << 20
    /// Mappings and lists within each other.
    public var depth = 64
    /// Scalars, mappings and lists in all.
    public var nodes = 4_000_000
    /// Whether anchors, aliases, merge keys (`<<`) and the tags of YAML's own types are read, as
    /// files of other programs have them. What an alias stands for counts as if it were written
    /// out, so that a small file cannot become a large tree.
    public var readsAliases = false
    /// What becomes of a key that stands twice in one mapping.
    public var doubles = Doubles.refused

    /// The default bounds.
    public init() {}

    /// What becomes of a key that stands twice in one mapping.
    public enum Doubles: Sendable {
      /// An error; the first one stays in the tree.
      case refused
      /// A warning; the last one counts, as most programs read it.
      case lastCounts
    }

    /// The bounds for files of other programs.
    public static var foreign: Limits {
      var limits = Limits()
      limits.readsAliases = true
      return limits
    }
  }

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  /// - Returns: the tree, or nil for an empty document.
  /// - Throws: the problems found: a syntax error ends the reading, duplicate keys are all told.
  public static func parse(
    _ bytes: [UInt8], file: String, limits: Limits = Limits()
  ) throws(Refusal) -> YAMLNode? {
    var sink = DiagnosticSink()
    let root = try parse(bytes, file: file, limits: limits, reporting: &sink)
    guard sink.diagnostics.isEmpty else { throw Refusal(sink.diagnostics) }
    return root
  }

  /// Reads one document, and goes on after problems that leave a tree.
  ///
  /// - Parameter sink: takes the duplicate keys.
  /// - Throws: the problem that ended the reading, after those that went before it.
  public static func parse(
    _ bytes: [UInt8], file: String, limits: Limits = Limits(),
    reporting sink: inout DiagnosticSink
  ) throws(Refusal) -> YAMLNode? {
    guard bytes.count <= limits.bytes else {
      throw Refusal(
        "file-too-large", "the file has \(bytes.count) bytes",
        at: SourceLocation(file: file),
        hints: ["a YAML file may have at most \(limits.bytes) bytes"])
    }
    var reader = YAMLTreeReader(bytes: bytes, file: file, limits: limits)
    do throws(Refusal) {
      let root = try reader.readDocument()
      sink.add(contentsOf: reader.sink)
      return root
    } catch {
      throw Refusal(reader.sink.diagnostics + error.diagnostics)
    }
  }
}
