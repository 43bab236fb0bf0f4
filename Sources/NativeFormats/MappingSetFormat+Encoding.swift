public import ControlModel

extension MappingSetFormat {
  /// Writes a mapping set so that `decode` gives the same set back, without its origins.
  public static func encode(_ set: MappingSet) -> String {
    var yaml = YAMLWriter()
    yaml.field("format", NativeFormat.mappingSet.rawValue)
    yaml.field("id", set.id.rawValue)
    yaml.field("title", set.title)
    yaml.field("status", set.status)
    encode("source", set.source, &yaml)
    encode("target", set.target, &yaml)
    yaml.field("method", set.method.rawValue)
    encode(set.provenance, &yaml)
    if let composition = set.composition {
      yaml.mapping("compose") { yaml in
        yaml.field("first", composition.first.rawValue)
        yaml.field("second", composition.second.rawValue)
        yaml.list("along", composition.along.map(\.rawValue))
      }
    }
    yaml.items("pairs", set.pairs) { yaml, pair in
      yaml.field("source", pair.source)
      yaml.field("target", pair.target.rawValue)
      yaml.field("relation", pair.relation.rawValue)
      if !pair.relation.meetsWhole, pair.relation != .none {
        yaml.field("share", pair.isShareKnown ? "\(pair.share)" : PairFormat.unknownShare)
      }
      yaml.field("aspect", pair.aspect?.rawValue ?? "")
      yaml.field("when", pair.when?.description ?? "")
      yaml.field("rationale", pair.rationale)
      yaml.field("confidence", pair.confidence.rawValue)
      if let provenance = pair.provenance { encode(provenance, &yaml) }
    }
    return yaml.text
  }

  private static func encode(
    _ key: String, _ endpoint: MappingSet.Endpoint, _ yaml: inout YAMLWriter
  ) {
    yaml.mapping(key) { yaml in
      yaml.field(endpoint.kind.rawValue, endpoint.id)
      yaml.field("version", endpoint.version)
    }
  }

  private static func encode(_ provenance: Provenance, _ yaml: inout YAMLWriter) {
    yaml.mapping("provenance") { yaml in
      yaml.field("by", provenance.by)
      yaml.field("date", provenance.date)
      yaml.field("basis", provenance.basis.rawValue)
      yaml.flag("reviewed", provenance.isReviewed)
      yaml.field("note", provenance.note)
      yaml.items("readings", provenance.readings) { yaml, reading in
        yaml.field("reader", reading.reader)
        yaml.field("relation", reading.relation.rawValue)
        if reading.relation != .none { yaml.field("share", "\(reading.share)") }
      }
      yaml.field("adjudication", provenance.adjudication)
    }
  }
}
