/// Where something was read. Two values are equal when they say the same, wherever they were read:
/// an origin equals every other origin.
public struct OSCALOrigin: Sendable, Hashable {
  /// The line in the file, from 1; 0 when it was made in memory.
  public var line: Int

  /// Makes an origin; without arguments, that of something made in memory.
  public init(line: Int = 0) { self.line = line }

  /// Always true: see the type.
  public static func == (left: OSCALOrigin, right: OSCALOrigin) -> Bool { true }

  /// Hashes nothing: see the type.
  public func hash(into hasher: inout Hasher) {}
}
