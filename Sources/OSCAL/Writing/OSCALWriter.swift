/// Writes documents of OSCAL so that `OSCALReader` reads the same back.
public enum OSCALWriter {
  /// The bytes of a document, UTF-8, with a line break at the end; the same bytes each time.
  public static func bytes(_ document: OSCALDocument, form: OSCALForm) -> [UInt8] {
    let node = document.node
    guard let root = OSCALSchema.roots.first(where: { $0.element == node.name }) else { return [] }
    switch form {
    case .xml:
      var writer = XMLNodeWriter()
      return writer.document(node, root)
    case .json:
      var writer = JSONDataWriter()
      return writer.document(DataValue(node, root))
    case .yaml:
      var writer = YAMLDataWriter()
      return writer.document(DataValue(node, root))
    }
  }
}
