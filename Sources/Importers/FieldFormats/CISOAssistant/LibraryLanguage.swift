/// A language as a user asks for it: `fr` means `fr`, `FR` and `fr-BE`.
struct LibraryLanguage: Sendable {
  /// As he wrote it, in lower case.
  let code: String

  init(_ code: String) { self.code = code.lowercased().replacing("_", with: "-") }

  /// Whether a library means it by `name`.
  func isMeant(by name: String) -> Bool {
    let name = LibraryLanguage(name).code
    return name == code || name.hasPrefix("\(code)-")
  }
}
