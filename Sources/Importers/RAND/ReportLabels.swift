/// Finds the labels of attack vectors and their categories on lines of their own: in table 5.1 and
/// over the sections of appendix A.
struct ReportLabels {
  /// Ids of vectors and categories → the label as it is printed, and its first line.
  private(set) var places: [String: (text: String, line: PagedLine)] = [:]

  private static let ids: [String: String] = {
    var ids: [String: String] = [:]
    for category in AttackVectors.categories {
      ids[SquashedText.squash(category.name)] = category.id
    }
    for vector in AttackVectors.all {
      ids[SquashedText.squash(vector.label)] = vector.id
      let open = vector.label.prefix { $0 != "(" }
      // `Exploiting reported but not (fully) patched …` goes on behind its brackets.
      if vector.label.last == ")", open.utf8.count > 8 {
        ids[SquashedText.squash(open)] = vector.id
      }
    }
    return ids
  }()

  init(_ lines: some Collection<PagedLine>) {
    var recent: [PagedLine] = []
    for line in lines where line.role == .body {
      guard line.text.utf8.count < 120, !line.text.contains("..") else {
        recent = []
        continue
      }
      recent.append(line)
      if recent.count > 3 { recent.removeFirst() }
      for start in recent.indices.reversed() {
        let text = Self.joined(recent[start...])
        guard !text.contains(where: \.isNumber), let id = Self.ids[SquashedText.squash(text)],
          places[id] == nil
        else { continue }
        let bare = BulletMark.split(text)?.rest ?? text
        places[id] = (FoldedText.fold(bare.filter { $0 != "*" }), recent[start])
      }
    }
  }

  private static func joined(_ lines: ArraySlice<PagedLine>) -> String {
    var text = ""
    for line in lines { LineJoining.append(line.text, to: &text) }
    return text
  }
}
