internal import ArgumentParser

/// The exit codes that scripts can trust; `counterweight --help` documents them.
enum ExitStatus {
  /// Done.
  static let done: Int32 = 0
  /// Done, and the answer is no: a target is unmet, a lint found something, a strict import
  /// differs, an audit pack does not verify.
  static let no = ExitCode(1)
  /// The input is wrong or cannot be read; nothing was written.
  static let badInput: Int32 = 2
  /// Done, but evidence files are missing or changed; each is listed.
  static let evidence = ExitCode(3)
  // 64 is ArgumentParser's own: the command line is wrong.

  static let help = """
    EXIT CODES
      0   done
      1   done, and the answer is no: a target is unmet, a lint found something,
          a strict import differs, an audit pack does not verify
      2   the input is wrong or cannot be read; nothing was written
      3   done, but evidence files are missing, changed or without a digest;
          each is listed
      64  the command line is wrong
    """
}
