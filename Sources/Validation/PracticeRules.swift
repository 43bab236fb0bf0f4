public import ControlModel
public import Diagnostics

/// What must hold among practices.
public enum PracticeRules {
  /// Ids that stand twice, requirements that lead nowhere or in a circle.
  ///
  /// - Parameters:
  ///   - practices: those to be checked.
  ///   - others: those that they may refer to besides, and must not repeat.
  public static func check(_ practices: [Practice], besides others: [Practice]) -> [Diagnostic] {
    var sink = DiagnosticSink()
    var seen: [PracticeID: Practice] = [:]
    for practice in others { seen[practice.id] = practice }
    for practice in practices {
      if let first = seen[practice.id] {
        let place = first.origin.location(of: "id").map { ["the first one is at \($0)"] } ?? []
        sink.error(
          "duplicate-id", "the practice '\(practice.id)' stands twice",
          at: practice.origin.location(of: "id"),
          hints: place + (practice.isOwn ? ["give your own practice another id"] : []))
      } else {
        seen[practice.id] = practice
      }
    }
    for practice in practices {
      for (position, needed) in practice.requires.enumerated() where seen[needed] == nil {
        sink.error(
          "dangling-id", "'\(practice.id)' requires '\(needed)', which does not exist",
          at: practice.origin.location(of: "requires[\(position)]"),
          hints: NearestMatch.hints(needed.rawValue, in: seen.keys.map(\.rawValue).sorted()))
      }
    }
    checkCycles(practices, seen, &sink)
    return sink.diagnostics
  }

  private static func checkCycles(
    _ practices: [Practice], _ all: [PracticeID: Practice], _ sink: inout DiagnosticSink
  ) {
    var done: Set<PracticeID> = []
    var told: Set<PracticeID> = []
    for practice in practices {
      // Depth-first without recursion: a chain may be as long as the library.
      var stack: [(id: PracticeID, next: Int)] = [(practice.id, 0)]
      var onStack: Set<PracticeID> = [practice.id]
      while let top = stack.last {
        let needed = all[top.id]?.requires ?? []
        guard top.next < needed.count, !done.contains(top.id) else {
          done.insert(top.id)
          onStack.remove(top.id)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let next = needed[top.next]
        if onStack.contains(next) {
          if told.insert(next).inserted {
            let circle = stack.map(\.id).drop { $0 != next } + [next]
            sink.error(
              "cyclic-requirement",
              "practices require each other in a circle: "
                + CircleText.text(circle.map(\.rawValue), joinedBy: " needs "),
              at: all[next]?.origin.location(of: "requires"),
              hints: ["remove one of the requirements"])
          }
        } else if all[next] != nil, !done.contains(next) {
          stack.append((next, 0))
          onStack.insert(next)
        }
      }
    }
  }
}
