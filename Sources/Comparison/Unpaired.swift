public import ControlModel

/// A control that only one of the editions has, as far as the comparison can tell.
public struct Unpaired: Sendable, Hashable {
  /// The control.
  public var control: Control
  /// Controls of the other edition that could be meant, best first; somebody has to look.
  public var candidates: [Candidate]
  /// Whether the other edition has a control of the same id that says something else.
  public var idIsReused: Bool

  /// Makes one.
  public init(control: Control, candidates: [Candidate] = [], idIsReused: Bool = false) {
    self.control = control
    self.candidates = candidates
    self.idIsReused = idIsReused
  }

  /// A control that could be meant.
  public struct Candidate: Sendable, Hashable {
    /// Its id.
    public var id: ControlID
    /// How alike the texts are, 0…1000.
    public var similarity: Int

    /// Makes a candidate.
    public init(id: ControlID, similarity: Int) {
      self.id = id
      self.similarity = similarity
    }
  }

  /// `review` when something could be meant, else `likely`: that nothing was found proves little.
  public var confidence: Confidence { candidates.isEmpty && !idIsReused ? .likely : .review }
}
