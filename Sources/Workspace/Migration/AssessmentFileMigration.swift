internal import Comparison
internal import ControlModel
internal import Diagnostics
internal import NativeFormats

/// Carries one file of an assessment over to a new edition: changes its text where it stands.
struct AssessmentFileMigration {
  /// What became of an entry, before its line in the new text is known.
  private struct Found {
    var outcome: MigrationEntry.Outcome
    var what: String
    var detail: String
    var path: YAMLPath
  }

  let file: String
  private let map: EditionMap
  private let from: String
  private let to: String
  private let bytes: [UInt8]
  private var editing: YAMLEditing
  private var found: [Found] = []

  init(_ bytes: [UInt8], file: String, map: EditionMap) throws(Refusal) {
    self.file = file
    self.map = map
    self.bytes = bytes
    from = map.difference.old.id.rawValue
    to = map.difference.new.id.rawValue
    editing = try YAMLEditing(bytes, file: file)
    try targets()
    try determinations()
    try indicators()
    try pairs()
  }

  /// Whether something stays with the old edition.
  var leavesAny: Bool { found.contains { $0.outcome == .left } }

  /// Sets the list of catalogs: the new edition takes the place of the old one, which stays beside
  /// it when something still speaks of it.
  mutating func setCatalogs(keepingOld: Bool) throws(Refusal) {
    guard case .sequence(let items)? = editing.value(at: ["catalogs"]),
      let index = items.firstIndex(where: { $0.isSame(as: .text(from)) })
    else { return }
    let path = YAMLPath(["catalogs", .index(index)])
    let hasNew = items.contains { $0.isSame(as: .text(to)) }
    if keepingOld, hasNew { return }
    if keepingOld {
      try editing.append(.text(to), to: ["catalogs"])
    } else if hasNew {
      try editing.remove(path)
    } else {
      try editing.replace(path, with: .text(to))
    }
    found.append(
      Found(
        outcome: .carried, what: "catalogs",
        detail: keepingOld ? "\(to) beside \(from), of which something is left" : to,
        path: ["catalogs"]))
  }

  /// The changed text, nil when nothing changes; and what became of each entry.
  func finish() throws(Refusal) -> (bytes: [UInt8]?, entries: [MigrationEntry]) {
    let written = try editing.finish()
    let after = try YAMLEditing(written, file: file)
    let entries = found.map { one in
      MigrationEntry(
        outcome: one.outcome, what: one.what, detail: one.detail,
        location: editing.location(of: one.path) ?? SourceLocation(file: file),
        newLine: after.location(of: one.path)?.line ?? 0)
    }
    // A remark that stands there already, from an earlier migration, is no change.
    return (written == bytes ? nil : written, entries)
  }

  // MARK: Sections

  private mutating func determinations() throws(Refusal) {
    for (path, item) in items("determinations") {
      let id = item["requirement"] ?? ""
      try carry(
        "determination \(id)", map.destination(of: ControlID(id)), at: path, key: "requirement")
    }
  }

  private mutating func indicators() throws(Refusal) {
    let known = Set(map.difference.old.controls.map(\.id.rawValue))
    let answers = items("indicators")
    // Mostly all of them stay, for one reason; that is said once, above the first.
    let unknown = answers.count { !known.contains($0.fields["id"] ?? "") }
    let reason = "the catalogs count the indicators but do not hold them: import both documents"
    if let first = answers.first(where: { !known.contains($0.fields["id"] ?? "") }) {
      try editing.comment(
        "review: \(unknown) of \(answers.count) indicators not carried over to \(to); \(reason)",
        above: first.path)
    }
    for (path, fields) in answers {
      let id = fields["id"] ?? ""
      if known.contains(id) {
        try carry("indicator \(id)", map.destination(of: ControlID(id)), at: path, key: "id")
      } else {
        found.append(
          Found(outcome: .left, what: "indicator \(id)", detail: reason, path: path))
      }
    }
  }

  private mutating func carry(
    _ what: String, _ destination: EditionMap.Destination, at path: YAMLPath, key: String
  ) throws(Refusal) {
    guard case .sure(let id, let basis, let caveats) = destination else {
      return try leave(what, destination, at: path)
    }
    try editing.replace(path.appending("catalog"), with: .text(to))
    let idPath = path.appending(.key(key))
    if editing.value(at: idPath)?.isSame(as: .text(id)) == false {
      try editing.replace(idPath, with: .text(id))
    }
    try note(what, "\(to) \(id), by \(basis)", caveats, at: path)
  }

  /// - Parameter stays: whether the entry still speaks of the old edition, and was copied.
  private mutating func note(
    _ what: String, _ detail: String, _ caveats: [String], at path: YAMLPath, stays: Bool = false
  ) throws(Refusal) {
    let remarks = caveats.joined(separator: "; ")
    if !caveats.isEmpty {
      let way = stays ? "to \(to)" : "from \(from)"
      try editing.comment("review: carried over \(way); \(remarks)", above: path)
    }
    found.append(
      Found(
        outcome: caveats.isEmpty ? .carried : .carriedToReview, what: what,
        detail: caveats.isEmpty ? detail : "\(detail); \(remarks)", path: path))
  }

  private mutating func leave(
    _ what: String, _ destination: EditionMap.Destination, at path: YAMLPath
  ) throws(Refusal) {
    guard case .review(let reason) = destination else { return }
    try editing.comment("review: not carried over to \(to); \(reason)", above: path)
    found.append(Found(outcome: .left, what: what, detail: reason, path: path))
  }

  private mutating func targets() throws(Refusal) {
    for (path, item) in items("targets") {
      let what = "target \(item["id"] ?? "")"
      var moves: [(YAMLPath, YAMLValue)] = []
      var caveats = ["read the target again: the new edition may ask for other things"]
      if let reason = plan(path, &moves, &caveats) {
        try leave(what, .review(reason), at: path)
        continue
      }
      try editing.replace(path.appending("catalog"), with: .text(to))
      for (place, value) in moves { try editing.replace(place, with: value) }
      try note(what, to, caveats, at: path)
    }
  }

  /// What is to be changed in a target.
  ///
  /// - Returns: why it cannot be carried, or nil.
  private func plan(
    _ path: YAMLPath, _ moves: inout [(YAMLPath, YAMLValue)], _ caveats: inout [String]
  ) -> String? {
    if map.difference.old.conformance != map.difference.new.conformance {
      return "the editions are scored by different rules"
    }
    if case .text(let level)? = editing.value(at: path.appending("level")),
      case .review(let reason) = map.destination(ofLevel: level)
    {
      return reason
    }
    if case .sequence(let groups)? = editing.value(at: path.appending("groups")) {
      for (index, group) in groups.enumerated() {
        guard case .text(let id) = group else { continue }
        switch map.destination(ofGroup: GroupID(id)) {
        case .review(let reason): return reason
        case .sure(let new, _, _) where new == id: break
        case .sure(let new, _, _):
          moves.append((path.appending("groups").appending(.index(index)), .text(new)))
        }
      }
    }
    guard case .mapping(let outcomes)? = editing.value(at: path.appending("outcomes")) else {
      return nil
    }
    var entries: [YAMLValue.Entry] = []
    for outcome in outcomes where outcome.key != "minimum" {
      switch map.destination(of: ControlID(outcome.key)) {
      case .review(let reason): return "\(outcome.key): \(reason)"
      case .sure(let new, _, let remarks):
        entries.append(.init(new, outcome.value))
        caveats += remarks.map { "\(new) \($0)" }
      }
    }
    let before = outcomes.filter { $0.key != "minimum" }
    if entries.map(\.key) != before.map(\.key) {
      moves.append(
        (path.appending("outcomes"), .mapping(outcomes.filter { $0.key == "minimum" } + entries)))
    }
    return nil
  }

  /// Own pairs: those that can be carried are added for the new edition. The old ones stay, since
  /// the old edition can be scored as before.
  private mutating func pairs() throws(Refusal) {
    let old: YAMLPath = ["pairs", .key(from)]
    let new: YAMLPath = ["pairs", .key(to)]
    guard case .sequence(let items)? = editing.value(at: old) else { return }
    let known: [YAMLValue] =
      if case .sequence(let items)? = editing.value(at: new) { items } else { [] }
    var carried: [YAMLValue] = []
    for (index, item) in items.enumerated() {
      guard case .mapping(let entries) = item else { continue }
      let path = old.appending(.index(index))
      let fields = Self.fields(entries)
      let id = fields["target"] ?? ""
      let what = "pair \(fields["source"] ?? "") → \(id)"
      switch map.destination(of: ControlID(id)) {
      case .review(let reason): try leave(what, .review(reason), at: path)
      case .sure(let target, let basis, let caveats):
        if let aspect = fields["aspect"], !hasAspect(aspect, target) {
          try leave(what, .review("\(target) has no aspect '\(aspect)'"), at: path)
          continue
        }
        let pair = Self.pair(entries, target: target, note: remark(id, basis, caveats))
        if known.contains(where: { Self.isSamePair($0, pair) }) {
          found.append(
            Found(outcome: .carried, what: what, detail: "\(to) has it already", path: path))
          continue
        }
        carried.append(pair)
        try note(what, "\(to) \(target), by \(basis)", caveats, at: path, stays: true)
      }
    }
    guard !carried.isEmpty else { return }
    if editing.value(at: new) == nil {
      try editing.insert(to, .sequence(carried), in: ["pairs"], after: from)
    } else {
      for pair in carried { try editing.append(pair, to: new) }
    }
  }

  private func remark(_ id: String, _ basis: String, _ caveats: [String]) -> String {
    let review = caveats.isEmpty ? "" : " To review: \(caveats.joined(separator: "; "))."
    return "Carried over from \(id) of \(from) by \(basis).\(review)"
  }

  private func hasAspect(_ aspect: String, _ target: String) -> Bool {
    map.difference.new.controls.contains { control in
      control.id.rawValue == target && control.aspects.contains { $0.id.rawValue == aspect }
    }
  }

  /// A pair with another target, and a provenance that says where it comes from.
  private static func pair(
    _ entries: [YAMLValue.Entry], target: String, note: String
  ) -> YAMLValue {
    let provenance = YAMLValue.mapping([
      .init("by", .text("counterweight assessment migrate")), .init("basis", .text("derived")),
      .init("note", .text(note)),
    ])
    let kept = entries.filter { $0.key != "provenance" }.map { entry in
      switch (entry.key, entry.value) {
      case ("target", _): YAMLValue.Entry("target", .text(target))
      case ("share", .text(let share)): YAMLValue.Entry("share", .bare(share))
      default: entry
      }
    }
    return .mapping(kept + [.init("provenance", provenance)])
  }

  private static func isSamePair(_ one: YAMLValue, _ two: YAMLValue) -> Bool {
    guard case .mapping(let first) = one, case .mapping(let second) = two else { return false }
    let keys = ["source", "target", "aspect", "when"]
    return keys.allSatisfy { fields(first)[$0] == fields(second)[$0] }
  }

  // MARK: Reading

  /// The items of a list that name the old edition.
  private func items(_ section: String) -> [(path: YAMLPath, fields: [String: String])] {
    guard case .sequence(let items)? = editing.value(at: [.key(section)]) else { return [] }
    return items.enumerated().compactMap { index, item in
      guard case .mapping(let entries) = item else { return nil }
      let fields = Self.fields(entries)
      guard fields["catalog"] == from else { return nil }
      return ([.key(section), .index(index)], fields)
    }
  }

  private static func fields(_ entries: [YAMLValue.Entry]) -> [String: String] {
    var fields: [String: String] = [:]
    for entry in entries {
      if case .text(let text) = entry.value { fields[entry.key] = text }
    }
    return fields
  }
}
