extension [OSCALProperty] {
  /// Whether what has these properties stays in the result although nothing refers to it.
  var keepAlways: Bool {
    contains { $0.name == "keep" && $0.value == "always" }
  }
}

extension OSCALNode {
  /// Whether it stays in the result although nothing refers to it.
  var keepAlways: Bool {
    children("prop").contains { $0.flag("name") == "keep" && $0.flag("value") == "always" }
  }
}
