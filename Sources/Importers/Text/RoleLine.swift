internal import ControlModel

/// The line under a heading that says whom it concerns.
enum RoleLine {
  /// What stands after `Primarily applies to:`, or nil for another text.
  static func content(of text: String) -> String? {
    guard let letter = text.utf8.first, "pPaA".utf8.contains(letter) else { return nil }
    let lower = text.prefix(24).lowercased()
    for opening in ["primarily applies to", "applies primarily to"] where lower.hasPrefix(opening) {
      let rest = text.dropFirst(opening.count)
      return FoldedText.fold(String(rest.drop { $0 == ":" || $0 == " " }))
    }
    return nil
  }

  /// The roles that a line names, in the order of the line.
  static func roles(in line: String) -> [Role] {
    let lower = line.lowercased()
    let names: [(String, Role)] = [
      ("developer", .developer), ("system operator", .systemOperator),
      ("data custodian", .dataCustodian), ("end-user", .endUser), ("end user", .endUser),
    ]
    var found: [(position: Int, role: Role)] = []
    for (name, role) in names {
      if let position = offset(of: name, in: lower), !found.contains(where: { $0.role == role }) {
        found.append((position, role))
      }
    }
    return found.sorted { $0.position < $1.position }.map(\.role)
  }

  private static func offset(of name: String, in text: String) -> Int? {
    let letters = Array(text.utf8)
    let wanted = Array(name.utf8)
    guard letters.count >= wanted.count else { return nil }
    return (0...(letters.count - wanted.count)).first { letters[$0...].starts(with: wanted) }
  }
}
