/// Something that a developer does to protect weights: true or false of a lab, or graded.
public struct Practice: Sendable, Hashable {
  /// Kebab-case.
  public var id: PracticeID
  /// One thing that is true or false.
  public var title: String
  /// What it is, and what counts and does not.
  public var description: String
  /// How to grade a partial answer.
  public var partial: String
  /// The layer of defence that it belongs to.
  public var layer: Layer
  /// Who usually owns it.
  public var owner: String
  /// How much work it usually is.
  public var effort: Effort
  /// The stages of the life cycle that it belongs to.
  public var lifecycle: [Lifecycle]
  /// The deployments that it makes sense in; empty: all.
  public var exposure: [Context.Exposure]
  /// What an auditor would take as evidence.
  public var evidence: [String]
  /// What it needs first.
  public var requires: [PracticeID]
  /// The graded value, when it has one.
  public var parameter: Parameter?
  /// Whether it comes from the user's own assessment, not from the shipped library.
  public var isOwn: Bool
  /// Where it was read.
  public var origin: Origin

  /// Makes a practice.
  public init(
    id: PracticeID, title: String, description: String = "", partial: String = "",
    layer: Layer = .process, owner: String = "", effort: Effort = .medium,
    lifecycle: [Lifecycle] = [], exposure: [Context.Exposure] = [], evidence: [String] = [],
    requires: [PracticeID] = [],
    parameter: Parameter? = nil, isOwn: Bool = false, origin: Origin = Origin()
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.partial = partial
    self.layer = layer
    self.owner = owner
    self.effort = effort
    self.lifecycle = lifecycle
    self.exposure = exposure
    self.evidence = evidence
    self.requires = requires
    self.parameter = parameter
    self.isOwn = isOwn
    self.origin = origin
  }
}

extension Practice {
  /// A layer of defence; practices of one layer may fail together.
  public enum Layer: String, Sendable, Hashable, CaseIterable {
    case identity, storage, network, compute, hardware, physical, personnel
    case supplyChain = "supply-chain"
    case process, detection
  }

  /// How much work a practice usually is.
  public enum Effort: String, Sendable, Hashable, CaseIterable {
    /// Days.
    case small = "S"
    /// Weeks.
    case medium = "M"
    /// Months.
    case large = "L"
    /// A year or more.
    case extraLarge = "XL"
  }

  /// A graded value of a practice: days to patch, key custody.
  public struct Parameter: Sendable, Hashable {
    /// Kebab-case.
    public var name: String
    /// What sort of value it has.
    public var type: ValueType
    /// Unit of the value, when it has one.
    public var unit: String
    /// Whether a lower value is the better one; of no meaning for a choice.
    public var lowerIsBetter: Bool
    /// For a choice: the values, weakest first.
    public var choices: [String]

    /// Makes a parameter.
    public init(
      name: String, type: ValueType, unit: String = "", lowerIsBetter: Bool = false,
      choices: [String] = []
    ) {
      self.name = name
      self.type = type
      self.unit = unit
      self.lowerIsBetter = lowerIsBetter
      self.choices = choices
    }

    /// What sort of value a parameter has.
    public enum ValueType: String, Sendable, Hashable, CaseIterable {
      case integer, number, choice
    }

    private static let decimalBytes = Set("0123456789.+-eE".utf8)

    /// Where `text` stands on the parameter's scale: the number, or the position in `choices`;
    /// nil when it is no value of the parameter.
    public func rank(of text: String) -> Double? {
      switch type {
      case .integer: Int(text).flatMap { $0 >= 0 ? Double($0) : nil }
      case .number:
        // Swift would also read hexadecimal numbers and words such as `inf`.
        text.utf8.allSatisfy { Self.decimalBytes.contains($0) }
          ? Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil } : nil
      case .choice: choices.firstIndex(of: text).map(Double.init)
      }
    }
  }
}

/// A set of practices under one version.
public struct PracticeLibrary: Sendable, Hashable {
  /// Kebab-case.
  public var id: String
  /// A short name.
  public var title: String
  /// Changes whenever a practice changes its meaning.
  public var version: String
  /// How finished it is.
  public var status: String
  /// Who made it, and how.
  public var provenance: Provenance
  /// The practices in the order in which they are asked.
  public var practices: [Practice]
  /// Where it was read.
  public var origin: Origin

  /// Makes a library.
  public init(
    id: String, title: String, version: String, status: String = "draft",
    provenance: Provenance = Provenance(), practices: [Practice], origin: Origin = Origin()
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.status = status
    self.provenance = provenance
    self.practices = practices
    self.origin = origin
  }
}
