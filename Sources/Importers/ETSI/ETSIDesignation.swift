/// The number of an ETSI deliverable as its pages print it: `ETSI EN 304 223 V2.1.1 (2025-12)`.
struct ETSIDesignation: Hashable {
  /// `EN`, `TS`, `TR` …
  var type: String
  /// `304 223`
  var number: String
  /// `V2.1.1`; empty when it does not stand beside the number.
  var version: String
  /// `2025-12`; empty when it does not stand beside the version.
  var date: String

  /// The whole as printed.
  var name: String {
    "ETSI \(type) \(number)" + (version.isEmpty ? "" : " \(version)")
      + (date.isEmpty ? "" : " (\(date))")
  }

  /// Finds the first one in a folded line that has `ETSI` before it, or nil.
  static func find(in text: String) -> ETSIDesignation? {
    let words = text.split { $0 == " " || $0 == ";" || $0 == "," }
    for start in words.indices where words[start] == "ETSI" && start + 3 < words.count {
      let type = words[start + 1]
      guard types.contains(type), isNumber(words[start + 2]), isNumber(words[start + 3]) else {
        continue
      }
      var found = ETSIDesignation(
        type: String(type), number: "\(words[start + 2]) \(words[start + 3])", version: "", date: ""
      )
      if start + 4 < words.count, isVersion(words[start + 4]) {
        found.version = String(words[start + 4])
        if start + 5 < words.count, words[start + 5].first == "(" {
          found.date = words[start + 5].filter { $0.isNumber || $0 == "-" }
        }
      }
      return found
    }
    return nil
  }

  /// Whether nothing stands on a line but the number, `ETSI`, and the number of the page.
  static func isFurniture(_ text: String) -> Bool {
    guard text.utf8.count < 90 else { return false }
    if text == "ETSI" { return true }
    guard let found = find(in: text) else { return false }
    var rest = text.split(separator: " ").map(String.init)
    for word in found.name.split(separator: " ") {
      if let place = rest.firstIndex(of: String(word)) { rest.remove(at: place) }
    }
    return rest.allSatisfy {
      ["ETSI", "Draft", "draft", "Final", "Release"].contains($0)
        || $0.utf8.count <= 3 && $0.allSatisfy(\.isNumber)
    }
  }

  private static let types: Set<Substring> = ["EN", "TS", "TR", "ES", "EG", "GS", "GR"]

  private static func isNumber(_ word: Substring) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isVersion(_ word: Substring) -> Bool {
    word.first == "V" && word.dropFirst().split(separator: ".").count == 3
      && word.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
  }
}
