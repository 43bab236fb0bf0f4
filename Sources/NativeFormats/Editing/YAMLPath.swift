/// The way from the root of a YAML file to one of its values: `["answers", 3, "status"]`.
public struct YAMLPath: Sendable, Hashable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// One step down.
  public enum Step: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// Into a mapping.
    case key(String)
    /// Into a list, counted from 0.
    case index(Int)

    /// Makes a step into a mapping.
    public init(stringLiteral value: String) { self = .key(value) }

    /// Makes a step into a list.
    public init(integerLiteral value: Int) { self = .index(value) }
  }

  /// The steps from the root.
  public var steps: [Step]

  /// Makes a path.
  public init(_ steps: [Step]) { self.steps = steps }

  /// Makes a path out of its steps.
  public init(arrayLiteral steps: Step...) { self.steps = steps }

  /// The path with one more step.
  public func appending(_ step: Step) -> YAMLPath { YAMLPath(steps + [step]) }

  /// `answers[3].status`
  public var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}
