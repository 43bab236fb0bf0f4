/// How deep the points of a guideline stand in a plain text.
///
/// Where points stand in, their columns tell. Where all stand in one column and one of them opens a
/// list of its own, nothing in the text tells where that list ends: then the depths are those of the
/// print of November 2023, when the points are as many, and open lists in the same places.
enum GuidelinePoints {
  /// A point of a plain text.
  struct Point {
    /// The column of its bullet; nil where bullets stand in lines of their own.
    var column: Double?
    /// The points with bullets above each other have one number; they stand at one depth.
    var stack: Int
    /// Whether it ends in a colon.
    var opensList: Bool
  }

  /// For each guideline that has points, how many each outer one holds.
  static let print: [String: [Int]] = [
    "1.3": [6, 0, 0, 6], "1.4": [0, 0, 0, 0, 0, 0], "3.2": [0, 0],
  ]

  /// The ids of a guideline's points, in the order of the print.
  static func ids(_ guideline: String) -> [String] {
    (print[guideline] ?? []).enumerated().flatMap { place, inner in
      let id = "\(guideline).\(place + 1)"
      return [id] + (0..<inner).map { "\(id).\($0 + 1)" }
    }
  }

  /// Columns by which an inner point stands further in.
  private static let step = 3.0

  /// Depths from 1, or nil when nothing tells them.
  static func depths(of points: [Point], in guideline: String) -> [Int]? {
    let columns = points.compactMap(\.column)
    if columns.count == points.count, let edge = columns.min() {
      var edges = [edge]
      for column in columns.sorted() where column - (edges.last ?? 0) > step {
        edges.append(column)
      }
      if edges.count > 1 {
        return columns.map { column in edges.lastIndex { column >= $0 }.map { $0 + 1 } ?? 1 }
      }
    }
    if !points.dropLast().contains(where: \.opensList) { return points.map { _ in 1 } }
    guard let shape = print[guideline] else { return nil }
    let depths = shape.flatMap { [1] + Array(repeating: 2, count: $0) }
    let opens = shape.flatMap { [$0 > 0] + Array(repeating: false, count: $0) }
    guard depths.count == points.count, opens == points.map(\.opensList) else { return nil }
    let isWhole = zip(points.indices, points.indices.dropFirst()).allSatisfy { first, second in
      points[first].stack != points[second].stack || depths[first] == depths[second]
    }
    return isWhole ? depths : nil
  }
}
