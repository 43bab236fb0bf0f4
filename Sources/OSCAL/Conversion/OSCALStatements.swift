/// The statements of the controls in a catalog's groups.
///
/// A group's own parameters are enough for nearly all of its statements. Those that name one of
/// another group are made again with all parameters, and so are those of a group with a parameter
/// whose id stood in the catalog before.
struct OSCALStatements {
  /// With all parameters of the catalog.
  let text: OSCALStatementText
  let byControl: [String: OSCALStatement]
  let budget: OSCALInsertBudget

  init(of catalog: OSCALCatalog, groups: [OSCALGroupStatements]) {
    budget = groups.first?.budget ?? OSCALInsertBudget()
    var all = OSCALStatementText(catalog.params, budget)
    let overshadowed = groups.map { all.add($0.text) }
    for control in catalog.controls { all.add(control) }
    var byControl: [String: OSCALStatement] = [:]
    for (index, made) in groups.enumerated() {
      var some = made.byControl
      if overshadowed[index] || some.values.contains(where: \.lacksParameter) {
        some = OSCALGroupStatements.statements(of: catalog.groups[index]) { control in
          let isDone = !overshadowed[index] && made.byControl[control.id]?.lacksParameter == false
          return isDone ? made.byControl[control.id] : OSCALStatement(control, all)
        }
      }
      byControl.merge(some) { first, _ in first }
    }
    text = all
    self.byControl = byControl
  }
}
