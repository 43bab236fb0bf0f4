/// A library with one requirement for each verdict, and an assessment of it: small enough that a
/// test can say what has to come out, and independent of the shipped content.
enum SmallLibrary {
  /// Writes `library/catalogs` and `library/mappings`.
  static func write(into folder: TestFolder) throws {
    try folder.write("library/catalogs/code.yaml", code)
    try folder.write("library/catalogs/steps.yaml", steps)
    try folder.write("library/mappings/practices.yaml", practices)
    try folder.write("library/mappings/practices-to-code.yaml", practicesToCode)
    try folder.write("library/mappings/practices-to-steps.yaml", practicesToSteps)
  }

  /// A folder with the library and, in `lab`, the assessment.
  static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    try write(into: folder)
    try folder.write("lab/assessment.yaml", head)
    try folder.write("lab/answers.yaml", answers)
    try folder.write("lab/evidence.yaml", evidence)
    try folder.write("lab/evidence/keys.txt", "The keys lie in a module.\n")
    try folder.write("lab/determinations.yaml", determinations)
    return folder
  }

  /// Runs the program with this library.
  static func run(_ command: String, in folder: TestFolder) async throws -> Program.Outcome {
    let arguments = command.split(separator: " ").map(String.init)
    return try await Program.run(arguments + ["--library", "library"], in: folder)
  }

  static let code = """
    format: catalog/1
    id: code
    title: A code of nine lines
    publisher: Nobody in particular
    version: "1"
    published: "2026-01-01"
    conformance: modality
    groups:
      - {id: G1, kind: section, title: Everything}
    controls:
      - {id: P1, kind: principle, parent: G1, title: Keep the weights, locator: {section: "1"}}
      - {id: "1.1", kind: requirement, parent: P1, modality: required, summary: all of it is met}
      - {id: "1.2", kind: requirement, parent: P1, modality: required, summary: half of it is met}
      - {id: "1.3", kind: requirement, parent: P1, modality: required, summary: two parts overlap}
      - {id: "1.4", kind: requirement, parent: P1, modality: required, summary: nothing is done}
      - {id: "1.5", kind: requirement, parent: P1, modality: required, summary: nobody has said}
      - {id: "1.6", kind: requirement, parent: P1, modality: recommended, summary: nothing maps}
      - {id: "1.7", kind: requirement, parent: P1, modality: recommended, summary: risk is taken}
      - {id: "1.8", kind: requirement, parent: P1, modality: recommended, summary: other means}
      - {id: "1.9", kind: requirement, parent: P1, modality: recommended, summary: does not apply}

    """

  static let steps = """
    format: catalog/1
    id: steps
    title: Two steps
    publisher: Nobody in particular
    version: "1"
    published: "2026-01-01"
    conformance: levels
    levels:
      - {id: S1, title: First step}
      - {id: S2, title: Second step}
    groups:
      - {id: W, kind: category, title: Weights}
    controls:
      - {id: "1.1", kind: requirement, parent: W, level: S1, summary: the first}
      - {id: S2.W.1, kind: requirement, parent: W, level: S2, combination: any, summary: either}
      - {id: S2.W.1.a, kind: alternative, parent: S2.W.1, summary: one way}
      - {id: S2.W.1.b, kind: alternative, parent: S2.W.1, summary: another way}

    """

  static let practices = """
    format: practice-library/1
    id: small-practices
    title: Practices
    version: "1"
    practices:
      - {id: keys-in-module, title: Keys lie in a module, layer: storage, owner: Team A}
      - {id: half-done, title: Half of it works, layer: storage, owner: Team A}
      - {id: other-half, title: Another half works, layer: network, owner: Team B}
      - {id: not-done, title: Nothing is done, layer: network, owner: Team B}
      - {id: not-said, title: Nobody has said, layer: compute, owner: Team B}
      - {id: planned-work, title: It is planned, layer: compute, owner: Team B}
      - id: patching
        title: Patches come within some days
        layer: compute
        parameter: {name: patch-days, type: integer, unit: days, better: lower}
      - id: custody
        title: Keys are kept
        layer: storage
        parameter: {name: key-custody, type: choice, choices: [file, service, module]}

    """

  static let practicesToCode = """
    format: mapping-set/1
    id: practices-to-code
    source: {practices: small-practices, version: "1"}
    target: {catalog: code, version: "1"}
    provenance: {by: Nobody, date: "2026-01-01", basis: own-reading}
    pairs:
      - {source: keys-in-module, target: "1.1", relation: superset, rationale: it is the same}
      - {source: keys-in-module, target: "1.2", relation: subset, share: 0.5, rationale: a half}
      - {source: keys-in-module, target: "1.3", relation: subset, share: 0.6, rationale: a part}
      - {source: other-half, target: "1.3", relation: subset, share: 0.6, rationale: a part too}
      - {source: not-done, target: "1.4", relation: superset, rationale: it is the same}
      - {source: not-said, target: "1.5", relation: superset, rationale: it is the same}
      - {source: not-done, target: "1.7", relation: superset, rationale: it is the same}
      - {source: not-done, target: "1.8", relation: superset, rationale: it is the same}
      - {source: not-done, target: "1.9", relation: superset, rationale: it is the same}

    """

  static let practicesToSteps = """
    format: mapping-set/1
    id: practices-to-steps
    source: {practices: small-practices, version: "1"}
    target: {catalog: steps, version: "1"}
    provenance: {by: Nobody, date: "2026-01-01", basis: own-reading}
    pairs:
      - {source: keys-in-module, target: "1.1", relation: superset, rationale: it is the same}
      - {source: planned-work, target: S2.W.1.a, relation: superset, rationale: it is the same}
      - {source: not-done, target: S2.W.1.b, relation: superset, rationale: it is the same}

    """

  static let head = """
    format: assessment/1
    organisation: Small lab
    asOf: 2026-06-30
    contexts:
      - {id: cluster, title: Cluster, exposure: internal}
      - {id: fleet, title: Fleet, exposure: external}

    """

  static let answers = """
    format: assessment/1
    answers:
      - practice: keys-in-module
        status: implemented
        owner: Team K
        evidence: [E-1]
      - practice: other-half
        status: implemented
      - practice: not-done
        status: absent
      - practice: planned-work
        status: planned
        due: 2026-12-31

    """

  /// The digest is that of the file.
  static let evidence = """
    format: assessment/1
    evidence:
      - id: E-1
        title: Where the keys lie
        file: evidence/keys.txt
        sha256: \(keysDigest)
        shows: 2026-05-01
        validUntil: 2026-09-30

    """

  static let keysDigest =
    "6daf3ac74c7dc88bd561c5241985cde19354614595cd48871dff2808b3812ca0"

  static let determinations = """
    format: assessment/1
    determinations:
      - catalog: code
        requirement: "1.7"
        decision: risk-accepted
        rationale: It is dear.
        approver: The head
        expires: 2026-12-31
      - catalog: code
        requirement: "1.8"
        decision: met-by-equivalent
        rationale: A wall is as good.
        approver: The head
      - catalog: code
        requirement: "1.9"
        decision: not-applicable
        rationale: There are no wheels.
        approver: The head

    """
}
