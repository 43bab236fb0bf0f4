internal import ArgumentParser
internal import NativeFormats
internal import Workspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a new assessment, with every practice unanswered.",
    usage: "counterweight init <dir> [<options>]",
    discussion: """
      Writes a directory of YAML files that explain themselves: who and what is \
      assessed, one file of answers for each layer of defence, the register of \
      evidence, and the decisions on single requirements. Keep it in your own git. \
      Nothing that is there already is overwritten.
      """)

  @Argument(help: ArgumentHelp("The new directory.", valueName: "dir"))
  var directory: String

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    if directory.isEmpty { throw ValidationError("the new directory needs a name") }
  }

  func run() throws {
    let library = try library.load()
    let files = AssessmentTemplate.files(
      practices: library.practices, catalogs: library.catalogs)
    try FileWriting.newDirectory(directory, files.map { ($0.path, Array($0.text.utf8)) })
    let directory = Console.clean(self.directory)
    Console.print(
      """
      Made \(directory) with \(library.practices.count) practices to answer, in \(files.count) files.
      Next:
        1. Say who and what is assessed in \(directory)/assessment.yaml
        2. Answer the practices in \(directory)/answers/
        3. counterweight assess \(directory)
      """)
  }
}
