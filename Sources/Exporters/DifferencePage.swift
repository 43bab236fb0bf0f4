public import Comparison
internal import ControlModel

/// The difference of two editions as one HTML file without scripts, links or anything from
/// elsewhere.
public struct DifferencePage {
  private let difference: EditionDifference

  /// Makes the page of a difference.
  public init(_ difference: EditionDifference) { self.difference = difference }

  /// The file.
  public func encoded() -> [UInt8] {
    let title = "\(difference.old.id) to \(difference.new.id)"
    var page = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title))</title>
      <style>
      body { font: 16px/1.5 sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid #bbb; padding: .3em .6em; text-align: left; vertical-align: top; }
      del { background: #fdd; } ins { background: #dfd; }
      .to-review { font-weight: bold; }
      @media (prefers-color-scheme: dark) {
        body { background: #181818; color: #eee; }
        del { background: #622; } ins { background: #262; }
      }
      </style>
      </head>
      <body>
      <h1>\(escaped(difference.old.title)) → \(escaped(difference.new.title))</h1>
      <p>\(escaped(difference.old.id.rawValue)) (\(difference.old.controls.count) controls) →
      \(escaped(difference.new.id.rawValue)) (\(difference.new.controls.count) controls)</p>

      """
    page += summary()
    page += unpaired("Removed", difference.removed + difference.removedGroups)
    page += unpaired("Added", difference.added + difference.addedGroups)
    page += divisions()
    page += counterparts("Groups that differ", difference.groups)
    page += counterparts("Controls that differ", difference.counterparts)
    return Array((page + "</body>\n</html>\n").utf8)
  }

  private func summary() -> String {
    let both = difference.counterparts.count
    var rows: [(String, Int, Int)] = [
      ("in both", both, difference.old.controls.count),
      ("removed", difference.removed.count, difference.old.controls.count),
      ("added", difference.added.count, difference.new.controls.count),
      ("unchanged", difference.unchanged.count, both),
    ]
    for change in Counterpart.Change.allCases {
      rows.append((change.rawValue, difference.count(change), both))
    }
    for basis in TextBasis.allCases {
      rows.append(("compared by \(basis.rawValue)", difference.count(by: basis), both))
    }
    rows.append(("compared by nothing but ids", difference.count(by: nil), both))
    let cells = rows.map { "<tr><th>\($0.0)</th><td>\($0.1) of \($0.2)</td></tr>\n" }
    return "<table>\n\(cells.joined())</table>\n"
  }

  private func unpaired(_ heading: String, _ all: [Unpaired]) -> String {
    guard !all.isEmpty else { return "" }
    let rows = all.map { one in
      var note = one.candidates.map { "\($0.id) (\($0.similarity / 10) % alike)" }
        .joined(separator: ", ")
      if !note.isEmpty { note = "could be \(note)" }
      if one.idIsReused { note += " The other edition uses this id for something else." }
      return row([
        escaped(one.control.id.rawValue), escaped(one.control.heading),
        confidence(one.confidence), escaped(note),
      ])
    }
    return "<h2>\(heading) (\(all.count))</h2>\n"
      + table(["id", "heading", "confidence", "note"], rows)
  }

  private func divisions() -> String {
    let splits = difference.splits.map { ("split", [$0.whole], $0.parts, $0) }
    let merges = difference.merges.map { ("merged", $0.parts, [$0.whole], $0) }
    guard !(splits + merges).isEmpty else { return "" }
    let rows = (splits + merges).map { name, old, new, division in
      row([
        name, escaped(old.map(\.rawValue).joined(separator: ", ")),
        escaped(new.map(\.rawValue).joined(separator: ", ")), confidence(division.confidence),
        "\(division.covered / 10) % of the whole",
      ])
    }
    return "<h2>Split and merged (\(rows.count))</h2>\n"
      + table(["change", "old", "new", "confidence", "covered"], rows)
  }

  private func counterparts(_ heading: String, _ all: [Counterpart]) -> String {
    let changed = all.filter { !$0.changes.isEmpty }
    guard !changed.isEmpty else { return "" }
    let rows = changed.map { pair in
      row([
        escaped(pair.old.id.rawValue), escaped(pair.new.id.rawValue),
        pair.changes.map(\.rawValue).joined(separator: ", "), confidence(pair.confidence),
        "\(pair.similarity / 10) % by \(pair.basis?.rawValue ?? "id alone")", details(pair),
      ])
    }
    return "<h2>\(heading) (\(changed.count) of \(all.count))</h2>\n"
      + table(["old", "new", "changes", "confidence", "alike", "what"], rows)
  }

  private func details(_ pair: Counterpart) -> String {
    var parts: [String] = []
    for change in pair.changes where change != .renumbered && change != .reworded {
      let sides = pair.sides(of: change)
      parts.append(
        "\(change.rawValue): <del>\(escaped(sides.old))</del> <ins>\(escaped(sides.new))</ins>")
    }
    if pair.changes.contains(.reworded) {
      parts.append(pair.words.map(words) ?? "The digests differ; the words are not here.")
    }
    return parts.joined(separator: "<br>")
  }

  private func words(_ words: WordDifference) -> String {
    words.runs.map { run in
      switch run.kind {
      case .same: escaped(run.text)
      case .removed: "<del>\(escaped(run.text))</del>"
      case .added: "<ins>\(escaped(run.text))</ins>"
      }
    }.joined(separator: " ")
  }

  private func confidence(_ confidence: Confidence) -> String {
    "<span class=\"\(confidence.rawValue)\">\(confidence.rawValue)</span>"
  }

  private func table(_ header: [String], _ rows: [String]) -> String {
    let cells = header.map { "<th scope=\"col\">\($0)</th>" }.joined()
    return
      "<table>\n<thead><tr>\(cells)</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }

  private func row(_ cells: [String]) -> String {
    "<tr>\(cells.map { "<td>\($0)</td>" }.joined())</tr>\n"
  }

  /// Text as it may stand in a page: nothing in it is markup, and nothing turns the reading order.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator:
          escaped += scalar == "\n" || scalar == "\t" ? " " : "\u{FFFD}"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}
