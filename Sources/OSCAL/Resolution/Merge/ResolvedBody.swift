/// The body of a catalog while it is being made: all but metadata and back matter.
struct ResolvedBody {
  var params: [OSCALParameter] = []
  var controls: [OSCALControl] = []
  var groups: [OSCALGroup] = []
  /// Directives of the structure without effect, with where they stand.
  var idle: [(summary: String, origin: OSCALOrigin)] = []

  /// Changes every control, the inner ones of a control after itself.
  mutating func changeControls(_ change: (inout OSCALControl) -> Void) {
    Self.change(&controls, change)
    Self.change(&groups, change)
  }

  /// Changes every list of parameters.
  mutating func changeParameters(_ change: (inout [OSCALParameter]) -> Void) {
    change(&params)
    Self.changeParameters(of: &groups, change)
    changeControls { change(&$0.params) }
  }

  private static func change(
    _ controls: inout [OSCALControl], _ change: (inout OSCALControl) -> Void
  ) {
    for index in controls.indices {
      change(&controls[index])
      Self.change(&controls[index].controls, change)
    }
  }

  private static func change(
    _ groups: inout [OSCALGroup], _ change: (inout OSCALControl) -> Void
  ) {
    for index in groups.indices {
      Self.change(&groups[index].controls, change)
      Self.change(&groups[index].groups, change)
    }
  }

  private static func changeParameters(
    of groups: inout [OSCALGroup], _ change: (inout [OSCALParameter]) -> Void
  ) {
    for index in groups.indices {
      change(&groups[index].params)
      changeParameters(of: &groups[index].groups, change)
    }
  }
}
