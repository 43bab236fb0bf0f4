public import ControlModel

/// A line in the text of an entry that may not belong to it, or beside which some may be missing.
public struct DoubtfulText: Sendable, Hashable {
  /// The entry's id.
  public var id: String
  /// What may be wrong, behind `… may`: `hold a footnote`.
  public var reason: String
  /// The line, white space folded.
  public var text: String
  /// Where it stands.
  public var locator: Locator

  /// Makes a doubt.
  public init(id: String, reason: String, text: String, locator: Locator) {
    self.id = id
    self.reason = reason
    self.text = text
    self.locator = locator
  }
}
