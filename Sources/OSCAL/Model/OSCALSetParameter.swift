/// What is set in a parameter.
public struct OSCALSetParameter: Sendable, Hashable {
  /// The parameter.
  public var paramID: String
  /// A textual label for a sub-type.
  public var `class`: String?
  /// Another parameter; deprecated in OSCAL, kept here.
  public var dependsOn: String?
  /// Characteristics with a name and a value.
  public var props: [OSCALProperty]
  /// References to other resources.
  public var links: [OSCALLink]
  /// A short name to put in the place of a missing value.
  public var label: OSCALMarkupLine?
  /// What it is for.
  public var usage: OSCALMarkupMultiline?
  /// Rules or descriptions of what values are allowed.
  public var constraints: [OSCALParameterConstraint]
  /// Advice on choosing a value.
  public var guidelines: [OSCALParameterGuideline]
  /// Values that are set.
  public var values: [String]
  /// Choices, in the place of values.
  public var select: OSCALParameterSelection?
  /// Where it was read.
  public var origin: OSCALOrigin

  /// Makes one; what is not given is absent.
  public init(
    paramID: String, `class`: String? = nil, dependsOn: String? = nil,
    props: [OSCALProperty] =
      [], links: [OSCALLink] = [], label: OSCALMarkupLine? = nil,
    usage: OSCALMarkupMultiline? =
      nil, constraints: [OSCALParameterConstraint] = [],
    guidelines: [OSCALParameterGuideline] =
      [], values: [String] = [], select: OSCALParameterSelection? = nil,
    origin: OSCALOrigin =
      OSCALOrigin()
  ) {
    self.paramID = paramID
    self.class = `class`
    self.dependsOn = dependsOn
    self.props = props
    self.links = links
    self.label = label
    self.usage = usage
    self.constraints = constraints
    self.guidelines = guidelines
    self.values = values
    self.select = select
    self.origin = origin
  }
}
