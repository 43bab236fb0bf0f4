public import Diagnostics
public import Exporters
internal import FoundationEssentials

/// The files that go into an audit pack, as they lie on disk.
public struct AuditPackInputs: Sendable {
  /// The files.
  public private(set) var files: [AuditPack.Input] = []
  /// The name of the assessment in the pack: a folder, or a file.
  public private(set) var assessment = "assessment"
  /// Folders of the pack with own copies of catalogs, in the order in which they count.
  public private(set) var overlays: [String] = []

  /// Bytes of all files together that a pack may hold.
  public static let byteLimit = 256 << 20

  /// Reads an assessment with its evidence, the library, and own copies of catalogs.
  ///
  /// - Parameters:
  ///   - path: the assessment as the user named it.
  ///   - library: the library that it was scored with.
  ///   - overlays: directories with own copies of catalogs, besides the assessment's own.
  ///   - evidence: the evidence files that can be read, relative to the assessment.
  /// - Throws: when a file cannot be read, or all are too large together.
  public static func read(
    _ path: String, library: LibraryLocation, overlays: [String], evidence: [String]
  ) throws(Refusal) -> AuditPackInputs {
    var inputs = AuditPackInputs()
    var isDirectory = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    let root = isDirectory ? path : URL(filePath: path).deletingLastPathComponent().path
    let prefix = root.hasSuffix("/") ? root : root + "/"
    if !isDirectory {
      inputs.assessment = "assessment/\(URL(filePath: path).lastPathComponent)"
    }
    for file in try AssessmentFiles.find(path) {
      let name = file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
      let bare = URL(filePath: name).lastPathComponent
      try inputs.add(file, as: "assessment/\(isDirectory ? name : bare)", .assessment)
    }
    for file in Set(evidence).sorted() {
      try inputs.add(prefix + file, as: "assessment/\(plainName(file))", .evidence)
    }
    for folder in AssessmentLoading.overlays(of: path) {
      try inputs.addYAML(in: folder, as: "assessment/catalogs", .catalog)
    }
    for (number, folder) in overlays.enumerated() {
      let name = "overlays/\(number + 1)"
      try inputs.addYAML(in: folder, as: name, .catalog)
      inputs.overlays.append(name)
    }
    try inputs.addYAML(in: library.catalogs, as: "library/catalogs", .catalog)
    try inputs.addYAML(in: library.mappings, as: "library/mappings", .mapping)
    return inputs
  }

  /// A name as it is looked up: './a', 'b/../a' and '/a' are 'a'.
  private static func plainName(_ file: String) -> String {
    var parts: [Substring] = []
    for part in file.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private mutating func addYAML(
    in folder: String, as name: String, _ role: AuditManifest.Role
  ) throws(Refusal) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in names.sorted() where file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
      guard !file.hasPrefix(".") else { continue }
      try add("\(folder)/\(file)", as: "\(name)/\(file)", role)
    }
  }

  private mutating func add(
    _ path: String, as name: String, _ role: AuditManifest.Role
  ) throws(Refusal) {
    // Two pieces of evidence may name one file.
    guard !files.contains(where: { $0.name == name }) else { return }
    let taken = files.reduce(0) { $0 + $1.bytes.count }
    let bytes = try FileReading.bytes(of: path, limit: Self.byteLimit)
    guard taken + bytes.count <= Self.byteLimit else {
      throw Refusal(
        "audit-pack-too-large", "the pack would hold more than \(Self.byteLimit) bytes",
        at: SourceLocation(file: path),
        hints: ["keep large evidence elsewhere, and record its address and digest"])
    }
    files.append(AuditPack.Input(name: name, role: role, bytes: bytes))
  }
}
