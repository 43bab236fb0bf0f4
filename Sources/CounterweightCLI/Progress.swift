internal import Glibc

/// Says on a terminal what the program is at; in a pipe or a file nothing is said.
enum Progress {
  private static var isShown: Bool { isatty(STDERR_FILENO) == 1 }

  /// Shows a step in the place of the one before it.
  static func show(_ step: String) {
    // Back to the start of the line, and empty it.
    if isShown { Console.sign("\r\u{1B}[K\(step)") }
  }

  /// Takes the last step away, before results are written.
  static func end() {
    if isShown { Console.sign("\r\u{1B}[K") }
  }
}
