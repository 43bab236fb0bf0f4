internal import HTMLTree

/// A plain table: a head, and rows that start with their name.
enum DataTable {
  static func html(caption: String = "", head: [String], rows: [[HTML]], style: String = "") -> HTML
  {
    .tag(
      .table, style.isEmpty ? [] : [.class(style)],
      caption.isEmpty ? .nothing : .tag(.caption, [], .text(caption)),
      .tag(
        .thead, [],
        .tag(
          .tr, [],
          .list(head.map { .tag(.th, [Attribute(.scope, "col")], .text($0)) }))),
      .tag(
        .tbody, [],
        .list(
          rows.map { row in
            .tag(
              .tr, [],
              .list(
                row.enumerated().map { position, cell in
                  position == 0
                    ? .tag(.th, [Attribute(.scope, "row")], cell) : .tag(.td, [], cell)
                }))
          })))
  }

  static func html(caption: String = "", head: [String], texts: [[String]]) -> HTML {
    html(caption: caption, head: head, rows: texts.map { $0.map { .text($0) } })
  }
}
