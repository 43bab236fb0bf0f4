internal import ControlModel

/// Scores that the document prints, against those of the catalog.
extension ImportReport {
  mutating func compareScores(of catalog: Catalog, with entries: [String: ImportedEntry]) {
    for control in catalog.controls where !control.feasibility.isEmpty {
      expectedScores += control.feasibility.count
      guard let entry = entries[control.id.rawValue] else { continue }
      for (capacity, score) in control.feasibility.sorted(by: { $0.key < $1.key }) {
        guard let read = entry.scores[capacity] else { continue }
        if read == score {
          agreeingScores += 1
        } else {
          scores.append(
            Difference(
              id: "\(control.id) at \(capacity)", expected: String(score), found: String(read)))
        }
      }
    }
  }
}
