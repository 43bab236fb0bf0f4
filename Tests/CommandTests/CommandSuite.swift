import Testing

/// Tests that run the program, one at a time: hundreds of processes at once would leave no time for
/// the other tests.
@Suite("The program", .serialized, .timeLimit(.minutes(5)))
enum CommandSuite {}

/// Those of what it writes for other programs, one at a time beside the former.
@Suite("What the program writes", .serialized, .timeLimit(.minutes(5)))
enum WrittenSuite {}
