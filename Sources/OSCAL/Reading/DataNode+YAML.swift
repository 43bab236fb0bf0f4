internal import Diagnostics
internal import YAMLEvents

extension DataNode {
  /// Takes a YAML tree over. Everything is text there; only what stands for nothing is told apart.
  init(_ node: YAMLNode) {
    switch node {
    case .scalar(let scalar):
      self = .scalar(
        Scalar(
          text: scalar.text, kind: scalar.isNull ? .null : .string, line: scalar.location.line))
    case .sequence(let sequence):
      self = .list(sequence.items.map { DataNode($0) }, line: sequence.location.line)
    case .mapping(let mapping):
      self = .object(
        mapping.entries.map {
          Entry(key: $0.key, line: $0.location.line, value: DataNode($0.value))
        }, line: mapping.location.line)
    }
  }
}
