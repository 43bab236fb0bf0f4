internal import FoundationEssentials

/// What is in an audit pack (`docs/audit-pack.md`). It is the file that is signed.
public struct AuditManifest: Sendable, Hashable, Codable {
  /// `audit-pack/1`
  public var format: String
  /// Version of the program that made the pack.
  public var program: String
  /// The organisation that was assessed.
  public var organisation: String
  /// The day as of which everything was computed, `YYYY-MM-DD`.
  public var asOf: String
  /// The assessment in the pack: a folder, or a file.
  public var assessment: String
  /// Folders in the pack with own copies of catalogs, in the order in which they count.
  public var overlays: [String]
  /// Every other file of the pack, by name.
  public var files: [File]
  /// Evidence that the assessment names and the pack does not hold as it was recorded.
  public var evidence: [EvidenceProblem]

  /// The format that this program writes and reads.
  public static let currentFormat = "audit-pack/1"
  /// The manifest's own name in the pack.
  public static let name = "manifest.json"
  /// The name of the signature in the pack.
  public static let signatureName = "manifest.sig"

  /// Makes a manifest of the current format.
  public init(
    program: String, organisation: String, asOf: String, assessment: String, overlays: [String],
    files: [File], evidence: [EvidenceProblem]
  ) {
    format = Self.currentFormat
    self.program = program
    self.organisation = organisation
    self.asOf = asOf
    self.assessment = assessment
    self.overlays = overlays
    self.files = files
    self.evidence = evidence
  }

  /// A file of the pack.
  public struct File: Sendable, Hashable, Codable {
    /// Its name in the pack.
    public var name: String
    /// What it is for.
    public var role: Role
    /// Its bytes.
    public var size: Int
    /// The SHA-256 of its bytes, in lower-case hex.
    public var sha256: String

    /// Makes a file.
    public init(name: String, role: Role, size: Int, sha256: String) {
      self.name = name
      self.role = role
      self.size = size
      self.sha256 = sha256
    }
  }

  /// What a file of a pack is for.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// Says what the pack is.
    case note
    /// What the team answered.
    case assessment
    /// What the team shows for it.
    case evidence
    /// A standard.
    case catalog
    /// Practices, and pairs between them and the standards.
    case mapping
    /// Computed from the others.
    case report
  }

  /// Evidence that is not as it was recorded.
  public struct EvidenceProblem: Sendable, Hashable, Codable {
    /// Which.
    public var id: String
    /// `missing`, `changed`, `no-digest` or `unchecked` (an address).
    public var state: String

    /// Makes a problem.
    public init(id: String, state: String) {
      self.id = id
      self.state = state
    }
  }

  /// The file, indented, with sorted keys: the same manifest gives the same bytes.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// Reads a manifest; nil when the bytes are none.
  public static func decode(_ bytes: [UInt8]) -> AuditManifest? {
    try? JSONDecoder().decode(AuditManifest.self, from: Data(bytes))
  }
}
