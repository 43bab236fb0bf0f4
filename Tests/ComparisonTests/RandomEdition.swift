import ControlModel
import TestSupport

/// A catalog of random sentences and an edition of it that was changed in known ways.
struct RandomEdition {
  var random: SplitMix64
  private(set) var old: Catalog
  private(set) var new: Catalog
  /// What was done, by old id.
  private(set) var newIDs: [ControlID: ControlID] = [:]
  private(set) var reworded: Set<ControlID> = []
  private(set) var weakened: Set<ControlID> = []
  private(set) var moved: Set<ControlID> = []
  private(set) var added: Set<ControlID> = []
  private(set) var removed: Set<ControlID> = []

  private static let words = (0..<400).map { index in
    let vowels = ["a", "e", "i", "o", "u"]
    let consonants = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "t", "v"]
    return consonants[index % 12] + vowels[index % 5] + consonants[(index / 5) % 12]
      + vowels[(index / 60) % 5] + consonants[(index * 7 / 12) % 12] + vowels[(index * 3) % 5]
      + String(UnicodeScalar(UInt8(0x61 + index % 26)))
  }

  init(seed: UInt64, count: Int) {
    var random = SplitMix64(seed: seed)
    let groups = (0..<4).map {
      Group(id: GroupID("g\($0)"), title: "Heading number \(Self.words[$0 * 9])")
    }
    func sentence() -> String {
      (0..<random.number(8...24)).map { _ in random.one(of: Self.words) }.joined(separator: " ")
    }
    let controls = (0..<count).map { index in
      Control(
        id: ControlID("\(index / 10 + 1).\(index % 10 + 1)"), parent: "g\(index * 4 / count)",
        statement: sentence(), modality: random.chance(50) ? .required : .recommended)
    }
    old = Catalog(
      id: "old", title: "Old", conformance: .modality, groups: groups, controls: controls)
    new = old
    new.id = "new"
    self.random = random
  }

  /// Changes about every fourth control in one way, and some in two.
  mutating func change() {
    var controls: [Control] = []
    for control in old.controls {
      var edited = control
      if random.chance(8) {
        removed.insert(control.id)
        continue
      }
      if random.chance(12) { edited.id = ControlID("N\(control.id)") }
      if random.chance(15) {
        var words = (control.statement ?? "").split(separator: " ").map(String.init)
        words[random.number(0...(words.count - 1))] = "replaced\(random.number(1...999))"
        edited.statement = words.joined(separator: " ")
        reworded.insert(control.id)
      }
      if control.modality == .required, random.chance(10) {
        edited.modality = .recommended
        weakened.insert(control.id)
      }
      if random.chance(6) {
        edited.parent = "g\((Int(control.parent.dropFirst()) ?? 0) + 1 & 3)"
        moved.insert(control.id)
      }
      newIDs[control.id] = edited.id
      controls.append(edited)
      if random.chance(8) {
        let fresh = Control(
          id: ControlID("A\(control.id)"), parent: edited.parent,
          statement: (0..<12).map { _ in "fresh\(random.number(1...99_999))" }
            .joined(separator: " "), modality: .required)
        added.insert(fresh.id)
        controls.append(fresh)
      }
    }
    new.controls = controls
  }
}
