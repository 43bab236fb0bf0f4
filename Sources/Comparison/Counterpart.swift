public import ControlModel

/// A control of the old edition and the one of the new edition that takes its place.
public struct Counterpart: Sendable, Hashable {
  /// In the old edition.
  public var old: Control
  /// In the new edition.
  public var new: Control
  /// How alike their texts are, 0…1000; 1000 where the digests or the words are the same.
  public var similarity: Int
  /// Which text was compared; nil when they have none in common.
  public var basis: TextBasis?
  /// How sure it is that they belong together.
  public var confidence: Confidence
  /// What is different; empty: nothing that is compared.
  public var changes: [Change]

  /// Makes a counterpart.
  public init(
    old: Control, new: Control, similarity: Int, basis: TextBasis?, confidence: Confidence,
    changes: [Change] = []
  ) {
    self.old = old
    self.new = new
    self.similarity = similarity
    self.basis = basis
    self.confidence = confidence
    self.changes = changes
  }

  /// What can differ between two editions of a control.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// Another id.
    case renumbered
    /// Other words in the text that was compared.
    case reworded
    /// Another modal verb: shall, should, may.
    case obligation
    /// Under another heading, which is not the old one under a new id.
    case moved
    /// Another heading of its own.
    case retitled
    /// Another level.
    case level
    /// Another sort of entry: a requirement became an indicator.
    case kind
  }

  /// Whether the wording is known to be the same.
  public var isSameWording: Bool { !changes.contains(.reworded) && basis != nil }
}
