/// What one reviewer says of the pairs of a mapping set.
public struct MappingReview: Sendable, Hashable {
  /// The set.
  public var set: MappingSetID
  /// Who reviews, by name.
  public var reviewer: String
  /// What he said, one for each pair, in the order in which he said it.
  public var verdicts: [Verdict]

  /// Makes a review.
  public init(set: MappingSetID, reviewer: String, verdicts: [Verdict] = []) {
    self.set = set
    self.reviewer = reviewer
    self.verdicts = verdicts
  }

  /// What a reviewer says of one pair.
  public struct Verdict: Sendable, Hashable {
    /// The pair.
    public var pair: PairKey
    /// The relation that the pair had when he looked at it.
    public var sawRelation: Relation
    /// The share that the pair had when he looked at it.
    public var sawShare: Double
    /// What he thinks of it.
    public var judgement: Judgement
    /// With `change`: the relation that it should have.
    public var relation: Relation?
    /// With `change`: the share that it should have.
    public var share: Double?
    /// Why.
    public var note: String
    /// The day, `YYYY-MM-DD`.
    public var date: String

    /// Makes a verdict.
    public init(
      pair: PairKey, sawRelation: Relation, sawShare: Double, judgement: Judgement,
      relation: Relation? = nil, share: Double? = nil, note: String = "", date: String = ""
    ) {
      self.pair = pair
      self.sawRelation = sawRelation
      self.sawShare = sawShare
      self.judgement = judgement
      self.relation = relation
      self.share = share
      self.note = note
      self.date = date
    }

    /// Whether the pair is still as the reviewer saw it.
    public func isCurrent(for pair: MappingPair) -> Bool {
      self.pair == pair.key && sawRelation == pair.relation && sawShare == pair.share
    }
  }

  /// What a reviewer thinks of a pair.
  public enum Judgement: String, Sendable, Hashable, CaseIterable {
    /// It is right.
    case agree
    /// There is a pair, but not this one.
    case change
    /// There should be no pair.
    case reject
  }
}

/// What tells the pairs of a set apart.
public struct PairKey: Sendable, Hashable {
  /// The source.
  public var source: String
  /// The target.
  public var target: ControlID
  /// The aspect, if the pair has one.
  public var aspect: AspectID?
  /// The condition, if the pair has one.
  public var when: Condition?

  /// Makes a key.
  public init(source: String, target: ControlID, aspect: AspectID? = nil, when: Condition? = nil) {
    self.source = source
    self.target = target
    self.aspect = aspect
    self.when = when
  }
}

extension MappingPair {
  /// What tells it apart from the other pairs of its set.
  public var key: PairKey {
    PairKey(source: source, target: target, aspect: aspect, when: when)
  }
}
