/// A definition as it is written down here, close to NIST's own tables.
///
/// Flags and children are words in the order of the schema. `!`: must be there. `*`: a list, whose
/// JSON key is the plural unless `/key` gives another. `=type`: a definition of another name; `text`,
/// `literal`, `line` and `multiline` are values. `^element`: XML puts the list into this element.
struct OSCALSchemaEntry {
  var name: String
  var content = OSCALDefinition.Content.assembly
  var flags = ""
  var valueKey: String?
  var children = ""

  static let all: [OSCALSchemaEntry] = catalog + metadata + profile + mapping

  private static let catalog = [
    OSCALSchemaEntry(
      name: "catalog", flags: "uuid!",
      children: "metadata! param* control* group* back-matter"),
    OSCALSchemaEntry(
      name: "group", flags: "id class",
      children: "title=line! param* prop* link* part* group* control*"),
    OSCALSchemaEntry(
      name: "control", flags: "id! class",
      children: "title=line! param* prop* link* part* control*"),
    OSCALSchemaEntry(
      name: "part", flags: "id name! ns class",
      children: "title=line prop* prose=multiline part* link*"),
    OSCALSchemaEntry(
      name: "param", flags: "id! class depends-on", children: parameterBody + " remarks=multiline"),
    OSCALSchemaEntry(
      name: "constraint", children: "description=multiline test*"),
    OSCALSchemaEntry(name: "test", children: "expression=text! remarks=multiline"),
    OSCALSchemaEntry(name: "guideline", children: "prose=multiline"),
    OSCALSchemaEntry(name: "select", flags: "how-many", children: "choice*=line/choice"),
  ]

  private static let parameterBody =
    "prop* link* label=line usage=multiline constraint* guideline* value*=text select"

  private static let metadata = [
    OSCALSchemaEntry(
      name: "metadata",
      children: "title=line! published=text last-modified=text! version=text! oscal-version=text! "
        + "revision*^revisions document-id* prop* link* role* location* party*/parties "
        + "responsible-party*/responsible-parties action* remarks=multiline"),
    OSCALSchemaEntry(
      name: "revision",
      children: "title=line published=text last-modified=text version=text! oscal-version=text "
        + "prop* link* remarks=multiline"),
    OSCALSchemaEntry(
      name: "role", flags: "id!",
      children: "title=line! short-name=text description=multiline prop* link* remarks=multiline"),
    OSCALSchemaEntry(
      name: "location", flags: "uuid!",
      children: "title=line address email-address*=text/email-addresses telephone-number* "
        + "url*=text prop* link* remarks=multiline"),
    OSCALSchemaEntry(
      name: "party", flags: "uuid! type!",
      children: "name=text short-name=text external-id* prop* link* "
        + "email-address*=text/email-addresses telephone-number* address*/addresses "
        + "location-uuid*=text member-of-organization*=text remarks=multiline"),
    OSCALSchemaEntry(
      name: "external-id", content: .text, flags: "scheme!", valueKey: "id"),
    OSCALSchemaEntry(
      name: "address", flags: "type",
      children: "addr-line*=text city=text state=text postal-code=text country=text"),
    OSCALSchemaEntry(
      name: "telephone-number", content: .text, flags: "type", valueKey: "number"),
    OSCALSchemaEntry(
      name: "responsible-party", flags: "role-id!",
      children: "party-uuid*=text! prop* link* remarks=multiline"),
    OSCALSchemaEntry(
      name: "action", flags: "uuid! date type! system!",
      children: "prop* link* responsible-party*/responsible-parties remarks=multiline"),
    OSCALSchemaEntry(
      name: "document-id", content: .text, flags: "scheme", valueKey: "identifier"),
    OSCALSchemaEntry(
      name: "prop", flags: "name! uuid ns value! class group", children: "remarks=multiline"),
    OSCALSchemaEntry(
      name: "link", flags: "href! rel media-type resource-fragment", children: "text=line"),
    OSCALSchemaEntry(name: "back-matter", children: "resource*"),
    OSCALSchemaEntry(
      name: "resource", flags: "uuid!",
      children: "title=line description=multiline prop* document-id* citation rlink* base64 "
        + "remarks=multiline"),
    OSCALSchemaEntry(name: "citation", children: "text=line! prop* link*"),
    OSCALSchemaEntry(name: "rlink", flags: "href! media-type", children: "hash*/hashes"),
    OSCALSchemaEntry(name: "hash", content: .text, flags: "algorithm!", valueKey: "value"),
    OSCALSchemaEntry(
      name: "base64", content: .text, flags: "filename media-type", valueKey: "value"),
  ]

  private static let profile = [
    OSCALSchemaEntry(
      name: "profile", flags: "uuid!",
      children: "metadata! import*! merge modify back-matter"),
    OSCALSchemaEntry(name: "import", flags: "href!", children: selection),
    OSCALSchemaEntry(name: "include-all"),
    OSCALSchemaEntry(
      name: "select-control-by-id", flags: "with-child-controls",
      children: "with-id*=text matching*/matching"),
    OSCALSchemaEntry(name: "matching", flags: "pattern", children: "remarks=multiline"),
    OSCALSchemaEntry(name: "merge", children: "combine flat as-is=literal custom"),
    OSCALSchemaEntry(name: "combine", flags: "method"),
    OSCALSchemaEntry(name: "flat"),
    OSCALSchemaEntry(
      name: "custom", children: "group*=profile-group insert-controls*/insert-controls"),
    OSCALSchemaEntry(
      name: "profile-group", flags: "id class",
      children: "title=line! param* prop* link* part* group*=profile-group "
        + "insert-controls*/insert-controls"),
    OSCALSchemaEntry(name: "insert-controls", flags: "order", children: selection),
    OSCALSchemaEntry(name: "modify", children: "set-parameter* alter*"),
    OSCALSchemaEntry(
      name: "set-parameter", flags: "param-id! class depends-on", children: parameterBody),
    OSCALSchemaEntry(name: "alter", flags: "control-id!", children: "remove* add*"),
    OSCALSchemaEntry(
      name: "remove", flags: "by-name by-class by-id by-item-name by-ns",
      children: "remarks=multiline"),
    OSCALSchemaEntry(
      name: "add", flags: "position by-id", children: "title=line param* prop* link* part*"),
  ]

  private static let selection =
    "include-all include-controls*=select-control-by-id/include-controls "
    + "exclude-controls*=select-control-by-id/exclude-controls"

  private static let measures = "confidence-score coverage"

  private static let mapping = [
    OSCALSchemaEntry(
      name: "mapping-collection", flags: "uuid!",
      children: "metadata! provenance mapping*! back-matter"),
    OSCALSchemaEntry(
      name: "provenance", flags: "method! matching-rationale! status!",
      children: "\(measures) mapping-description=multiline! "
        + "responsible-party*/responsible-parties prop* link* remarks=multiline"),
    OSCALSchemaEntry(
      name: "mapping", flags: "uuid! method matching-rationale status",
      children: "source-resource=resource-reference! target-resource=resource-reference! map*! "
        + "prop* link* remarks=multiline mapping-description=multiline "
        + "source-gap-summary=gap-summary target-gap-summary=gap-summary \(measures)"),
    OSCALSchemaEntry(
      name: "resource-reference", flags: "ns type! href!",
      children: "prop* link* remarks=multiline"),
    OSCALSchemaEntry(
      name: "map", flags: "uuid! ns matching-rationale",
      children: "relationship=text! source*=mapping-item! target*=mapping-item! qualifier* "
        + "\(measures) prop* link* remarks=multiline"),
    OSCALSchemaEntry(
      name: "mapping-item", flags: "type! id-ref!", children: "prop* link* remarks=multiline"),
    OSCALSchemaEntry(
      name: "qualifier", flags: "subject! predicate! category!",
      children: "description=multiline! remarks=multiline"),
    OSCALSchemaEntry(
      name: "gap-summary", flags: "uuid!",
      children: "unmapped-controls*=select-control-by-id/unmapped-controls!"),
    OSCALSchemaEntry(name: "confidence-score", children: "category=text percentage=literal"),
    OSCALSchemaEntry(
      name: "coverage", content: .literal, flags: "generation-method",
      valueKey: "target-coverage"),
  ]
}
