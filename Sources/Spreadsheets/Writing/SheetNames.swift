/// Makes names fit for the tabs of a workbook.
public enum SheetNames {
  /// Most characters of a name.
  public static let limit = 31

  /// The names as the format allows them: at most 31 characters, none of `[]:*?/\`, no apostrophe
  /// at an end, not empty, and no two that differ only in case.
  public static func fitted(_ names: [String]) -> [String] {
    // `History` is taken by the format itself.
    var taken: Set<String> = ["history"]
    return names.map { name in
      let base = allowed(name)
      var candidate = cut(base, limit)
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        let ending = " (\(number))"
        candidate = cut(base, limit - ending.utf16.count) + ending
        number += 1
      }
      return candidate
    }
  }

  private static func allowed(_ name: String) -> String {
    let clean = name.unicodeScalars.map { scalar -> Character in
      let isBad =
        scalar.value < 0x20 || "[]:*?/\\".unicodeScalars.contains(scalar)
        || scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
      return isBad ? "-" : Character(scalar)
    }
    let isEdge: (Character) -> Bool = { $0 == "'" || $0.isWhitespace }
    let trimmed = clean.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    return trimmed.isEmpty ? "Sheet" : String(trimmed)
  }

  private static func cut(_ name: String, _ limit: Int) -> String {
    guard name.utf16.count > limit else { return name }
    var kept = ""
    for character in name {
      guard kept.utf16.count + String(character).utf16.count < limit else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
