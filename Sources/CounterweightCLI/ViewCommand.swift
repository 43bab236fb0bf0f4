internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Digests
internal import Exporters
internal import Scoring
internal import Serving
internal import Workspace

struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Shows an assessment as a page that follows its files.",
    usage: "counterweight view <dir> [--port <port>] [<options>]",
    discussion: """
      Prints an address for your browser and serves the page of 'export --format html' \
      there until you press Ctrl-C. When a file of the assessment changes, the page \
      reloads; while the files have errors, it shows them.

      Only this machine reaches the address, and only who knows all of it sees the \
      page: do not pass it on. Other users of this machine cannot guess it.
      """)

  @OptionGroup var assessment: AssessmentOptions

  @Option(help: "The port to serve at; without it one that is free.")
  var port: UInt16 = 0

  func run() throws {
    let interruption = Interruption()
    var watch = AssessmentWatch(
      assessment.assessment, folders: assessment.library.overlays)
    _ = watch.hasChanged()
    let page = LivePage()
    // What is wrong at the start is told at once, and nothing is served.
    var evidence = try rebuild(page)
    guard LoopbackServer.isPossible else {
      throw Refusal(
        "microhttpd-missing", "libmicrohttpd, which serves the page, is not installed",
        hints: ["run: sudo apt-get install libmicrohttpd12"])
    }
    guard let token = SecretToken() else {
      throw Refusal("no-random-numbers", "the system gives no random numbers")
    }
    let server = LoopbackServer(port: port) { port in
      let site = TokenSite(token: token, port: port) { page.content }
      return { site.response(to: $0) }
    }
    guard let server else {
      throw Refusal(
        "no-port", "nothing can be served at port \(port)",
        hints: ["another program may have it: name another port, or none"])
    }
    Console.print("http://127.0.0.1:\(server.port)/\(token.text)/")
    Console.note("Ctrl-C ends it.")
    var day = try? Console.today()
    while !interruption.comes(within: 500) {
      // Evidence runs out and plans fall due at midnight too.
      let today = try? Console.today()
      guard watch.hasChanged(others: evidence) || today != day else { continue }
      day = today
      do {
        evidence = try rebuild(page)
        Console.note("The page is new.")
      } catch let refusal as Refusal {
        page.replace { ProblemPage.encoded(refusal.diagnostics, version: $0) }
        Console.show(refusal.diagnostics)
      }
    }
    withExtendedLifetime(server) {}
  }

  /// Scores the assessment and makes its page.
  ///
  /// - Returns: the evidence files, to watch them.
  private func rebuild(_ page: LivePage) throws -> [String] {
    let scored = try assessment.score()
    page.replace { AssessmentPage(scored.result).encoded(version: $0) }
    return assessment.evidencePaths(scored.result.input.assessment)
  }
}
