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
      verdict: agree, change, reject or skip; b goes back to the pair before. Verdicts \
      are written after each answer, with your name and the day, into a file of your \
      own; the set itself is not touched. Run it again to go on where you stopped. A \
      pair that was changed after your verdict comes up again.
      """)

  @Argument(help: ArgumentHelp("The mapping set.", valueName: "set"))
  var set: String

  @Option(help: ArgumentHelp("Your name, as it stands in the file.", valueName: "name"))
  var reviewer: String

  @Option(
    help: ArgumentHelp(
      "The directory to write into.",
      discussion:
        "Without it: 'mappings/reviews' of the library, where 'mapping stats' counts them.",
      valueName: "dir"))
  var into: String?

  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.load()
    let set = try chosenSet(library)
    guard !reviewer.allSatisfy(\.isWhitespace) else {
      throw ValidationError("--reviewer needs a name")
    }
    let today = try Console.today()
    let location = try LibraryLocation.find(named: self.library.library)
    let store = into.map { ReviewStore(directory: $0) } ?? ReviewStore(of: location)
    var review = try store.review(of: set.id, by: reviewer)
    let open = set.pairs.filter { pair in
      pair.relation != .none && !review.verdicts.contains { $0.isCurrent(for: pair) }
    }
    let all = set.pairs.count { $0.relation != .none }
    Console.print("\(open.count) of \(all) pairs are open. End with q.")
    let card = ReviewCard(set, library)
    let dialogue = ReviewDialogue(prompt: prompt, say: Console.print)
    var given: Set<PairKey> = []
    var position = 0
    review: while position < open.count {
      let pair = open[position]
      Console.print("\n[\(position + 1) of \(open.count)]\n\(card.text(pair))")
      switch dialogue.ask(pair) {
      case .stop: break review
      case .skip: position += 1
      case .back:
        if position == 0 { Console.print("This is the first of them.") }
        position = max(0, position - 1)
      case .verdict(var verdict):
        verdict.date = today.description
        review.verdicts.removeAll { $0.pair == verdict.pair }
        review.verdicts.append(verdict)
        try store.save(review)
        given.insert(pair.key)
        position += 1
      }
    }
    let place = Console.clean(store.path(of: set.id, by: reviewer))
    let number = given.count == 1 ? "1 verdict" : "\(given.count) verdicts"
    Console.print("\n\(number) given." + (given.isEmpty ? "" : " They stand in \(place)."))
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

  private func prompt(_ question: String) -> String? {
    Console.prompt(question)
    return readLine().map { line in
      String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
