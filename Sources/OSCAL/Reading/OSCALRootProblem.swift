internal import Diagnostics

/// Says why a document is not read, by its root.
enum OSCALRootProblem {
  static func report(
    _ root: String, namespace: String?, line: Int, _ problems: inout OSCALProblems
  ) {
    let expected = "expected a catalog, a profile or a mapping-collection"
    if OSCALSchema.otherRoots.contains(root) {
      problems.error(
        "oscal-other-model", "is an OSCAL \(root), which is not read", line: line,
        hints: [expected])
    } else if let namespace, OSCALSchema.roots.contains(where: { $0.element == root }) {
      problems.error(
        "oscal-namespace",
        namespace.isEmpty
          ? "<\(root)> has no namespace" : "<\(root)> has the namespace '\(namespace)'", line: line,
        hints: ["expected xmlns=\"\(OSCALSchema.namespace)\", that of OSCAL 1.0 to 1.2"])
    } else {
      problems.error(
        "oscal-root", "starts with '\(root)', which is none of OSCAL's", line: line,
        hints: NearestMatch.hints(root, in: OSCALSchema.roots.map(\.element)) + [expected])
    }
  }
}
