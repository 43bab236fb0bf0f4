/// Finds where the levels of appendix B stand: the same headings stand in the contents and over the
/// tables of chapter 6, and running text may name a level on a line of its own.
struct BenchmarkLevels {
  /// A level, from its heading to the next one's.
  typealias Level = (number: Int, lines: Range<Int>)

  /// In the order of print.
  let levels: [Level]
  /// Headings of levels that stand over their first category and were not taken, as another one of
  /// the same level has more under it.
  let repeated: [PagedLine]

  /// A place that may be a heading.
  private struct Place {
    let number: Int
    let start: Int
    /// Whether the first heading under it is that of the first category.
    var opensLevel = false
    /// Whether a paragraph may begin here.
    var opensParagraph = true
    var tags = 0
  }

  init(_ lines: [PagedLine]) {
    let places = Self.places(in: lines)
    let levels = Self.levels(of: places, lines)
    self.levels = levels
    repeated = places.filter { place in
      place.opensLevel && place.tags > 0
        && !levels.contains { $0.lines.lowerBound == place.start }
    }.map { lines[$0.start] }
  }

  /// The lines that name a level and are no end of a sentence, with what stands under each.
  private static func places(in lines: [PagedLine]) -> [Place] {
    var places: [Place] = []
    var hasHeading = false
    var before = ""
    for (index, line) in lines.enumerated() where line.role == .body {
      defer { before = line.text }
      if let number = ReportSigns.level(of: line.text), line.text.last != "." {
        places.append(
          Place(
            number: number, start: index, opensParagraph: line.mayOpenParagraph(after: before)))
        hasHeading = false
        continue
      }
      guard !places.isEmpty else { continue }
      let isTag = ReportSigns.tag(of: line.text) != nil
      guard isTag || !hasHeading && ReportSigns.isCategory(line.text) else { continue }
      if !hasHeading { places[places.count - 1].opensLevel = opensLevel(line.text) }
      hasHeading = true
      if isTag { places[places.count - 1].tags += 1 }
    }
    return places
  }

  /// Each level opens with what it says of the earlier ones, or with the storage of weights.
  private static func opensLevel(_ text: String) -> Bool {
    let heading = ReportSigns.tag(of: text)?.heading ?? text
    let name = SquashedText.squash(heading)
    return ["IMPL", "WS"].contains(BenchmarkTaxonomy.categoryCodes[name])
      || BenchmarkTaxonomy.subcategoryCodes[name] == ["WS.STO"]
  }

  /// Each level's heading with most tagged headings under it. Lines that name a level and stand
  /// over none of its first headings are text, and part nothing, unless the level has no other.
  private static func levels(of places: [Place], _ lines: [PagedLine]) -> [Level] {
    let opened = Set(places.filter { $0.opensLevel && $0.tags > 0 }.map(\.number))
    let first = places.first { $0.tags > 0 }?.start ?? 0
    var kept = places.filter { place in
      place.opensLevel || place.start < first
        || place.tags > 0 && place.opensParagraph && !opened.contains(place.number)
    }
    for index in kept.indices {
      let limit = index + 1 < kept.count ? kept[index + 1].start : lines.count
      kept[index].tags = places.reduce(0) { sum, place in
        (kept[index].start..<limit).contains(place.start) ? sum + place.tags : sum
      }
    }
    var best: [Int: (tags: Int, lines: Range<Int>)] = [:]
    for (index, place) in kept.enumerated() where place.tags > best[place.number]?.tags ?? 0 {
      let limit = index + 1 < kept.count ? kept[index + 1].start : lines.count
      let end = ReportSigns.startOfAppendixC(in: lines, place.start..<limit) ?? limit
      best[place.number] = (place.tags, place.start..<end)
    }
    return best.map { ($0.key, $0.value.lines) }.sorted { $0.1.lowerBound < $1.1.lowerBound }
  }
}
