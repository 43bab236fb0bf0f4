internal import Diagnostics

/// What to say of a name that OSCAL 1.2 does not know.
enum OSCALUnknown {
  static func hints(_ name: String, in known: [String]) -> [String] {
    // Drafts have it, and the name most like it means something else.
    if name == "with-parent-controls" {
      return [
        "no OSCAL up to 1.2 has it: a control brings its parents along",
        "'exclude-controls' leaves parents out",
      ]
    }
    return NearestMatch.hints(name, in: known)
  }
}
