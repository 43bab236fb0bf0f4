/// A condition on a practice's parameter: `patch-days <= 14`.
public struct Condition: Sendable, Hashable {
  /// The parameter's name.
  public var parameter: String
  /// How the value is compared.
  public var comparison: Comparison
  /// What it is compared with.
  public var value: String

  /// Makes a condition.
  public init(parameter: String, comparison: Comparison, value: String) {
    self.parameter = parameter
    self.comparison = comparison
    self.value = value
  }

  /// How a value is compared.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case exactly = "=="
  }

  /// Reads `NAME <= VALUE`, or gives nil.
  public init?(_ text: String) {
    for comparison in Comparison.allCases {
      let parts = text.split(separator: comparison.rawValue, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let name = parts[0].trimmed
      let value = parts[1].trimmed
      guard !name.isEmpty, !value.isEmpty else { return nil }
      self.init(parameter: name, comparison: comparison, value: value)
      return
    }
    return nil
  }

  /// Whether `value` fulfils the condition; nil when the value is not known, because an answer
  /// without it leaves the condition open, not false.
  public func isFulfilled(by value: String?, of parameter: Practice.Parameter?) -> Bool? {
    guard let value, let parameter, parameter.name == self.parameter else { return nil }
    guard let given = parameter.rank(of: value), let asked = parameter.rank(of: self.value) else {
      return nil
    }
    switch comparison {
    case .atMost: return given <= asked
    case .atLeast: return given >= asked
    case .exactly: return given == asked
    }
  }
}

extension Condition: CustomStringConvertible {
  /// `patch-days <= 14`
  public var description: String { "\(parameter) \(comparison.rawValue) \(value)" }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
