internal import Glibc
internal import Synchronization

/// Says on a terminal what the program is at; in a pipe or a file nothing is said.
enum Progress {
  /// Whether a step stands on the terminal's last line.
  private static let isStanding = Mutex(false)

  /// Shows a step in the place of the one before it.
  static func show(_ step: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    isStanding.withLock { $0 = true }
    // Back to the start of the line, and empty it: a step that took two could not be taken away.
    Console.sign("\r\u{1B}[K\(TextLayout.cut(step, Console.width - 1))")
  }

  /// Takes the last step away, before anything else is said.
  static func end() {
    let wasStanding = isStanding.withLock { isStanding in
      defer { isStanding = false }
      return isStanding
    }
    if wasStanding { Console.sign("\r\u{1B}[K") }
  }
}
