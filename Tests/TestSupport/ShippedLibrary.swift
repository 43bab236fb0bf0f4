public import ControlModel
public import Diagnostics
internal import NativeFormats
public import Scoring

/// What the package ships, read by its own readers.
public struct ShippedLibrary: Sendable {
  /// By file name.
  public var catalogs: [String: Catalog] = [:]
  /// The practice library.
  public var practices: PracticeLibrary?
  /// By file name.
  public var sets: [String: MappingSet] = [:]
  /// What could not be read.
  public var problems: [Diagnostic] = []

  /// The library of this package.
  public static let current = ShippedLibrary()

  private init() {
    for name in PackageFiles.names(in: "catalogs") where name.hasSuffix(".yaml") {
      let file = "catalogs/\(name)"
      do throws(Refusal) {
        catalogs[name] = try CatalogFormat.decode(PackageFiles.bytes(file) ?? [], file: file)
      } catch {
        problems += error.diagnostics
      }
    }
    for name in PackageFiles.names(in: "mappings") where name.hasSuffix(".yaml") {
      let file = "mappings/\(name)"
      let bytes = PackageFiles.bytes(file) ?? []
      do throws(Refusal) {
        if NativeFormat.named(in: bytes) == .practiceLibrary {
          practices = try PracticeLibraryFormat.decode(bytes, file: file)
        } else {
          sets[name] = try MappingSetFormat.decode(bytes, file: file)
        }
      } catch {
        problems += error.diagnostics
      }
    }
  }

  /// A catalog by id.
  public func catalog(_ id: CatalogID) -> Catalog? { catalogs.values.first { $0.id == id } }

  /// The pairs practice → control, by catalog.
  public var pairs: [CatalogID: [PracticePair]] {
    PracticePair.all(in: Array(sets.values), own: [:])
  }

  /// An input with these answers, against every catalog in force.
  public func input(_ assessment: Assessment, asOf: CalendarDate) -> ScoringInput {
    ScoringInput(
      catalogs: catalogs.values.filter { $0.status != .superseded },
      practices: practices?.practices ?? [], pairs: pairs,
      assessment: assessment, asOf: asOf)
  }
}
