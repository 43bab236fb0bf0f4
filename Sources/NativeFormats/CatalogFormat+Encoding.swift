public import ControlModel

extension CatalogFormat {
  /// Writes a catalog so that `decode` reads the same catalog back.
  public static func encode(_ catalog: Catalog) -> String {
    var yaml = YAMLWriter()
    yaml.field("format", NativeFormat.catalog.rawValue)
    yaml.field("id", catalog.id.rawValue)
    yaml.field("title", catalog.title)
    yaml.field("publisher", catalog.publisher)
    yaml.field("version", catalog.version)
    yaml.field("published", catalog.published)
    yaml.field("status", catalog.status.rawValue)
    yaml.field("language", catalog.language)
    yaml.field("licence", catalog.licence)
    yaml.field("attribution", catalog.attribution)
    yaml.field("conformance", catalog.conformance.rawValue)
    yaml.field("supersedes", catalog.supersedes?.rawValue ?? "")
    yaml.field("supersededBy", catalog.supersededBy?.rawValue ?? "")
    if catalog.source != Catalog.Source() {
      yaml.mapping("source") { yaml in
        yaml.field("url", catalog.source.url)
        yaml.field("format", catalog.source.format)
        yaml.field("sha256", catalog.source.sha256)
        yaml.field("retrieved", catalog.source.retrieved)
        yaml.field("importer", catalog.source.importer)
        yaml.field("document", catalog.source.document)
        yaml.field("documentSHA256", catalog.source.documentSHA256)
      }
    }
    yaml.field("caveat", catalog.caveat)
    yaml.list("notes", catalog.notes)
    yaml.items("levels", catalog.levels) { yaml, level in
      yaml.field("id", level.id)
      yaml.field("title", level.title)
      yaml.field("definition", level.definition)
      yaml.field("adversary", level.adversary)
      encode(level.locator, &yaml)
    }
    yaml.items("capacities", catalog.capacities) { yaml, capacity in
      yaml.field("id", capacity.id)
      yaml.field("title", capacity.title)
      yaml.field("summary", capacity.summary)
      encode(capacity.locator, &yaml)
    }
    yaml.items("groups", catalog.groups) { yaml, group in
      yaml.field("id", group.id.rawValue)
      yaml.field("kind", group.kind)
      yaml.field("title", group.title)
      yaml.field("parent", group.parent?.rawValue ?? "")
      yaml.field("summary", group.summary)
      encode(group.locator, &yaml)
    }
    yaml.items("controls", catalog.controls) { yaml, control in encode(control, &yaml) }
    return yaml.text
  }

  private static func encode(_ locator: Locator, _ yaml: inout YAMLWriter) {
    guard !locator.parts.isEmpty else { return }
    yaml.mapping("locator") { yaml in
      for part in locator.parts { yaml.field(part.name, part.value) }
    }
  }

  private static func encode(_ control: Control, _ yaml: inout YAMLWriter) {
    yaml.field("id", control.id.rawValue)
    yaml.flag("idIsSynthetic", control.idIsSynthetic)
    yaml.field("parent", control.parent)
    yaml.field("kind", control.kind.rawValue)
    yaml.field("title", control.title)
    yaml.field("summary", control.summary)
    if let statement = control.statement { yaml.field("statement", statement) }
    yaml.field("statementSHA256", control.statementSHA256)
    yaml.field("modality", control.modality?.rawValue ?? "")
    yaml.list("secondaryModality", control.secondaryModality.map(\.rawValue))
    yaml.field("level", control.level)
    yaml.field("category", control.category)
    yaml.list("appliesTo", control.appliesTo.map(\.rawValue))
    yaml.list("lifecycle", control.lifecycle.map(\.rawValue))
    yaml.field("combination", control.combination?.rawValue ?? "")
    yaml.items("supersedes", control.supersedes) { yaml, supersession in
      yaml.field("id", supersession.id.rawValue)
      yaml.field("basis", supersession.basis.rawValue)
      yaml.field("note", supersession.note)
    }
    yaml.items("parameters", control.parameters) { yaml, parameter in
      yaml.field("name", parameter.name)
      yaml.field("value", parameter.value)
      yaml.field("unit", parameter.unit)
      yaml.flag("firm", parameter.isFirm)
    }
    yaml.items("aspects", control.aspects) { yaml, aspect in
      yaml.field("id", aspect.id.rawValue)
      yaml.field("title", aspect.title)
      if aspect.weight != 1 { yaml.field("weight", String(aspect.weight)) }
    }
    yaml.field("condition", control.condition)
    yaml.list("references", control.references)
    yaml.list("related", control.related)
    yaml.list("notes", control.notes)
    if let counts = control.indicators {
      yaml.mapping("indicators") { yaml in
        yaml.field("notAchieved", String(counts.notAchieved))
        yaml.field("partiallyAchieved", String(counts.partiallyAchieved))
        yaml.field("achieved", String(counts.achieved))
      }
    }
    if !control.feasibility.isEmpty {
      yaml.mapping("feasibility") { yaml in
        for (capacity, score) in control.feasibility.sorted(by: { $0.key < $1.key }) {
          yaml.field(capacity, String(score))
        }
      }
    }
    yaml.field("relevantLevel", control.relevantLevel)
    yaml.flag("rapidlyChanging", control.rapidlyChanging)
    encode(control.locator, &yaml)
  }
}
