public import ControlModel
public import Diagnostics
internal import NativeFormats

/// Carries a plan out in the text of the assessment's files; comments and every other byte stay.
public struct QuestionnaireEdits {
  private let assessment: Assessment
  private let layers: [PracticeID: Practice.Layer]
  private var files: [File]

  /// A file that is being edited.
  private struct File {
    let path: String
    var editing: YAMLEditing
    /// What is added to its lists.
    var answers: [YAMLValue] = []
    var evidence: [YAMLValue] = []
  }

  /// The files that change, with their new bytes.
  ///
  /// - Parameters:
  ///   - files: every file of the assessment by the path that its origins name.
  ///   - practices: those of the library and the user's own.
  /// - Throws: when a file is written in a way that cannot be edited without risk.
  public static func apply(
    _ plan: QuestionnairePlan, to assessment: Assessment, practices: [Practice],
    files: [(path: String, bytes: [UInt8])]
  ) throws(Refusal) -> [(path: String, bytes: [UInt8])] {
    guard !plan.isEmpty else { return [] }
    var edits = try QuestionnaireEdits(assessment, practices, files)
    var order: [PracticeID] = []
    var byPractice: [PracticeID: [QuestionnairePlan.Change]] = [:]
    for change in plan.changes {
      if byPractice[change.practice] == nil { order.append(change.practice) }
      byPractice[change.practice, default: []].append(change)
    }
    for practice in order { try edits.apply(byPractice[practice] ?? [], to: practice) }
    for piece in plan.evidence { edits.add(piece.evidence) }
    return try edits.finish()
  }

  private init(
    _ assessment: Assessment, _ practices: [Practice], _ files: [(path: String, bytes: [UInt8])]
  ) throws(Refusal) {
    self.assessment = assessment
    layers = Dictionary(practices.map { ($0.id, $0.layer) }) { first, _ in first }
    self.files = []
    for file in files {
      self.files.append(
        File(path: file.path, editing: try YAMLEditing(file.bytes, file: file.path)))
    }
  }

  private mutating func finish() throws(Refusal) -> [(path: String, bytes: [UInt8])] {
    var changed: [(path: String, bytes: [UInt8])] = []
    for file in files {
      var editing = file.editing
      try Self.append(file.answers, to: "answers", &editing)
      try Self.append(file.evidence, to: "evidence", &editing)
      if editing.isChanged { changed.append((file.path, try editing.finish())) }
    }
    return changed
  }

  private static func append(
    _ values: [YAMLValue], to key: String, _ editing: inout YAMLEditing
  ) throws(Refusal) {
    guard !values.isEmpty else { return }
    guard editing.value(at: [.key(key)]) != nil else {
      return try editing.insert(key, .sequence(values), in: [])
    }
    for value in values { try editing.append(value, to: [.key(key)]) }
  }

  // MARK: Answers

  private mutating func apply(
    _ changes: [QuestionnairePlan.Change], to practice: PracticeID
  ) throws(Refusal) {
    guard let answer = assessment.answers.first(where: { $0.practice == practice }),
      let location = answer.origin.location,
      let index = files.firstIndex(where: { $0.path == location.file }),
      let path = files[index].editing.path(at: location)
    else {
      add(changes, practice)
      return
    }
    let general = changes.filter { $0.context == nil }
    try Self.edit(general, at: path, &files[index].editing)
    var places: [ContextID] = []
    for context in changes.compactMap(\.context) where !places.contains(context) {
      places.append(context)
    }
    let contexts = path.appending(.key("contexts"))
    var new: [YAMLValue.Entry] = []
    for context in places {
      let own = changes.filter { $0.context == context }
      let place = contexts.appending(.key(context.rawValue))
      if answer.contexts[context] != nil {
        try Self.edit(own, at: place, &files[index].editing)
      } else {
        new.append(.init(context.rawValue, .mapping(Self.entries(own))))
      }
    }
    guard !new.isEmpty else { return }
    if files[index].editing.value(at: contexts) != nil {
      for entry in new { try files[index].editing.insert(entry.key, entry.value, in: contexts) }
    } else {
      try files[index].editing.insert("contexts", .mapping(new), in: path)
    }
  }

  /// The keys of an answer in the order in which they are written.
  private static let keys = [
    "practice", "status", "extent", "value", "plannedValue", "due", "rationale", "evidence",
    "owner", "supplier", "notes", "contexts",
  ]

  private static func edit(
    _ changes: [QuestionnairePlan.Change], at path: YAMLPath, _ editing: inout YAMLEditing
  ) throws(Refusal) {
    let removed = Set(changes.filter(\.after.isEmpty).map(\.field.key))
    for change in changes {
      let key = change.field.key
      let target = path.appending(.key(key))
      switch (editing.value(at: target), change.after.isEmpty) {
      case (nil, true): break
      case (_?, true): try editing.remove(target)
      case (let old?, false): try replace(old, target, change, &editing)
      case (nil, false):
        let before = keys.prefix { $0 != key }.last { sister in
          !removed.contains(sister) && editing.value(at: path.appending(.key(sister))) != nil
        }
        try editing.insert(key, value(change), in: path, after: before)
      }
    }
  }

  private static func replace(
    _ old: YAMLValue, _ target: YAMLPath, _ change: QuestionnairePlan.Change,
    _ editing: inout YAMLEditing
  ) throws(Refusal) {
    let ids = evidence(change.after)
    guard change.field == .evidence, case .sequence(let items) = old, !items.isEmpty,
      zip(items, ids).allSatisfy({ $0.isSame(as: .text($1)) }), ids.count > items.count
    else { return try editing.replace(target, with: value(change)) }
    // The ids that are there keep their comments.
    for id in ids.dropFirst(items.count) { try editing.append(.text(id), to: target) }
  }

  private static func value(_ change: QuestionnairePlan.Change) -> YAMLValue {
    switch change.field {
    case .extent, .due: .bare(change.after)
    case .evidence: .texts(evidence(change.after))
    default: .text(change.after)
    }
  }

  private static func evidence(_ text: String) -> [String] {
    text.split(separator: "; ").map(String.init)
  }

  private static func entries(_ changes: [QuestionnairePlan.Change]) -> [YAMLValue.Entry] {
    changes.filter { !$0.after.isEmpty }
      .sorted { position($0) < position($1) }
      .map { .init($0.field.key, value($0)) }
  }

  private static func position(_ change: QuestionnairePlan.Change) -> Int {
    keys.firstIndex(of: change.field.key) ?? keys.count
  }

  // MARK: What is new

  /// An answer to a practice that had none.
  private mutating func add(_ changes: [QuestionnairePlan.Change], _ practice: PracticeID) {
    var entries = Self.entries(changes.filter { $0.context == nil })
    if !entries.contains(where: { $0.key == "status" }) {
      entries.insert(.init("status", .text(Finding.Status.unanswered.word)), at: 0)
    }
    entries.insert(.init("practice", .text(practice.rawValue)), at: 0)
    var places: [YAMLValue.Entry] = []
    for change in changes {
      guard let context = change.context, !places.contains(where: { $0.key == context.rawValue })
      else { continue }
      let own = Self.entries(changes.filter { $0.context == context })
      places.append(.init(context.rawValue, .mapping(own)))
    }
    if !places.isEmpty { entries.append(.init("contexts", .mapping(places))) }
    files[home(of: practice)].answers.append(.mapping(entries))
  }

  /// The file where most answers of the same layer stand, else most answers at all.
  private func home(of practice: PracticeID) -> Int {
    var likeness = [Int](repeating: 0, count: files.count)
    for answer in assessment.answers {
      guard let file = answer.origin.location?.file,
        let index = files.firstIndex(where: { $0.path == file })
      else { continue }
      let isSame = layers[answer.practice] == layers[practice]
      likeness[index] += isSame ? 1_000 : 1
    }
    let most = likeness.max() ?? 0
    if most > 0 { return likeness.firstIndex(of: most) ?? 0 }
    return files.firstIndex { $0.editing.value(at: ["answers"]) != nil } ?? 0
  }

  private mutating func add(_ piece: Evidence) {
    var entries: [YAMLValue.Entry] = [.init("id", .text(piece.id.rawValue))]
    func add(_ key: String, _ value: YAMLValue?) {
      if let value { entries.append(.init(key, value)) }
    }
    add("title", piece.title.isEmpty ? nil : .text(piece.title))
    add("kind", piece.kind.isEmpty ? nil : .text(piece.kind))
    add("file", piece.file.map { .text($0) })
    add("url", piece.url.map { .text($0) })
    add("sha256", piece.sha256.isEmpty ? nil : .text(piece.sha256))
    add("shows", piece.shows.map { .bare($0.description) })
    add("validUntil", piece.validUntil.map { .bare($0.description) })
    add("contexts", piece.contexts.isEmpty ? nil : .texts(piece.contexts.map(\.rawValue)))
    let home =
      files.firstIndex { file in
        assessment.evidence.contains { $0.origin.location?.file == file.path }
      } ?? files.firstIndex { $0.editing.value(at: ["evidence"]) != nil }
      ?? files.firstIndex { $0.path.hasSuffix("evidence.yaml") } ?? 0
    files[home].evidence.append(.mapping(entries))
  }
}
