/// How many letters two short names differ by.
enum EditDistance {
  /// The distance, or nil when it is above `limit`.
  static func of(_ one: String, _ other: String, limit: Int) -> Int? {
    let left = Array(one.utf8)
    let right = Array(other.utf8)
    guard abs(left.count - right.count) <= limit else { return nil }
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let step = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(step, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }
}
