/// Which of a definition's children an element has, as they are read: without an allocation for each
/// element, of which a catalog has tens of thousands.
struct OSCALChildKinds {
  /// One bit for each child of the definition that is there.
  private(set) var seen: UInt64 = 0
  /// One bit for each that is there more than once.
  private(set) var repeated: UInt64 = 0
  /// Whether they came in the order of the schema.
  private(set) var areOrdered = true
  private var last = 0

  /// Takes in the next child, by its place in the definition.
  mutating func add(_ kind: Int) {
    let bit: UInt64 = 1 << UInt64(kind)
    if seen & bit != 0 { repeated |= bit }
    seen |= bit
    if kind < last { areOrdered = false }
    last = kind
  }

  func has(_ kind: Int) -> Bool { seen & (1 << UInt64(kind)) != 0 }
  func hasSeveral(_ kind: Int) -> Bool { repeated & (1 << UInt64(kind)) != 0 }
}
