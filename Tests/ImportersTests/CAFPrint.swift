import ControlModel
import Importers

/// The CAF as it is printed: tables of two or three columns that go on over pages.
enum CAFPrint {
  /// The XML of a document's entries.
  static func xml(of document: ImportedDocument, edition: String) -> String {
    var print = PrintedLines()
    print.add([(100, 1, "Cyber Assessment Framework \(edition)")], step: 60)
    print.add([(100, 0, "Objective A ........ 2")], step: 20)
    print.add([(100, 0, "Principle A1 Something ........ 3")], step: 60)
    for entry in document.entries where entry.kind != .indicator {
      let heading =
        switch entry.kind {
        case .section: "CAF - Objective \(entry.id) - \(entry.title)"
        case .principle: "Principle \(entry.id) \(entry.title)"
        default: "\(entry.id) \(entry.title)"
        }
      if !print.fits(300) { print.turnPage() }
      for line in PrintedLines.wrapped(heading, 60) { print.add([(100, 1, line)], step: 32) }
      print.skip(16)
      for line in PrintedLines.wrapped(entry.statement, 95) where !line.isEmpty {
        print.add([(100, 0, line)])
      }
      print.skip(16)
      if entry.kind == .outcome { table(of: entry, in: document.entries, &print) }
    }
    return print.xml(title: "NCSC CAF")
  }

  private static func table(
    of outcome: ImportedEntry, in entries: [ImportedEntry], _ print: inout PrintedLines
  ) {
    var columns: [(name: String, rule: String, statements: [String])] = []
    for column in IndicatorColumn.allCases {
      let statements = entries.filter {
        $0.parent == outcome.id && $0.category == column.category
      }.map(\.statement)
      if column == .partiallyAchieved, statements.isEmpty { continue }
      let isNot = column == .notAchieved
      columns.append(
        (
          isNot ? "Not achieved" : column == .achieved ? "Achieved" : "Partially achieved",
          isNot
            ? "At least one of the following statements is true"
            : "All the following statements are true", statements
        ))
    }
    let width = 690 / columns.count
    let head = columns.indices.map { (100 + $0 * width + 60, 0, "**" + columns[$0].name) }
    print.add(head, step: 32)
    // Each column is a list of lines; nil is the room between two statements.
    var lines = columns.map { column in
      ([column.rule] + column.statements).flatMap { text -> [String?] in
        PrintedLines.wrapped(text, width / 9).map { $0 } + [nil]
      }
    }
    while lines.contains(where: { !$0.isEmpty }) {
      if !print.fits(20) {
        print.turnPage()
        print.add(head, step: 32)
      }
      var runs: [(left: Int, font: Int, text: String)] = []
      for index in lines.indices where !lines[index].isEmpty {
        if let line = lines[index].removeFirst() { runs.append((100 + index * width, 0, line)) }
      }
      print.add(runs)
    }
    print.skip(24)
  }
}
