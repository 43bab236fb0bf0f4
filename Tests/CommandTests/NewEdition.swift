/// Another edition of the small library's code, changed in every way that a comparison tells.
enum NewEdition {
  static let old = """
    format: catalog/1
    id: rules-1
    title: Rules, first edition
    version: "1"
    conformance: modality
    groups:
      - {id: G1, kind: section, title: Storage}
      - {id: G2, kind: section, title: People}
    controls:
      - {id: "1", kind: requirement, parent: G1, modality: required, summary: Weight files are encrypted at rest with keys from a hardware module.}
      - {id: "2", kind: requirement, parent: G1, modality: required, summary: Copies of the weights are listed in a register that names an owner for each.}
      - {id: "3", kind: requirement, parent: G1, modality: required, summary: Every read of a weight file leaves an entry in a log that cannot be changed.}
      - {id: "4", kind: requirement, parent: G2, modality: required, summary: Staff with access pass a background check before they start.}
      - {id: "5", kind: requirement, parent: G2, modality: recommended, summary: Visitors are escorted in rooms that hold accelerators.}
      - {id: "6", kind: requirement, parent: G2, modality: recommended, summary: Fax machines are kept away from the data hall.}

    """

  static let new = """
    format: catalog/1
    id: rules-2
    title: Rules, second edition
    version: "2"
    conformance: modality
    supersedes: rules-1
    groups:
      - {id: S, kind: section, title: Storage}
      - {id: G2, kind: section, title: People}
    controls:
      - {id: S.1, kind: requirement, parent: S, modality: required, summary: Weight files are encrypted at rest with keys from a hardware module.}
      - {id: "2", kind: requirement, parent: S, modality: recommended, summary: Copies of the weights are listed in a register that names an owner for each.}
      - {id: "3", kind: requirement, parent: S, modality: required, summary: Every read or copy of a weight file leaves an entry in a log that nobody can change.}
      - {id: "4", kind: requirement, parent: S, modality: required, summary: Staff with access pass a background check before they start.}
      - {id: "5", kind: requirement, parent: G2, modality: recommended, summary: Visitors are escorted in rooms that hold accelerators.}
      - {id: "6", kind: requirement, parent: G2, modality: required, summary: Output of the model is limited to a rate at which weights cannot leak <b>soon</b>.}

    """

  static let assessment = """
    format: assessment/1
    organisation: Test Lab
    asOf: 2026-07-01
    catalogs: [rules-1] # the one that counts
    contexts:
      - {id: here, title: Here}

    targets:
      # What the board asked for.
      - id: T1
        catalog: rules-1
        modality: required
        groups: [G1]

    """

  static let determinations = """
    format: assessment/1
    determinations:
      # We have no disks.
      - catalog: rules-1 # old
        requirement: "1"
        decision: not-applicable
        rationale: nothing is at rest
        approver: CISO
      - {catalog: rules-1, requirement: "3", decision: risk-accepted, rationale: soon, approver: CISO}
      - catalog: rules-1
        requirement: "6"
        decision: not-applicable
        rationale: no fax
        approver: CISO
    pairs:
      rules-1:
        - {source: keys, target: "1", relation: equivalent, rationale: the same}
        - {source: keys, target: "6", relation: subset, share: 0.5, rationale: by mail}

    """

  static let practices = """
    format: practice-library/1
    id: small-practices
    title: Practices
    version: "1"
    practices:
      - {id: keys, title: Keys lie in a module, layer: storage}

    """

  static let mapping = """
    format: mapping-set/1
    id: practices-to-rules-1
    source: {practices: small-practices, version: "1"}
    target: {catalog: rules-1, version: "1"}
    provenance: {by: us, basis: own-reading}
    pairs:
      - {source: keys, target: "1", relation: equivalent, rationale: the same, confidence: high}
      - {source: keys, target: "3", relation: subset, share: 0.25, rationale: a part}
      - {source: keys, target: "6", relation: subset, share: 0.5, rationale: by mail}

    """

  /// A folder with both editions, a mapping set and, in `lab`, an assessment of the old one.
  static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.write("library/catalogs/rules-1.yaml", old)
    try folder.write("library/catalogs/rules-2.yaml", new)
    try folder.write("library/mappings/practices.yaml", practices)
    try folder.write("library/mappings/practices-to-rules-1.yaml", mapping)
    try folder.write("lab/assessment.yaml", assessment)
    try folder.write("lab/determinations.yaml", determinations)
    try folder.write("lab/evidence/keys.txt", "The keys lie in a module.\n")
    return folder
  }
}
