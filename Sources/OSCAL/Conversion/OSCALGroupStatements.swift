/// The statements of the controls of one group, made with the parameters that stand in it.
///
/// They are most of the work of a conversion, and groups do not need each other for it: the reader
/// makes those of a group on another processor while it reads the next one.
public struct OSCALGroupStatements: Sendable {
  /// Where an id stands twice, the first one is kept: it is the one that is converted.
  let byControl: [String: OSCALStatement]
  let text: OSCALStatementText

  /// What all groups of the catalog share.
  let budget: OSCALInsertBudget

  init(_ group: OSCALGroup, _ budget: OSCALInsertBudget) {
    let text = OSCALStatementText(group, budget)
    self.budget = budget
    self.text = text
    byControl = Self.statements(of: group) { OSCALStatement($0, text) }
  }

  /// What `make` gives for the first control of each id.
  static func statements(
    of group: OSCALGroup, _ make: (OSCALControl) -> OSCALStatement?
  ) -> [String: OSCALStatement] {
    var statements: [String: OSCALStatement] = [:]
    func add(_ controls: Span<OSCALControl>) {
      for index in controls.indices {
        let id = controls[index].id
        if statements[id] == nil { statements[id] = make(controls[index]) }
        add(controls[index].controls.span)
      }
    }
    func add(_ group: OSCALGroup) {
      for inner in group.groups { add(inner) }
      add(group.controls.span)
    }
    add(group)
    return statements
  }
}
