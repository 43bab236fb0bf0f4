internal import ControlModel
internal import Diagnostics

/// The questions that a reviewer answers about one pair, and what his answers mean.
///
/// In every question below the first an empty line goes back to the first, and `q` stops.
struct ReviewDialogue {
  /// What a reviewer wants.
  enum Answer {
    case verdict(MappingReview.Verdict)
    case skip
    /// To see the pair before this one again.
    case back
    /// To stop here; also when the input ends.
    case stop
  }

  /// Asks a question and gives the answer without blanks around it; nil when the input ends.
  let prompt: (String) -> String?
  /// Says something.
  let say: (String) -> Void

  /// Asks about a pair until the answer can be used.
  func ask(_ pair: MappingPair) -> Answer {
    while true {
      guard let line = prompt("agree, change, reject, skip, back or quit? [a/c/r/s/b/q] ") else {
        return .stop
      }
      switch line.lowercased() {
      case "a", "agree": return verdict(pair, .agree)
      case "s", "skip": return .skip
      case "b", "back": return .back
      case "q", "quit": return .stop
      case "r", "reject":
        switch text("why should there be no pair? ") {
        case .given(let note): return verdict(pair, .reject, note: note)
        case .returned: continue
        case .stopped: return .stop
        }
      case "c", "change":
        switch change() {
        case .given(let change):
          return verdict(pair, .change, change.relation, change.share, note: change.note)
        case .returned: continue
        case .stopped: return .stop
        }
      default:
        say("Please answer with one of the letters.")
      }
    }
  }

  private func verdict(
    _ pair: MappingPair, _ judgement: MappingReview.Judgement, _ relation: Relation? = nil,
    _ share: Double? = nil, note: String = ""
  ) -> Answer {
    .verdict(
      MappingReview.Verdict(
        pair: pair.key, sawRelation: pair.relation, sawShare: pair.share, judgement: judgement,
        relation: relation, share: share, note: note))
  }

  /// What came of a question below the first.
  enum Reply<Value> {
    case given(Value)
    case returned
    case stopped
  }

  private typealias Change = (relation: Relation, share: Double?, note: String)

  private func change() -> Reply<Change> {
    let words = Relation.allCases.filter { $0 != .none }.map(\.rawValue)
    let relation = reply("which relation? [\(words.joined(separator: "/"))] ") { line in
      if let relation = Relation(rawValue: line), relation != .none { return relation }
      say(NearestMatch.hints(line, in: words).first ?? "It is one of the words in the brackets.")
      return nil
    }
    guard case .given(let relation) = relation else { return relation.without() }
    var share: Double?
    if !relation.meetsWhole {
      let given = reply("which share of the target, or of its aspect? [0…1] ") { line in
        if let share = Double(line), share > 0, share <= 1 { return share }
        say("A number greater than 0 and at most 1, such as 0.5.")
        return nil
      }
      guard case .given(let value) = given else { return given.without() }
      share = value
    }
    switch text("why? ") {
    case .given(let note): return .given((relation, share, note))
    case .returned: return .returned
    case .stopped: return .stopped
    }
  }

  private func text(_ question: String) -> Reply<String> { reply(question) { $0 } }

  private func reply<Value>(_ question: String, _ read: (String) -> Value?) -> Reply<Value> {
    while let line = prompt(question) {
      if line.isEmpty { return .returned }
      if line.lowercased() == "q" { return .stopped }
      if let value = read(line) { return .given(value) }
    }
    return .stopped
  }
}

extension ReviewDialogue.Reply {
  /// The same for a question of another type; only for replies that give no value.
  fileprivate func without<Other>() -> ReviewDialogue.Reply<Other> {
    if case .returned = self { .returned } else { .stopped }
  }
}
