extension OSCALControl {
  /// The value of one of OSCAL's own properties, such as `label` or `status`.
  ///
  /// Several labels tell themselves apart by class: the plain one goes first.
  public func property(_ name: String) -> String? { OSCALProperty.value(name, in: props) }

  /// Whether the publisher took the control back: its property `status` says so.
  public var isWithdrawn: Bool { property("status")?.lowercased() == "withdrawn" }

  /// The fragments that links of a relation name: `ac-6` for `#ac-6`.
  public func targets(of relation: String) -> [String] {
    links.filter { $0.rel == relation && $0.href.hasPrefix("#") }.map {
      String($0.href.dropFirst())
    }
  }
}

extension OSCALProperty {
  /// Whether the name is of OSCAL's own vocabulary.
  public var isCore: Bool { ns == nil || ns == "http://csrc.nist.gov/ns/oscal" }

  static func value(_ name: String, in props: [OSCALProperty]) -> String? {
    let named = props.filter { $0.name == name && $0.isCore }
    return (named.first { $0.class == nil } ?? named.first)?.value
  }
}
