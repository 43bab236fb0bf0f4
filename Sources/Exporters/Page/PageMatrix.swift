internal import ControlModel
internal import HTMLTree
internal import Scoring

/// The matrix: a row for each requirement with its verdict in each context, and behind it the chain
/// from the clause to the verdict. Filter, sort and search are added by the script.
struct PageMatrix {
  let index: ResultIndex

  init(_ index: ResultIndex) { self.index = index }

  func html() -> HTML {
    .tag(
      .section, [.id("matrix")],
      .tag(.h2, [], "Matrix"),
      .tag(
        .p, [.class("note")],
        .text(
          "Open a requirement to see why it has its verdict: clause, pairs, answers, evidence, "
            + "bounds. In a row the bar shows the bounds by the answers, the line below it what "
            + "evidence shows.")),
      tools(),
      .tag(.p, [.id("count"), Attribute(.role, "status"), .class("note")]),
      .list(index.result.catalogs.filter { !$0.results.isEmpty }.map(catalog)))
  }

  // MARK: Tools

  private func tools() -> HTML {
    let verdicts = Verdict.allCases.filter { verdict in
      index.result.catalogs.contains { $0.results.contains { $0.verdict == verdict } }
    }
    return .tag(
      .form,
      [
        .id("tools"), .hidden, Attribute(.role, "search"),
        Attribute(.label, "Filter the matrix"), Attribute(.autocomplete, "off"),
      ],
      field(
        "q", "Search",
        .tag(
          .input,
          [
            .id("q"), Attribute(.type, "search"), Attribute(.spellcheck, "false"),
            Attribute(.placeholder, "id, words, practice, owner"),
          ])),
      choice(
        "standard", "Standard", "all",
        index.result.catalogs.filter { !$0.results.isEmpty }.map { ($0.catalog.id.rawValue, nil) }),
      choice("part", "Part", "all", []),
      choice("kind", "Level or modality", "all", []),
      index.contexts.count > 1
        ? choice("context", "Context", "any", index.contexts.map { ($0.id.rawValue, nil) })
        : .nothing,
      choice("owner", "Owner", "anybody", []),
      choice(
        "sort", "Sort", "order of the document",
        [
          ("worst", "worst verdict first"), ("lowest", "lowest bound first"), ("id", "id"),
          ("title", "title"),
        ]),
      .tag(
        .fieldset, [],
        .tag(.legend, [], "Verdict"),
        .list(
          verdicts.map { verdict in
            .tag(
              .label, [],
              .tag(
                .input,
                [
                  Attribute(.type, "checkbox"), Attribute(.name, "verdict"),
                  Attribute(.value, verdict.rawValue),
                ]),
              .tag(
                .span, [.class(verdict.rawValue)],
                .text("\(VerdictWords.sign(verdict)) \(verdict.rawValue)")))
          })),
      .tag(
        .div, [.class("buttons")],
        .tag(.button, [.id("clear"), Attribute(.type, "button")], "Show all"),
        .tag(.button, [.id("share"), Attribute(.type, "button")], "Copy link to this view"),
        .tag(.output, [.id("said"), Attribute(.live, "polite")])))
  }

  private func field(_ id: String, _ words: String, _ control: HTML) -> HTML {
    .tag(
      .div, [.class("field f-\(id)")], .tag(.label, [Attribute(.for, id)], .text(words)), control)
  }

  private func choice(
    _ id: String, _ words: String, _ all: String, _ values: [(value: String, words: String?)]
  ) -> HTML {
    field(
      id, words,
      .tag(
        .select, [.id(id)], .tag(.option, [Attribute(.value, "")], .text(all)),
        .list(
          values.map { .tag(.option, [Attribute(.value, $0.value)], .text($0.words ?? $0.value)) })
      ))
  }

  // MARK: Rows

  private func catalog(_ result: CatalogResult) -> HTML {
    let chain = RequirementChain(index, result)
    let headings = CatalogHeadings(result.catalog)
    let controls = Dictionary(result.catalog.controls.map { ($0.id, $0) }) { first, _ in first }
    let count = index.contexts.count
    var rows: [HTML] = []
    rows.reserveCapacity(result.results.count / max(1, count))
    // The contexts of a requirement stand next to each other.
    var rest = result.results[...]
    while let first = rest.first {
      let cells = rest.prefix { $0.requirement == first.requirement }
      rest = rest.dropFirst(cells.count)
      guard let control = controls[first.requirement] else { continue }
      rows.append(row(control, Array(cells), chain, headings))
    }
    let columns = (1...4).contains(count) ? "n\(count)" : "many"
    return .tag(
      .section,
      [
        .class("rows \(columns)"), .id("rows-\(result.catalog.id)"),
        Attribute(.dataValue, result.catalog.id.rawValue),
      ],
      .tag(
        .h3, [], .text(result.catalog.title), " ",
        .tag(.small, [.class("shown")], .text("\(rows.count) requirements"))),
      .tag(
        .div, [.class("columns"), .decorative],
        .tag(.span, [], "Requirement"), .tag(.span, [], ""), .tag(.span, [], "Level"),
        .list(
          count <= 4
            ? index.contexts.map { .tag(.span, [], .text($0.id.rawValue)) }
            : [.tag(.span, [], "Contexts")])),
      .tag(.div, [.class("list")], .list(rows)))
  }

  private func row(
    _ control: Control, _ cells: [RequirementResult], _ chain: RequirementChain,
    _ headings: CatalogHeadings
  ) -> HTML {
    let id = "\(cells[0].catalog)/\(control.id)"
    let kind = control.modality?.rawValue ?? control.level
    return .tag(
      .details, [.class("r"), .id(id)],
      .tag(
        .summary, [],
        .tag(.span, [.class("i")], .text(control.id.rawValue)), " ",
        .tag(.span, [.class("t")], .text(control.heading)), " ",
        .tag(.span, [.class("m")], .text(kind)),
        .list(cells.map(cell))),
      chain.html(control, cells, path: headings.path(of: control)))
  }

  private func cell(_ row: RequirementResult) -> HTML {
    let name = HTML.tag(.i, [], .text(row.context.rawValue))
    guard row.verdict != .notApplicable else {
      return .tag(
        .span, [.class("c")], name, .tag(.b, [.class(row.verdict.rawValue)], "– not-applicable"))
    }
    func x(_ share: Double) -> Int { Int((share * 100).rounded()) }
    let claimed = row.bounds.claimed
    let assured = x(row.bounds.assured.lower)
    var bars: [HTML] = []
    func stroke(_ style: String, _ from: Int, _ to: Int, _ y: Int) {
      guard to > from else { return }
      bars.append(.tag(.path, [.class(style), Attribute(.d, "M\(from),\(y)H\(to)")]))
    }
    stroke("l", 0, x(claimed.lower), 3)
    stroke("u", x(claimed.lower), x(claimed.upper), 3)
    stroke("a", 0, assured, 8)
    return .tag(
      .span, [.class("c")], name,
      .tag(
        .b, [.class(row.verdict.rawValue)],
        .text("\(VerdictWords.sign(row.verdict)) \(row.verdict.rawValue)")),
      .tag(.em, [], .text(Percent.text(claimed))),
      .tag(.svg, [], .list(bars)))
  }
}
