internal import ControlModel
internal import Diagnostics
internal import FoundationEssentials
internal import Glibc

/// What the program says to people. Results go to standard output, everything else to standard
/// error.
enum Console {
  /// The width that every line of prose is folded to.
  static let width = 80

  /// Writes a result.
  static func print(_ text: String) { print(bytes: Array((text + "\n").utf8)) }

  /// Writes a result that is bytes. Where it cannot be written the program ends: nobody may take
  /// half a result for the whole.
  static func print(bytes: [UInt8]) {
    Progress.end()
    let problem = write(bytes, to: STDOUT_FILENO)
    guard problem != 0 else { return }
    if problem != EPIPE {
      note("error: the result cannot be written: \(String(cString: strerror(problem)))")
    }
    Glibc.exit(ExitStatus.badInput)
  }

  /// Writes a question, without a line break.
  static func prompt(_ text: String) { print(bytes: Array(text.utf8)) }

  /// Writes something that is not the result.
  static func note(_ text: String) {
    Progress.end()
    _ = write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes what steers the terminal of standard error; only for one that is a terminal.
  static func sign(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Shows problems, the first ones of a long list.
  static func show(_ diagnostics: [Diagnostic]) {
    let limit = 100
    let paint = Paint(forFile: STDERR_FILENO)
    // By place, so that the list can be worked through from top to bottom; what has no place first.
    let sorted = diagnostics.enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (let first?, let second?) where first != second: first < second
      case (nil, _?): true
      case (_?, nil): false
      default: left.offset < right.offset
      }
    }.map(\.element)
    for diagnostic in sorted.prefix(limit) { note(text(of: diagnostic, paint)) }
    let more = sorted.dropFirst(limit).reduce(0) { $0 + $1.number }
    if more > 0 { note("… and \(more) more") }
    let errors = diagnostics.reduce(0) { $0 + ($1.severity == .error ? $1.number : 0) }
    if errors > 1 { note("\(errors) errors") }
  }

  private static func text(of diagnostic: Diagnostic, _ paint: Paint) -> String {
    let place = diagnostic.location.map { "\($0): " } ?? ""
    let label = "\(diagnostic.severity.label):"
    var lines = [
      clean(place) + paint(label, diagnostic.severity == .error ? .red : .yellow)
        + " \(clean(diagnostic.summary))"
    ]
    lines += diagnostic.hints.map { TextLayout.folded($0, first: "    ", indent: 6) }
    return lines.joined(separator: "\n")
  }

  /// - Returns: 0, or the number of the error that stopped it.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// Text that comes from files, as one line without what could steer a terminal or turn the order
  /// of what is read: control and format characters show as `�`, line breaks as blanks.
  static func clean(_ text: String) -> String {
    let isClean = text.unicodeScalars.allSatisfy { !steers($0) }
    guard !isClean else { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": cleaned.append(" ")
      default: cleaned.append(steers(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(cleaned)
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x20 || scalar.value > 0x7E else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// Today in UTC.
  ///
  /// - Throws: when the system's clock lies outside the years that have four digits.
  static func today() throws(Refusal) -> CalendarDate {
    let days = Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
    if let day = CalendarDate(daysSinceEpoch: days) { return day }
    throw Refusal("no-clock", "the system's clock shows no usable day")
  }
}

/// Colour, only on a terminal and never with NO_COLOR.
struct Paint {
  enum Colour: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case bold = "1"
    case dim = "2"
  }

  private let isOn: Bool

  init(forFile file: Int32) {
    let environment = ProcessInfo.processInfo.environment
    let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isOn = isatty(file) == 1 && !refused && environment["TERM"] != "dumb"
  }

  /// For standard output.
  static var output: Paint { Paint(forFile: STDOUT_FILENO) }

  func callAsFunction(_ text: String, _ colour: Colour) -> String {
    isOn ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
