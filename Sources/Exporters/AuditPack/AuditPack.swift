internal import Archive
internal import ControlModel
internal import Diagnostics
internal import Digests
public import Scoring

/// A ZIP that holds an assessment, all that its matrices follow from, and the matrices
/// (`docs/audit-pack.md`).
public struct AuditPack: Sendable {
  /// A file that goes into the pack.
  public struct Input: Sendable {
    /// Its name in the pack.
    public var name: String
    /// What it is for.
    public var role: AuditManifest.Role
    /// What is in it.
    public var bytes: [UInt8]

    /// Makes an input.
    public init(name: String, role: AuditManifest.Role, bytes: [UInt8]) {
      self.name = name
      self.role = role
      self.bytes = bytes
    }
  }

  /// What is in it.
  public let manifest: AuditManifest
  private let files: [Input]

  /// Puts a pack together.
  ///
  /// - Parameters:
  ///   - result: the scored assessment.
  ///   - inputs: every file that it was made from, and its evidence.
  ///   - assessment: the name of the assessment in the pack.
  ///   - overlays: folders of the pack with own copies of catalogs.
  ///   - program: the version of the program.
  public init(
    _ result: AssessmentResult, inputs: [Input], assessment: String, overlays: [String],
    program: String
  ) throws {
    let reports = try AuditReports.files(result).map { report in
      Input(name: "reports/\(report.name)", role: .report, bytes: report.bytes)
    }
    let note = Input(name: Self.noteName, role: .note, bytes: Array(Self.note.utf8))
    files = ([note] + inputs + reports).sorted { $0.name < $1.name }
    manifest = AuditManifest(
      program: program, organisation: result.input.assessment.organisation,
      asOf: result.input.asOf.description, assessment: assessment, overlays: overlays,
      files: files.map { file in
        AuditManifest.File(
          name: file.name, role: file.role, size: file.bytes.count,
          sha256: SHA256.hex(of: file.bytes))
      },
      evidence: Self.evidenceProblems(result))
  }

  /// The evidence that a pack does not hold as it was recorded, in the order of the ids.
  public static func evidenceProblems(
    _ result: AssessmentResult
  ) -> [AuditManifest.EvidenceProblem] {
    result.input.assessment.evidence.filter { $0.integrity != .intact }.map {
      AuditManifest.EvidenceProblem(
        id: $0.id.rawValue, state: $0.state(on: result.input.asOf).rawValue)
    }.sorted { $0.id < $1.id }
  }

  /// The ZIP, with the same bytes each time.
  ///
  /// - Parameter signature: what signs the manifest's bytes; nil for a pack without signature.
  /// - Throws: a `Refusal` when a file has a name that no archive can have.
  public func encoded(signature: (([UInt8]) throws -> [UInt8])? = nil) throws -> [UInt8] {
    let manifestBytes = try manifest.encoded()
    var entries = [ArchiveWriter.Entry(name: AuditManifest.name, bytes: manifestBytes)]
    if let signature {
      entries.append(
        ArchiveWriter.Entry(
          name: AuditManifest.signatureName, bytes: try signature(manifestBytes)))
    }
    entries += files.map { ArchiveWriter.Entry(name: $0.name, bytes: $0.bytes) }
    do throws(ArchiveFailure) {
      return try ArchiveWriter.archive(of: entries)
    } catch {
      throw Refusal(
        "audit-pack-name", "the pack \(error.message)", hints: ["give the file another name"])
    }
  }

  /// The name of the file that says what a pack is.
  public static let noteName = "README.txt"

  private static let note = """
    This is an audit pack of Counterweight: an assessment of how well the weights of an AI model
    are protected. It says where the assessed organisation is weak: keep it confidential.

      reports/       the gap matrices, the evidence register and the whole result as JSON
      assessment/    the answers, plans, decisions and targets, and the evidence
      library/       the catalogs, practices and mappings that the reports were made with
      overlays/      own copies of catalogs, if there are any
      manifest.json  every file with its SHA-256, the day, and the program's version
      manifest.sig   the signature of manifest.json, if there is one

    Check that it is intact and that the reports follow from the rest:

      counterweight audit-pack verify audit-pack.zip


    """
}
