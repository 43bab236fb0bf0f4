/// What is removed while an addition beside it still wants its place has a class that no document
/// can have.
private let removedClass = "\u{0}removed"

extension OSCALPart {
  /// Whether only the place of it is left.
  var isRemoved: Bool {
    get { self.class == removedClass }
    set { self.class = newValue ? removedClass : nil }
  }
}

extension OSCALParameter {
  /// Whether only the place of it is left.
  var isRemoved: Bool {
    get { self.class == removedClass }
    set { self.class = newValue ? removedClass : nil }
  }
}

extension OSCALControl {
  /// Lets go what was kept for its place alone.
  mutating func letRemovedGo() {
    params.removeAll(where: \.isRemoved)
    Self.letRemovedGo(&parts)
    for index in controls.indices { controls[index].letRemovedGo() }
  }

  private static func letRemovedGo(_ parts: inout [OSCALPart]) {
    parts.removeAll(where: \.isRemoved)
    for index in parts.indices { letRemovedGo(&parts[index].parts) }
  }
}
