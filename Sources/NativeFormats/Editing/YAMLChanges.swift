/// What is to be done to one value of a file and to what it holds.
struct YAMLChanges {
  /// What stands in its place afterwards.
  var replacement: YAMLValue?
  var isRemoved = false
  /// Lines of a comment above it.
  var comments: [String] = []
  /// What is added to it, in this order.
  var additions: [Addition] = []
  var children: [YAMLPath.Step: YAMLChanges] = [:]

  struct Addition {
    /// Nil in a list.
    var key: String?
    var value: YAMLValue
    /// The key after which it stands; nil: at the end.
    var after: String?
  }

  /// Whether it stays what it is, itself.
  var isUntouched: Bool { replacement == nil && !isRemoved && additions.isEmpty }

  /// What `value` is afterwards. The text is changed apart from this, and has to come to the same.
  func applied(to value: YAMLValue) -> YAMLValue {
    if let replacement { return replacement }
    switch value {
    case .text, .bare:
      return added(to: value)
    case .sequence(let items):
      return .sequence(
        items.indices.compactMap { index in
          guard let child = children[.index(index)] else { return items[index] }
          return child.isRemoved ? nil : child.applied(to: items[index])
        } + additions.map(\.value))
    case .mapping(let entries):
      var result: [YAMLValue.Entry] = []
      for entry in entries {
        let child = children[.key(entry.key)]
        if child?.isRemoved != true {
          result.append(.init(entry.key, child?.applied(to: entry.value) ?? entry.value))
        }
        result += placed(after: entry.key)
      }
      return .mapping(result + placed(after: nil))
    }
  }

  /// The additions to a mapping that stand after `key`.
  func placed(after key: String?) -> [YAMLValue.Entry] {
    additions.filter { $0.after == key }.map { .init($0.key ?? "", $0.value) }
  }

  /// What becomes of a value that holds nothing yet.
  func added(to value: YAMLValue) -> YAMLValue {
    guard let first = additions.first else { return value }
    return first.key == nil
      ? .sequence(additions.map(\.value))
      : .mapping(additions.map { .init($0.key ?? "", $0.value) })
  }
}
