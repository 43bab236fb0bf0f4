import Testing

/// All tests that run the program, one at a time: hundreds of processes at once would leave no time
/// for the other tests.
@Suite("The program", .serialized, .timeLimit(.minutes(5)))
enum CommandSuite {}
