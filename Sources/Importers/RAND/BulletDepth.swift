/// Tells the bullets of the first depth from inner points.
///
/// The first bullet under a heading is of the first depth, whatever its glyph. Where another family
/// of glyphs stands for inner points, the family decides; where one glyph stands for all, only the
/// place where it stands can.
struct BulletDepth {
  /// A bullet as it matters here.
  struct Bullet {
    var mark: BulletMark
    var indent: Double
    var page: Int
    var isFirst: Bool
  }

  /// Whether each bullet is of the first depth.
  let isTop: [Bool]

  init(_ bullets: [Bullet]) {
    let firsts = bullets.filter(\.isFirst)
    let counts = Dictionary(grouping: firsts, by: \.mark).mapValues(\.count)
    let marks = Set(counts.filter { $0.value * 7 >= firsts.count }.keys)
    let partsDepths = bullets.contains { !marks.contains($0.mark) }
    var edges: [Int: Double] = [:]
    for bullet in bullets where partsDepths ? marks.contains(bullet.mark) : bullet.isFirst {
      edges[bullet.page] = min(edges[bullet.page] ?? bullet.indent, bullet.indent)
    }
    let whole = firsts.map(\.indent).min() ?? 0
    isTop = bullets.map { bullet in
      guard marks.contains(bullet.mark) else { return false }
      // Left and right pages may have different margins.
      let edge = edges[bullet.page] ?? edges[bullet.page - 2] ?? edges[bullet.page + 2] ?? whole
      return bullet.indent <= edge + (partsDepths ? 3 : 1.5)
    }
  }
}
