internal import ControlModel
internal import Synchronization
internal import Workspace

/// The catalogs that an import is going to fill, read while its document is still being read.
final class ForeseenCatalogs: Sendable {
  private struct Reading {
    let wanted: Set<CatalogID>
    let library: Task<Library, any Error>
  }

  private let options: LibraryOptions
  private let reading = Mutex<Reading?>(nil)

  init(_ options: LibraryOptions) { self.options = options }

  /// Begins to read; nothing is lost where others are needed in the end.
  func expect(_ catalogs: Set<CatalogID>) {
    let options = options
    reading.withLock {
      $0 = Reading(wanted: catalogs, library: Task { try options.read(only: catalogs) })
    }
  }

  /// Reads these catalogs, if they are not at hand already.
  func read(_ catalogs: Set<CatalogID>) async throws -> Library {
    if let reading = reading.withLock({ $0 }), reading.wanted == catalogs {
      return try await reading.library.value
    }
    return try options.read(only: catalogs)
  }
}
