/// A level of a standard that has them: SL1…SL5.
public struct Level: Sendable, Hashable {
  /// As the document prints it.
  public var id: String
  /// A short name.
  public var title: String
  /// What a system of this level does, in own words.
  public var definition: String
  /// The capacity that it is meant to thwart.
  public var adversary: String
  /// Where the document defines it.
  public var locator: Locator

  /// Makes a level.
  public init(
    id: String, title: String = "", definition: String = "", adversary: String = "",
    locator: Locator = Locator()
  ) {
    self.id = id
    self.title = title
    self.definition = definition
    self.adversary = adversary
    self.locator = locator
  }
}

/// An operational capacity of attackers: OC1…OC5 (RAND RR-A2849-1, figure 4.1, p. 10).
public struct Capacity: Sendable, Hashable {
  /// As the document prints it.
  public var id: String
  /// A short name.
  public var title: String
  /// Who that is and what they can do, in own words.
  public var summary: String
  /// Where the document defines it.
  public var locator: Locator

  /// Makes a capacity.
  public init(id: String, title: String, summary: String = "", locator: Locator = Locator()) {
    self.id = id
    self.title = title
    self.summary = summary
    self.locator = locator
  }
}
