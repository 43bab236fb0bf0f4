/// What a column of a table is to a catalog.
enum TableRole: String, CaseIterable {
  case id
  case parent
  case title
  case statement
  case summary
  case modality
  case level
  case category
  case references
  case related
  case notes

  /// The headers that say so, best first; capitals, blanks and signs do not matter.
  var headers: [String] {
    switch self {
    case .id:
      [
        "controlid", "id", "requirementid", "reqid", "refid", "referenceid", "identifier",
        "controlidentifier", "controlref", "controlreference", "ref", "reference", "refno",
        "controlno", "controlnumber", "requirementno", "requirementnumber", "number", "no", "nr",
        "num", "itemno", "clause", "clauseno", "clausenumber", "code", "controlcode", "safeguard",
        "subcategoryid",
      ]
    case .parent: ["parent", "parentid", "parentcontrol", "parentref", "parentreference"]
    case .title:
      [
        "title", "name", "controlname", "controltitle", "requirementname", "requirementtitle",
        "heading", "shortname", "shorttitle", "control", "safeguardname", "topic", "subject",
      ]
    case .statement:
      [
        "statement", "controlstatement", "requirementstatement", "text", "requirementtext",
        "controltext", "requirement", "controlrequirement", "description", "controldescription",
        "requirementdescription", "wording", "definition", "details", "detail", "control",
      ]
    case .summary: ["summary", "inownwords"]
    case .modality: ["modality", "obligation", "bindingness", "mandatory", "normativity"]
    case .level: ["level", "maturitylevel", "securitylevel", "tier", "baseline"]
    case .category:
      [
        "category", "family", "controlfamily", "domain", "group", "controlgroup", "section",
        "theme", "function", "area", "chapter",
      ]
    case .references: ["references", "sources"]
    case .related: ["related", "relatedcontrols", "relatedto", "mapping", "mappings"]
    case .notes: ["notes", "note", "comment", "comments", "guidance", "discussion", "remarks"]
    }
  }

  /// `header` without all that does not matter.
  static func key(_ header: String) -> String {
    var key = ""
    for scalar in header.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      key.unicodeScalars.append(scalar)
    }
    // `#` and `№` are common above numbers.
    let isNumberSign = key.isEmpty && (header.contains("#") || header.contains("№"))
    return isNumberSign ? "no" : key
  }
}
