internal import ControlModel
internal import Workspace

/// What a reviewer has to see of one pair.
struct ReviewCard {
  private let set: MappingSet
  private let sources: [String: (title: String, text: String)]
  private let targets: [ControlID: Control]

  init(_ set: MappingSet, _ library: Library) {
    func controls(_ id: String) -> [Control] {
      library.catalogs.first { $0.id.rawValue == id }?.controls ?? []
    }
    self.set = set
    targets = Dictionary(controls(set.target.id).map { ($0.id, $0) }) { first, _ in first }
    switch set.source.kind {
    case .practices:
      sources = Dictionary(
        library.practices.map { ($0.id.rawValue, ($0.title, $0.description)) }
      ) { first, _ in first }
    case .catalog:
      sources = Dictionary(
        controls(set.source.id).map { control in
          (
            control.id.rawValue,
            (control.title, control.statement ?? control.summary)
          )
        }
      ) { first, _ in first }
    }
  }

  func text(_ pair: MappingPair) -> String {
    var lines: [String] = []
    func add(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      lines.append(TextLayout.folded(text, first: TextLayout.left(name, 11), indent: 11))
    }
    let target = targets[pair.target]
    add("clause", "\(pair.target) \(target?.heading ?? "")")
    if let target, !target.title.isEmpty { add("", target.summary) }
    add("official", target?.statement ?? "")
    if let aspect = pair.aspect {
      let title = target?.aspects.first { $0.id == aspect }?.title ?? ""
      add("aspect", "\(aspect): \(title)")
    }
    let source = sources[pair.source]
    add(
      set.source.kind == .practices ? "practice" : "source",
      "\(pair.source): \(source?.title ?? "")")
    add("", source?.text ?? "")
    let condition = pair.when.map { ", when \($0)" } ?? ""
    let share = pair.isShareKnown ? "\(pair.share)" : "unknown"
    add(
      "pair",
      "the source is '\(pair.relation.rawValue)' to the clause, share \(share)\(condition)")
    add("why", pair.rationale)
    add("confidence", pair.confidence.rawValue)
    return lines.joined(separator: "\n")
  }
}
