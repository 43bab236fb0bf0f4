/// What a library calls the controls and threats that its nodes name by their URNs.
struct RelatedNames {
  private var names: [LibraryURN: String] = [:]

  /// - Parameter objects: of the library.
  init(_ objects: LibraryFields?) {
    for key in ["reference_controls", "security_functions", "threats"] {
      for item in objects?.items(key) ?? [] {
        let name = item.text("name")
        guard !name.isEmpty else { continue }
        let reference = item.text("ref_id")
        names[LibraryURN(item.text("urn"))] =
          reference.isEmpty || reference == name ? name : "\(reference) \(name)"
      }
    }
  }

  /// The names of those that the library holds itself.
  func names(of urns: [String]) -> [String] { urns.compactMap { names[LibraryURN($0)] } }
}
