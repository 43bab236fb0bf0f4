import Archive
import Digests
import Exporters

/// An audit pack that a test takes apart and puts together again, honestly or not.
struct PackFile {
  var entries: [(name: String, bytes: [UInt8])] = []

  init(_ bytes: [UInt8]) throws {
    let archive = try ArchiveReader(bytes)
    for entry in archive.entries {
      entries.append((entry.name, try archive.bytes(of: entry.name)))
    }
  }

  var names: [String] { entries.map(\.name) }

  func encoded() throws -> [UInt8] {
    try ArchiveWriter.archive(
      of: entries.map { ArchiveWriter.Entry(name: $0.name, bytes: $0.bytes) })
  }

  /// The bytes of an entry; empty when there is none.
  subscript(_ name: String) -> [UInt8] {
    get { entries.first { $0.name == name }?.bytes ?? [] }
    set {
      if let index = entries.firstIndex(where: { $0.name == name }) {
        entries[index].bytes = newValue
      } else {
        entries.append((name, newValue))
      }
    }
  }

  func text(_ name: String) -> String { String(decoding: self[name], as: UTF8.self) }

  mutating func remove(_ name: String) { entries.removeAll { $0.name == name } }

  /// Changes what the manifest says.
  mutating func changeManifest(_ change: (inout AuditManifest) -> Void) throws {
    guard var manifest = AuditManifest.decode(self[AuditManifest.name]) else { return }
    change(&manifest)
    self[AuditManifest.name] = try manifest.encoded()
  }

  /// Makes the manifest fit the files, as a forger would.
  mutating func settle() throws {
    let files = entries
    try changeManifest { manifest in
      for index in manifest.files.indices {
        guard let file = files.first(where: { $0.name == manifest.files[index].name }) else {
          continue
        }
        manifest.files[index].size = file.bytes.count
        manifest.files[index].sha256 = SHA256.hex(of: file.bytes)
      }
    }
  }

  /// Adds a file and says so in the manifest.
  mutating func add(_ name: String, _ text: String, as role: AuditManifest.Role) throws {
    self[name] = Array(text.utf8)
    try changeManifest {
      $0.files.append(AuditManifest.File(name: name, role: role, size: 0, sha256: ""))
    }
    try settle()
  }
}
