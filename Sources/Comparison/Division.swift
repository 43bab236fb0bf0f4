public import ControlModel

/// One control on one side whose text is found again in several on the other.
public struct Division: Sendable, Hashable {
  /// The one: in the old edition for a split, in the new one for a merger.
  public var whole: ControlID
  /// The several, in their catalog's order.
  public var parts: [ControlID]
  /// How much of the whole the parts have together, 0…1000.
  public var covered: Int
  /// Never more than likely: texts alone do not prove it.
  public var confidence: Confidence

  /// Makes a division.
  public init(whole: ControlID, parts: [ControlID], covered: Int, confidence: Confidence) {
    self.whole = whole
    self.parts = parts
    self.covered = covered
    self.confidence = confidence
  }
}
