internal import ControlModel

extension Counterpart {
  /// What a change was before and is now, as short text; the words of a rewording are in `words`.
  public func sides(of change: Change) -> (old: String, new: String) {
    switch change {
    case .renumbered: (old.id.rawValue, new.id.rawValue)
    case .reworded: ((basis ?? .summary).text(of: old), (basis ?? .summary).text(of: new))
    case .obligation: (Self.obligation(of: old), Self.obligation(of: new))
    case .moved: (old.parent, new.parent)
    case .retitled: (old.title, new.title)
    case .level: (old.level, new.level)
    case .kind: (old.kind.rawValue, new.kind.rawValue)
    }
  }

  /// The texts that were compared, word by word; nil when only digests were.
  public var words: WordDifference? {
    let sides = sides(of: .reworded)
    guard changes.contains(.reworded), !sides.old.isEmpty, !sides.new.isEmpty else { return nil }
    return WordDifference(from: sides.old, to: sides.new)
  }

  /// `required`, or `required, permitted` where further verbs say more; empty when none is known.
  private static func obligation(of control: Control) -> String {
    let all = [control.modality].compactMap(\.self) + control.secondaryModality
    return all.map(\.rawValue).joined(separator: ", ")
  }
}
