import ControlModel
import Diagnostics
import NativeFormats
import TestSupport
import Testing

/// What is written is read back as the same value.
@Suite struct CatalogRoundTripTests {
  private func expectRoundTrip(_ catalog: Catalog, _ name: String) throws {
    let text = CatalogFormat.encode(catalog)
    do throws(Refusal) {
      let again = try CatalogFormat.decode(Array(text.utf8), file: name)
      #expect(again == catalog, "\(name)")
      #expect(CatalogFormat.encode(again) == text, "\(name)")
    } catch {
      Issue.record("\(name): \(error.diagnostics)\n\(text)")
    }
  }

  @Test func shippedCatalogs() throws {
    for (name, catalog) in ShippedLibrary.current.catalogs {
      try expectRoundTrip(catalog, name)
    }
  }

  @Test func randomCatalogs() throws {
    for seed in 0..<600 {
      var maker = HostileCatalog(seed: UInt64(seed))
      try expectRoundTrip(maker.make(), "seed \(seed)")
    }
  }

  /// Each single character that is anything special, alone and amid others.
  @Test func specialCharacters() throws {
    var scalars = (0...0x250).compactMap(Unicode.Scalar.init)
    scalars += [
      0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x2060, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE,
      0xFFFF, 0x1F600, 0x1FFFF, 0x10FFFF, 0xFDD0, 0x3000,
    ].compactMap(Unicode.Scalar.init)
    for scalar in scalars {
      for text in ["\(scalar)", "a\(scalar)b", "a \(scalar)", "\(scalar) a"] {
        let catalog = Catalog(id: "c", title: "t\(text)", conformance: .coverage, notes: [text])
        try expectRoundTrip(catalog, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  /// Other programs that read the file must not see truth values, numbers or dates.
  @Test(arguments: ["no", "Yes", "TRUE", "null", "Null", "~", "1.10", "2026-01-01", "0x10", "off"])
  func textThatYAMLWouldTypeIsQuoted(_ text: String) {
    let catalog = Catalog(id: "c", title: text, conformance: .coverage)
    #expect(CatalogFormat.encode(catalog).contains("title: \"\(text)\"\n"))
  }
}

/// Random catalogs full of text that YAML could take for something else.
struct HostileCatalog {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let pieces = [
    "a", "B", "5.10", "no", "null", "~", ": ", " #", "- ", "\n", "\n\n", "\t", "\r", "\"", "'",
    "\\", "|", ">", "{", "}", "[", "]", "&x", "*x", "!t", "%", "@", "`", ",", "?", "é", "日本",
    "\u{301}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{0}", "\u{7}", "\u{1F600}",
    "\u{FFFF}", "---", "...", "<<", "=", " ", "  ", "\u{A0}", "\u{202E}", "${x}", "</script>",
  ]

  private mutating func text() -> String {
    (0..<random.number(1...5)).map { _ in random.one(of: Self.pieces) }.joined()
  }

  /// Text that must not be blank.
  private mutating func title() -> String { "x" + text() }

  private mutating func id(_ stem: String, _ number: Int) -> String {
    let ids = ["5.\(number)0", "\(stem)-\(number)", "\(number)E5", "no\(number)", "«\(number)»"]
    return random.one(of: ids)
  }

  mutating func make() -> Catalog {
    var catalog = Catalog(
      id: "c", title: title(), publisher: text(), version: text(), published: text(),
      status: random.one(of: Catalog.Status.allCases), language: title(), licence: text(),
      attribution: text(), conformance: random.one(of: Catalog.Conformance.allCases),
      notes: (0..<random.number(0...3)).map { _ in text() })
    if random.chance(50) {
      catalog.supersedes = "old"
      catalog.source = .init(url: text(), format: text(), sha256: text(), importer: text())
    }
    for number in 0..<random.number(0...2) {
      catalog.levels.append(
        Level(
          id: id("L", number), title: text(), definition: text(), adversary: text(),
          locator: locator()))
      catalog.capacities.append(
        Capacity(id: id("OC", number), title: title(), summary: text(), locator: locator()))
    }
    for number in 0..<random.number(0...2) {
      catalog.groups.append(
        Group(
          id: GroupID(id("G", number)), kind: title(), title: title(),
          parent: random.chance(50) ? GroupID(id("G", 9)) : nil, summary: text(),
          locator: locator()))
    }
    for number in 0..<random.number(0...4) { catalog.controls.append(control(number)) }
    return catalog
  }

  private mutating func locator() -> Locator {
    let names = random.shuffled(Locator.names).prefix(random.number(0...3))
    return Locator(names.map { Locator.Part($0, text()) })
  }

  private mutating func control(_ number: Int) -> Control {
    var control = Control(
      id: ControlID(id("C", number)), idIsSynthetic: random.chance(50), parent: text(),
      kind: random.one(of: Control.Kind.allCases), title: text(), summary: text())
    if random.chance(50) { control.statement = title() }
    if random.chance(50) { control.modality = random.one(of: Control.Modality.allCases) }
    if random.chance(50) { control.combination = random.one(of: Control.Combination.allCases) }
    control.secondaryModality = random.chance(30) ? [.permitted, .recommended] : []
    control.level = text()
    control.category = text()
    control.appliesTo = random.chance(50) ? [random.one(of: Role.allCases)] : []
    control.lifecycle = random.chance(50) ? [random.one(of: Lifecycle.allCases)] : []
    if random.chance(40) {
      control.supersedes = [.init(id: ControlID(id("C", 7)), basis: .ownReading, note: text())]
      control.parameters = [
        .init(name: title(), value: title(), unit: text(), isFirm: random.chance(50))
      ]
      control.aspects = [
        Aspect(id: "x", title: text(), weight: random.one(of: [1, 0.1, 1e-7, 3, 1e22])),
        Aspect(id: "y"),
      ]
    }
    control.condition = text()
    control.references = (0..<random.number(0...2)).map { _ in text() }
    control.related = (0..<random.number(0...2)).map { _ in text() }
    control.notes = (0..<random.number(0...2)).map { _ in text() }
    if random.chance(30) {
      control.indicators = .init(notAchieved: 0, partiallyAchieved: 3, achieved: 12)
    }
    if random.chance(30) {
      control.feasibility = [text(): random.number(1...5), "OC1": 1]
      control.relevantLevel = text()
      control.rapidlyChanging = random.chance(50)
    }
    control.locator = locator()
    return control
  }
}
