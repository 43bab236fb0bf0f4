/// A name that one kind of thing is known by. Ids are text: `5.10` never becomes `5.1`.
public struct Identifier<Kind>: RawRepresentable, Sendable, Hashable {
  /// The id as it is written.
  public let rawValue: String

  /// Makes an id.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes an id.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Makes an id out of a literal.
  public init(stringLiteral value: String) { self.init(value) }
}

extension Identifier: Comparable {
  /// Orders by the bytes of the id.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Identifier: CustomStringConvertible {
  /// The id as it is written.
  public var description: String { rawValue }
}

/// Names a catalog, with its edition: `dsit-ai-cop-2025`.
public typealias CatalogID = Identifier<Catalog>
/// Names a control within its catalog: `5.4.1`, `SL3.WS.INT.1`.
public typealias ControlID = Identifier<Control>
/// Names a group within its catalog.
public typealias GroupID = Identifier<Group>
/// Names a named part of a requirement.
public typealias AspectID = Identifier<Aspect>
/// Names a practice.
public typealias PracticeID = Identifier<Practice>
/// Names a mapping set.
public typealias MappingSetID = Identifier<MappingSet>
/// Names a place where weights live or are used.
public typealias ContextID = Identifier<Context>
/// Names a piece of evidence.
public typealias EvidenceID = Identifier<Evidence>
/// Names a target.
public typealias TargetID = Identifier<Target>
