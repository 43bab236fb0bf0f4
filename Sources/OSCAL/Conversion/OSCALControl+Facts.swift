extension OSCALControl {
  /// The value of one of OSCAL's own properties, such as `label` or `status`.
  ///
  /// Several labels tell themselves apart by class: the plain one goes first.
  public func property(_ name: String) -> String? { OSCALProperty.value(name, in: props) }

  /// Whether the publisher took the control back: its property `status` says so.
  public var isWithdrawn: Bool { property("status")?.lowercased() == "withdrawn" }

  /// The fragments that links of a relation name: `ac-6` for `#ac-6`.
  public func targets(of relation: String) -> [String] {
    // By index: a link or a property has many members, and copying it takes longer than looking.
    links.indices.compactMap { index in
      guard links[index].rel == relation, links[index].href.hasPrefix("#") else { return nil }
      return String(links[index].href.dropFirst())
    }
  }
}

extension OSCALProperty {
  /// Whether the name is of OSCAL's own vocabulary.
  public var isCore: Bool { ns == nil || ns == "http://csrc.nist.gov/ns/oscal" }

  static func value(_ name: String, in props: [OSCALProperty]) -> String? {
    var first: String?
    for index in props.indices where props[index].name == name && props[index].isCore {
      if props[index].class == nil { return props[index].value }
      if first == nil { first = props[index].value }
    }
    return first
  }
}
