internal import ControlModel
internal import Synchronization

/// The catalogs that the files of one import may have to know of, read once and only when a file
/// asks: a command may name hundreds of files.
final class CatalogsAtHand: Sendable {
  private let options: LibraryOptions
  private let folder: String
  private let known = Mutex<[Catalog]?>(nil)

  /// - Parameter folder: where earlier imports lie.
  init(_ options: LibraryOptions, besides folder: String) {
    self.options = options
    self.folder = folder
  }

  /// Those that ship, the user's own, and those of earlier imports.
  func all() -> [Catalog] {
    known.withLock { known in
      if let known { return known }
      let read = options.catalogs(besides: folder)
      known = read
      return read
    }
  }
}
