import ControlModel
import Diagnostics
import FoundationEssentials
import Glibc
import Importers
import NativeFormats

/// What is fed with the fuzzer's bytes. `COUNTERWEIGHT_FUZZ` chooses one by its name.
///
/// A refusal is a good end. A crash, a hang or growing memory is a finding.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) throws -> Void

  /// All of them: each importer by its id, each native format by its word, each field format,
  /// and the main part of each kind of office program's file.
  static var all: [FuzzTarget] {
    ImporterRegistry.all.map(importer) + natives + packed
      + FieldFormatRegistry.all.map { format in
        FuzzTarget(name: format.id) { bytes in
          guard let today = CalendarDate("2026-01-01") else { return }
          _ = try format.read(FieldFile(name: "x", bytes: bytes), FieldRequest(today: today))
        }
      }
  }

  /// A publisher's document in any form. The first byte says whether the bytes stand for a PDF that
  /// was converted; the importer reads them whether it recognises them or not.
  private static func importer(_ importer: any Importer) -> FuzzTarget {
    FuzzTarget(name: importer.id) { bytes in
      let document = try SourceDocument.read(fileName: "x", bytes: bytes)
      _ = importer.recognises(document)
      let imported = try importer.read(document)
      guard let today = CalendarDate("2026-01-01") else { return }
      let empty = Catalog(id: importer.catalog, title: "", conformance: .coverage)
      let filled = CatalogFill.fill(empty, from: imported, retrieved: today)
      _ = filled.report.diagnostics
      _ = CatalogFormat.encode(filled.catalog)
    }
  }

  private static let natives: [FuzzTarget] = [
    FuzzTarget(name: "catalog") { _ = try CatalogFormat.decode($0, file: "x") },
    FuzzTarget(name: "practice-library") { _ = try PracticeLibraryFormat.decode($0, file: "x") },
    FuzzTarget(name: "mapping-set") { _ = try MappingSetFormat.decode($0, file: "x") },
    FuzzTarget(name: "assessment") { _ = try AssessmentFormat.decode($0, file: "x") },
    FuzzTarget(name: "review") { _ = try ReviewFormat.decode($0, file: "x") },
  ]

  private static let packed: [FuzzTarget] = [
    FuzzTarget(name: "docx") { try readAll(PackedPart.word($0)) },
    FuzzTarget(name: "odt") { try readAll(PackedPart.openDocument($0)) },
    FuzzTarget(name: "xlsx") { bytes in
      guard let today = CalendarDate("2026-01-01") else { return }
      let file = FieldFile(name: "x", bytes: try PackedPart.sheet(bytes))
      _ = try FieldFormatRegistry.format(of: file)?.read(file, FieldRequest(today: today))
    },
  ]

  /// A document as the command reads it: by the importers that recognise it.
  private static func readAll(_ bytes: [UInt8]) throws {
    let document = try SourceDocument.read(fileName: "x", bytes: bytes)
    for importer in ImporterRegistry.all where importer.recognises(document) {
      guard let today = CalendarDate("2026-01-01") else { return }
      let empty = Catalog(id: importer.catalog, title: "", conformance: .coverage)
      let filled = CatalogFill.fill(empty, from: try importer.read(document), retrieved: today)
      _ = filled.report.diagnostics
    }
  }

  /// The one that the environment names; without one, a list of all and the end.
  static let chosen: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["COUNTERWEIGHT_FUZZ"] ?? ""
    guard let found = all.first(where: { $0.name == name }) else {
      for target in all { print(target.name) }
      exit(0)
    }
    return found
  }()
}

/// As C hands the command line over.
typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's own driver.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments?>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The package manager looks for the main function of an executable under this name.
@_cdecl("fuzz_main")
func fuzzMain(_ count: CInt, _ arguments: Arguments?) -> CInt {
  var count = count
  var arguments = arguments
  _ = FuzzTarget.chosen
  return runDriver(&count, &arguments) { start, length in
    try? FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: length)))
    return 0
  }
}
