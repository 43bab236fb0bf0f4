internal import Archive
internal import Diagnostics
internal import Exporters

/// What is unpacked of a pack, and what is not: only files that the manifest lists, of the length
/// that it says.
extension AuditPackVerification {
  /// Bytes of the longest manifest that is read; one of 20,000 files has some 4 MB.
  private static let manifestBytes = 16 << 20

  /// The manifest, read before anything else is.
  ///
  /// - Throws: that there is none, or none that can be read.
  static func manifest(
    of archive: borrowing ArchiveReader, at location: SourceLocation
  ) throws(Refusal) -> AuditManifest {
    let entry = archive.entries.first { $0.name == AuditManifest.name }
    guard let entry, entry.size <= manifestBytes else {
      throw noPack(
        entry == nil
          ? "it has no \(AuditManifest.name)"
          : "its \(AuditManifest.name) has \(entry?.size ?? 0) bytes",
        archive, location)
    }
    let bytes: [UInt8]
    do throws(ArchiveFailure) {
      bytes = try archive.bytes(of: entry.name)
    } catch {
      throw broken(error, at: location)
    }
    guard let manifest = AuditManifest.decode(bytes) else {
      throw noPack("its \(AuditManifest.name) cannot be read", archive, location)
    }
    return manifest
  }

  /// Unpacks the files of the manifest, and tells those that it does not list.
  mutating func unpack(_ archive: borrowing ArchiveReader) throws(ArchiveFailure) {
    let sizes = Dictionary(
      manifest.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in archive.entries.sorted(by: { $0.name < $1.name }) where !entry.isFolder {
      if let file = sizes[entry.name], file.size != entry.size {
        otherLengths.insert(entry.name)
        report(
          "audit-pack-changed", "'\(entry.name)' is not the file that was packed",
          hints: ["packed: \(file.size) bytes", "found:  \(entry.size) bytes"])
      } else if sizes[entry.name] != nil || entry.name == AuditManifest.name
        || entry.name == AuditManifest.signatureName && entry.size <= Self.manifestBytes
      {
        files[entry.name] = try archive.bytes(of: entry.name)
      } else {
        report("audit-pack-added", "'\(entry.name)' is not in the manifest")
      }
    }
  }

  private static func noPack(
    _ reason: String, _ archive: borrowing ArchiveReader, _ location: SourceLocation
  ) -> Refusal {
    let bomb = archive.entries.first { entry in
      entry.size > 1 << 20 && entry.size / max(1, entry.compressedSize) >= ArchiveLimits().ratio
    }
    let warning = bomb.map { entry in
      "its '\(entry.name)' becomes \(entry.size / max(1, entry.compressedSize)) times longer when "
        + "it is unpacked, as in ZIP bombs: it was not unpacked"
    }
    return Refusal(
      "no-audit-pack", "is a ZIP archive, but no audit pack: \(reason)", at: location,
      hints: (warning.map { [$0] } ?? [])
        + ["'counterweight export DIR --format audit-pack' makes one"])
  }
}
