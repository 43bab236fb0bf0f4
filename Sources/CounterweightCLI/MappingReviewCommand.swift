internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Scoring
internal import Workspace

struct MappingReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Walks a reviewer through the pairs of a mapping set, one by one.",
    usage: "counterweight mapping review <set> --reviewer <name> [<options>]",
    discussion: """
      Shows the clause, the practice and the rationale of each pair and asks for a \
      verdict: agree, change, reject or skip. Verdicts are written after each answer, \
      with your name and the day, into a file of your own; the set itself is not \
      touched. Run it again to go on where you stopped. A pair that was changed after \
      your verdict comes up again.
      """)

  @Argument(help: ArgumentHelp("The mapping set.", valueName: "set"))
  var set: String

  @Option(help: ArgumentHelp("Your name, as it stands in the file.", valueName: "name"))
  var reviewer: String

  @Option(help: ArgumentHelp("The directory to write into.", valueName: "dir"))
  var into = "reviews"

  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.load()
    let set = try chosenSet(library)
    guard !reviewer.allSatisfy(\.isWhitespace) else {
      throw ValidationError("--reviewer needs a name")
    }
    let today = try Console.today()
    let store = ReviewStore(directory: into)
    var review = try store.review(of: set.id, by: reviewer)
    let open = set.pairs.filter { pair in
      pair.relation != .none && !review.verdicts.contains { $0.isCurrent(for: pair) }
    }
    let all = set.pairs.count { $0.relation != .none }
    Console.print("\(open.count) of \(all) pairs are open. End with q.")
    let card = ReviewCard(set, library)
    var done = 0
    for (position, pair) in open.enumerated() {
      Console.print("\n[\(position + 1) of \(open.count)]\n\(card.text(pair))")
      guard let answer = ask(pair) else { break }
      guard case .verdict(var verdict) = answer else { continue }
      verdict.date = today.description
      review.verdicts.removeAll { $0.pair == verdict.pair }
      review.verdicts.append(verdict)
      try store.save(review)
      done += 1
    }
    let path = store.path(of: set.id, by: reviewer)
    let place = done > 0 ? " They stand in \(Console.clean(path))." : ""
    Console.print("\n\(done) verdicts given.\(place)")
  }

  private func chosenSet(_ library: Library) throws -> MappingSet {
    let known = library.mappings.map(\.id.rawValue)
    guard let found = library.mappings.first(where: { $0.id.rawValue == set }) else {
      throw Refusal(
        "unknown-set", "there is no mapping set '\(set)'",
        hints: NearestMatch.hints(set, in: known) + ["known are: \(known.joined(separator: ", "))"])
    }
    if let composition = found.composition {
      throw Refusal(
        "composed-set", "'\(set)' has no pairs of its own",
        hints: ["review '\(composition.first)' and '\(composition.second)'"])
    }
    return found
  }

  private enum Answer {
    case verdict(MappingReview.Verdict)
    case skip
  }

  /// The reviewer's verdict; nil when he stops or the input ends.
  private func ask(_ pair: MappingPair) -> Answer? {
    func verdict(
      _ judgement: MappingReview.Judgement, _ relation: Relation? = nil, _ share: Double? = nil,
      note: String = ""
    ) -> Answer {
      .verdict(
        MappingReview.Verdict(
          pair: pair.key, sawRelation: pair.relation, sawShare: pair.share,
          judgement: judgement, relation: relation, share: share, note: note))
    }
    while true {
      guard let line = prompt("agree, change, reject, skip or quit? [a/c/r/s/q] ") else {
        return nil
      }
      switch line.lowercased() {
      case "a", "agree": return verdict(.agree)
      case "s", "skip": return .skip
      case "q", "quit": return nil
      case "r", "reject":
        guard let note = prompt("why should there be no pair? ") else { return nil }
        return verdict(.reject, note: note)
      case "c", "change":
        guard let relation = askRelation() else { return nil }
        var share: Double?
        if !relation.meetsWhole {
          guard let given = askShare() else { return nil }
          share = given
        }
        guard let note = prompt("why? ") else { return nil }
        return verdict(.change, relation, share, note: note)
      default:
        Console.print("Please answer with one of the letters.")
      }
    }
  }

  private func askRelation() -> Relation? {
    let words = Relation.allCases.filter { $0 != .none }.map(\.rawValue)
    while let line = prompt("which relation? [\(words.joined(separator: "/"))] ") {
      if let relation = Relation(rawValue: line), relation != .none { return relation }
      Console.print(
        NearestMatch.hints(line, in: words).first ?? "It is one of the words in the brackets.")
    }
    return nil
  }

  private func askShare() -> Double? {
    while let line = prompt("which share of the target, or of its aspect? [0…1] ") {
      if let share = Double(line), share > 0, share <= 1 { return share }
      Console.print("A number greater than 0 and at most 1, such as 0.5.")
    }
    return nil
  }

  private func prompt(_ question: String) -> String? {
    Console.prompt(question)
    return readLine().map { line in
      String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
