internal import Archive
internal import ControlModel
public import Diagnostics
internal import Digests
public import Exporters
internal import Scoring

/// Proves that an audit pack is intact, and that its reports follow from its other files.
public struct AuditPackVerification: Sendable {
  /// What is in the pack, as it says.
  public private(set) var manifest: AuditManifest
  /// Everything that is not as it should be; none: the pack is intact and its reports follow.
  public var problems: [Diagnostic] { sink.diagnostics }
  /// The public key that signed it, in lower-case hex; nil without a signature that holds.
  public private(set) var signedBy: String?
  /// Whether there is a signature, valid or not.
  public var isSigned: Bool { files[AuditManifest.signatureName] != nil }
  /// Reports that were made again and compared.
  public private(set) var reports = 0

  private let path: String
  /// What was unpacked, by name.
  var files: [String: [UInt8]] = [:]
  /// Files of the manifest that have another length in the archive: they were not unpacked.
  var otherLengths: Set<String> = []
  private var sink = DiagnosticSink()

  /// The inputs, and room for the reports.
  private static let byteLimit = AuditPackInputs.byteLimit + 64 << 20
  /// Evidence may well be compressed as far as deflate can; the bytes have a bound.
  private static let limits = ArchiveLimits(
    archiveBytes: byteLimit, entries: 20_000, entryBytes: AuditPackInputs.byteLimit,
    totalBytes: byteLimit, ratio: 1_100)

  /// Verifies a pack.
  ///
  /// - Parameters:
  ///   - path: the file as the user named it.
  ///   - publicKey: the key that must have signed it, in lower-case hex; nil: any, or none.
  /// - Throws: when it is no audit pack, or cannot be read.
  public static func verify(
    _ path: String, publicKey: String? = nil
  ) throws(Refusal) -> AuditPackVerification {
    var verification = try AuditPackVerification(path)
    verification.compareFiles()
    verification.checkNames()
    verification.checkSignature(publicKey)
    // What is not intact proves nothing, and is not run.
    if verification.problems.isEmpty { try verification.remakeReports() }
    return verification
  }

  private init(_ path: String) throws(Refusal) {
    self.path = path
    let location = SourceLocation(file: path)
    let bytes = try FileReading.bytes(of: path, limit: Self.limits.archiveBytes)
    let archive: ArchiveReader
    do throws(ArchiveFailure) {
      archive = try ArchiveReader(bytes, limits: Self.limits)
    } catch {
      throw Self.broken(error, at: location)
    }
    // Nothing else is unpacked before the manifest says what there should be.
    manifest = try Self.manifest(of: archive, at: location)
    guard manifest.format == AuditManifest.currentFormat else {
      throw Refusal(
        "audit-pack-format", "has the format '\(manifest.format)', which is not known",
        at: location, hints: ["expected \(AuditManifest.currentFormat)"])
    }
    do throws(ArchiveFailure) {
      try unpack(archive)
    } catch {
      throw Self.broken(error, at: location)
    }
  }

  static func broken(_ failure: ArchiveFailure, at location: SourceLocation) -> Refusal {
    Refusal(
      "audit-pack-broken", "cannot be read as an audit pack: \(failure.message)", at: location,
      hints: failure.hints)
  }

  mutating func report(_ id: String, _ summary: String, hints: [String] = []) {
    sink.error(id, summary, at: SourceLocation(file: path), hints: hints)
  }

  private mutating func compareFiles() {
    var names: Set<String> = [AuditManifest.name, AuditManifest.signatureName]
    for file in manifest.files {
      if !names.insert(file.name).inserted {
        report("audit-pack-manifest", "the manifest lists '\(file.name)' twice")
        continue
      }
      // What has another length was not unpacked, and was told.
      guard let bytes = files[file.name] else {
        if !otherLengths.contains(file.name) {
          report("audit-pack-missing", "'\(file.name)' is missing")
        }
        continue
      }
      let digest = SHA256.hex(of: bytes)
      if digest != file.sha256 {
        report(
          "audit-pack-changed", "'\(file.name)' is not the file that was packed",
          hints: ["packed: \(file.sha256)", "found:  \(digest)"])
      }
    }
  }

  /// The manifest may come from anybody: what it says must fit what is there, and nothing that it
  /// names may lie outside the pack.
  private mutating func checkNames() {
    for file in manifest.files {
      let isReport = file.name.hasPrefix("reports/")
      guard isReport == (file.role == .report),
        file.role != .note || file.name == AuditPack.noteName
      else {
        report("audit-pack-manifest", "'\(file.name)' cannot be a '\(file.role.rawValue)'")
        continue
      }
    }
    let folders = folders
    for name in [manifest.assessment] + manifest.overlays
    where files[name] == nil && !folders.contains(name) {
      report("audit-pack-manifest", "the manifest names '\(name)', which is not in the pack")
    }
  }

  /// The folders that have files of the pack in them. The archive has no names that lead out of it.
  private var folders: Set<String> {
    var folders: Set<String> = []
    for name in files.keys {
      var rest = name[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard folders.insert(String(rest)).inserted else { break }
      }
    }
    return folders
  }

  private mutating func checkSignature(_ publicKey: String?) {
    guard let signature = files[AuditManifest.signatureName] else {
      if publicKey != nil { report("audit-pack-unsigned", "has no signature") }
      return
    }
    signedBy = SigningKey.verifiedKey(signature, of: files[AuditManifest.name] ?? [])
    if signedBy == nil {
      report("audit-pack-signature", "the signature is not that of its manifest")
    } else if let publicKey, signedBy != publicKey {
      report(
        "audit-pack-other-key", "is signed by another key",
        hints: ["expected: \(publicKey)", "found:    \(signedBy ?? "")"])
    }
  }

  // MARK: Reports

  private mutating func remakeReports() throws(Refusal) {
    let parent: TemporaryFolder
    do { parent = try TemporaryFolder() } catch {
      throw Refusal(
        "no-temporary-folder", "no temporary folder can be made: \(error)",
        hints: ["TMPDIR names the directory to make it in"])
    }
    defer { parent.remove() }
    let folder = "\(parent.path)/pack"
    let inputs = manifest.files.filter { $0.role != .report && $0.role != .note }
    try FileWriting.newDirectory(folder, inputs.map { ($0.name, files[$0.name] ?? []) })
    let made: [(name: String, bytes: [UInt8])]
    do throws(Refusal) {
      let result = try Self.score(manifest, in: folder)
      compareManifest(result)
      made = try Self.reports(result)
    } catch {
      for problem in error.diagnostics {
        report("audit-pack-inputs", "its inputs cannot be scored: \(problem.summary)")
      }
      return
    }
    for report in made { compare("reports/\(report.name)", report.bytes) }
    let names = Set(made.map { "reports/\($0.name)" })
    for file in manifest.files where file.role == .report && !names.contains(file.name) {
      report("audit-pack-report", "'\(file.name)' does not follow from its inputs")
    }
  }

  private mutating func compareManifest(_ result: AssessmentResult) {
    if manifest.organisation != result.input.assessment.organisation {
      report("audit-pack-manifest", "the manifest names another organisation than the assessment")
    }
    if manifest.evidence != AuditPack.evidenceProblems(result) {
      report(
        "audit-pack-manifest",
        "the manifest does not say truly which evidence is missing or changed")
    }
  }

  private mutating func compare(_ name: String, _ bytes: [UInt8]) {
    reports += 1
    guard files[name] != bytes else { return }
    report("audit-pack-report", "'\(name)' does not follow from its inputs")
  }

  /// Scores what lies in `folder`, as `export` does.
  private static func score(
    _ manifest: AuditManifest, in folder: String
  ) throws(Refusal) -> AssessmentResult {
    guard let day = CalendarDate(manifest.asOf) else {
      throw Refusal("audit-pack-day", "'\(manifest.asOf)' is no day")
    }
    let path = "\(folder)/\(manifest.assessment)"
    let library = try Library.load(
      from: LibraryLocation(root: "\(folder)/library"),
      overlays: AssessmentLoading.overlays(of: path) + manifest.overlays.map { "\(folder)/\($0)" })
    let loaded = try AssessmentLoading.load(path, library: library)
    return AssessmentScoring.score(
      loaded.assessment, library: library,
      catalogs: AssessmentScoring.catalogs(of: loaded.assessment, in: library), asOf: day)
  }

  private static func reports(
    _ result: AssessmentResult
  ) throws(Refusal) -> [(name: String, bytes: [UInt8])] {
    do {
      return try AuditReports.files(result)
    } catch {
      throw Refusal("audit-pack-report", "the reports cannot be made: \(error)")
    }
  }
}
