import ControlModel

/// A Markdown text of the CAF's shape, in own words: headings on irregular levels, contents with
/// the same titles, tables of two and three columns, rows without their last cells or last bar, a
/// bar inside a cell, a code with a full stop, an outcome without a text of its own.
enum CAFFixture {
  static let text = """
    # Cyber Assessment Framework 4.0

    A text about the whole.

    ## Contents

    - [CAF - Objective A - Steering](#a)

    | **Purpose**: not an outcome | … |
    |---|---|

    ## The Cyber Assessment Framework

    ### CAF - Objective A - Steering

    Somebody steers.

    #### Principle A1 Direction

    The ship has a direction.

    ##### A1.a Board Steering

    The board steers.

    It also
    looks ahead.

    | Not Achieved | Achieved |
    |-------------|:--------:|
    | At least one of the following statements is true | All the following statements are true |
    | Nobody steers. | Somebody steers (by day \\| by night). |
    | The wheel is lost. |
    |  | **Somebody** looks ahead. |

    ---

    # CAF - Objective B – Keeping Afloat

    The ship floats.

    ## Principle B1 Hull

    The hull holds.

    ### B1.a. Hull

    | Not Achieved | Partially Achieved | Achieved |
    |---|---|---|
    | Any of the following statements are true | All of the following statements are true | All of the following statements are true |
    | It leaks. | It leaks a little. | It is dry. |
    | It sinks. | | It stays dry.

    """

  static let bytes = Array(text.utf8)

  /// The shape of the government project's YAML, in own words: anchors and aliases, folded and
  /// quoted text, words that YAML would type, columns in another order than their ids, an empty
  /// column, a column that is none, an id that belongs elsewhere.
  static let yaml = """
    # A comment.
    statuses: &statuses
      - &yes Achieved
      - &no Not achieved
    rules: &rules
      all_none:
        outcome_status: *yes
    objectives:
      A:
        code: A
        title: Steering
        description: Somebody steers
          by day and by night.
        principles:
          A2:
            code: A2
            title: Looking
            description: The ship looks.
            outcomes:
              A2.b:
                code: A2.b
                title: Assurance
                description: 'Somebody looks: yes or no.'
                indicators:
                  partially-achieved:
                    A2.b.1:
                      description: Somebody looks at times.
                      ncsc-index: A2.b.PA.1
                  not-achieved:
                    A2.b.2:
                      description: no
                      ncsc-index: A2.b.NA.1
                    A2.b.3:
                      description: Nobody looks
                        at all.
                      ncsc-index: A2.b.NA.2
                  achieved:
                    A2.b.4:
                      description: >-
                        Somebody looks
                        always.
                      ncsc-index: A2.c.A.9
                  other:
                    A2.b.5:
                      description: Lost.
                assessment-rules: *rules
                min_profile_requirement:
                  baseline: *yes
      C:
        code: C
        title: Finding
        principles:
          C2:
            code: C2
            title: Hunting
            outcomes:
              C2.b:
                code: C2.b
                title: Hunting ahead
                indicators:
                  partially-achieved: { }
                  not-achieved:
                    C2.b.1:
                      description: Nobody hunts.
                  achieved:
                    C2.b.2:
                      description: Somebody hunts.
                assessment-rules: *rules
    """

  /// A catalog with the counts of the fixture.
  static let catalog = Catalog(
    id: "ncsc-caf-4.0", title: "CAF", conformance: .outcomes,
    groups: [Group(id: "A", title: "Steering"), Group(id: "B", title: "Keeping afloat")],
    controls: [
      Control(id: "A1", parent: "A", kind: .principle, title: "Direction", locator: locator),
      Control(
        id: "A1.a", parent: "A1", title: "Board steering", summary: "own words",
        indicators: .init(notAchieved: 2, partiallyAchieved: 0, achieved: 2), locator: locator),
      Control(id: "B1", parent: "B", kind: .principle, title: "Hull", locator: locator),
      Control(
        id: "B1.a", parent: "B1", title: "Hull", summary: "own words",
        indicators: .init(notAchieved: 2, partiallyAchieved: 1, achieved: 2), locator: locator),
    ])

  private static let locator = Locator([Locator.Part("section", "here")])
}
