/// Which of several languages the texts of a library are taken in.
struct LibraryLanguages: Sendable {
  /// The one that was asked for; nil: that of the library.
  var asked: LibraryLanguage?
  /// The one that the library says it is written in.
  var own: LibraryLanguage?
}
