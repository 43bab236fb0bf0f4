public import ControlModel

/// Which text of two controls was compared.
public enum TextBasis: String, Sendable, Hashable, CaseIterable {
  /// The publisher's wording, or its digests.
  case statement
  /// Our own words; they may differ where the standards do not.
  case summary
  /// The heading.
  case title

  /// The text of a control; empty when it has none of this sort.
  public func text(of control: Control) -> String {
    switch self {
    case .statement: control.statement ?? ""
    case .summary: control.summary
    case .title: control.title
    }
  }

  /// The best text that both have; nil when they have none in common.
  static func common(_ old: Control, _ new: Control) -> TextBasis? {
    allCases.first { !$0.text(of: old).isEmpty && !$0.text(of: new).isEmpty }
  }
}
