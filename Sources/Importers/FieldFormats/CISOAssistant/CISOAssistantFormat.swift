public import Diagnostics
internal import Digests
internal import YAMLEvents

/// Libraries of CISO Assistant: frameworks become catalogs, and requirement mapping sets ours.
public struct CISOAssistantFormat: FieldFormat {
  /// Names the format.
  public let id = "ciso-assistant"
  /// Of the reading.
  public let version = "5"
  /// For people.
  public let expects = "a CISO Assistant library (YAML): frameworks, requirement mapping sets"

  /// What stands as the form of the document in a catalog that was made from a library.
  static let formatName = "ciso-assistant-library"

  /// Makes the format.
  public init() {}

  /// Its files have `objects:` at the margin, and kinds of object that no other format has.
  public func recognises(_ file: FieldFile) -> Bool {
    guard DocumentForm.ofBinary(file.bytes) == nil else { return false }
    guard !Self.isMarkup(file.text) else { return Self.isInBraces(file.text) }
    if Self.isHalf(Array(file.text.prefix(4096)), isInBraces: false) { return true }
    guard
      ["objects:", "\"objects\":", "'objects':"].contains(where: {
        Self.has($0, file.text, atMargin: true)
      })
    else { return false }
    return ["urn:", "framework", "requirement_mapping", "reference_controls", "threats"].contains {
      Self.has($0, file.text, atMargin: false)
    }
  }

  /// A mapping set names the nodes of frameworks: their catalogs have to be read before it.
  public func joinsCatalogs(_ file: FieldFile) -> Bool {
    Self.has("requirement_mappings", file.text, atMargin: false)
  }

  /// XML and JSON have no key at the margin: they may be long, and need not be searched for one.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    return first == UInt8(ascii: "<") || first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// JSON is YAML as well, and the tool takes it. Its head names the library, or begins with the
  /// objects where keys are sorted: only then the rest is searched.
  private static func isInBraces(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(4096))
    return has(":library:", head, atMargin: false) || isHalf(head, isInBraces: true)
      || (has("objects", head, atMargin: false) && has(":library:", bytes, atMargin: false))
  }

  /// Whether the head is that of something else that the tool writes: a library without objects, a
  /// framework without its library, a backup. They are told for what they are.
  private static func isHalf(_ head: [UInt8], isInBraces: Bool) -> Bool {
    if isInBraces {
      return has("\"media_version\"", head, atMargin: false)
        || [":risk:framework:", "\"requirement_nodes\""].allSatisfy {
          has($0, head, atMargin: false)
        }
    }
    return has("urn:", head, atMargin: true)
      && [":risk:library:", ":risk:framework:"].contains { has($0, head, atMargin: false) }
  }

  private static func has(_ word: String, _ bytes: [UInt8], atMargin: Bool) -> Bool {
    let word = Array(word.utf8)
    let text = bytes.span
    var start = 0
    while let found = ByteSearch.first(word, in: text, from: start) {
      if !atMargin || found == 0 || text[found - 1] == 0x0A { return true }
      start = found + 1
    }
    return false
  }

  /// Reads a library.
  ///
  /// - Throws: every problem of the file at once.
  public func read(_ file: FieldFile, _ request: FieldRequest) throws(Refusal) -> FieldImport {
    var sink = DiagnosticSink()
    let early = EarlyEnd.ofYAML(file)
    var limits = YAMLParser.Limits.foreign
    // The tool reads such a library, and hand-made ones have them.
    limits.doubles = .lastCounts
    let root: YAMLNode?
    do throws(Refusal) {
      root = try YAMLParser.parse(file.text, file: file.name, limits: limits, reporting: &sink)
    } catch {
      throw Refusal(error.diagnostics + (early.map { [$0] } ?? []))
    }
    if let early { sink.add(early) }
    let own = LibraryFields(root)?.text("locale") ?? ""
    let languages = LibraryLanguages(
      asked: request.language.map(LibraryLanguage.init),
      own: own.isEmpty ? nil : LibraryLanguage(own))
    guard let library = LibraryFields(root, languages: languages),
      let objects = LibraryFields(library.node("objects"), languages: languages)
    else {
      throw Refusal(
        sink.diagnostics + [HalfLibrary.problem(of: root, in: file.name, expected: expects)])
    }
    var reading = LibraryReading(library, objects, file, request, importer: "\(id) \(version)")
    reading.sink.add(contentsOf: sink)
    return try reading.read()
  }
}
