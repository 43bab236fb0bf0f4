internal import Diagnostics
internal import OSCAL

/// Opens documents of OSCAL for the formats, with what tells that a file was cut off.
enum OSCALFile {
  /// Reads one.
  ///
  /// - Parameter statements: whether the statements of a catalog are made meanwhile.
  static func read(
    _ file: FieldFile, statements: Bool = false
  ) throws(Refusal) -> OSCALReader.Reading {
    let isYAML = OSCALDetection(file.text)?.form == .yaml
    let early = isYAML ? EarlyEnd.ofYAML(file) : nil
    do throws(Refusal) {
      var reading = try OSCALReader.read(file.text, file: file.name, statements: statements)
      if let early { reading.diagnostics.append(early) }
      return reading
    } catch {
      guard let early else { throw error }
      throw Refusal(error.diagnostics + [early])
    }
  }

  /// Links to resources of the back matter, which stands at the end of a document: where it is
  /// missing, more may be.
  static func danglingLinks(in catalog: OSCALCatalog, file: String) -> Diagnostic? {
    var links = Links()
    for group in catalog.groups { links.add(group) }
    links.add(catalog.controls.span)
    let known = Set(catalog.backMatter?.resources.map { $0.uuid.lowercased() } ?? [])
    let dangling = links.targets.filter { !known.contains($0.key) }
    guard let first = dangling.min(by: { $0.value < $1.value }) else { return nil }
    return Diagnostic(
      .warning, id: "oscal-dangling-link",
      "\(dangling.count) of the \(links.targets.count) resources that its controls link to are not "
        + "in its back matter: is the file complete?",
      at: SourceLocation(file: file, line: first.value),
      hints: ["the first is '#\(first.key)'", "compare the number of its controls with the source"])
  }

  /// The resources that controls link to, with the line of the first link to each.
  private struct Links {
    var targets: [String: Int] = [:]

    mutating func add(_ group: OSCALGroup) {
      add(group.links.span, line: group.origin.line)
      add(group.parts.span)
      for group in group.groups { add(group) }
      add(group.controls.span)
    }

    // Spans, because to copy a control or a part takes longer than to look at it.

    mutating func add(_ controls: Span<OSCALControl>) {
      for index in controls.indices {
        add(controls[index].links.span, line: controls[index].origin.line)
        add(controls[index].parts.span)
        add(controls[index].controls.span)
      }
    }

    private mutating func add(_ parts: Span<OSCALPart>) {
      for index in parts.indices {
        add(parts[index].links.span, line: parts[index].origin.line)
        add(parts[index].parts.span)
      }
    }

    private mutating func add(_ links: Span<OSCALLink>, line: Int) {
      for index in links.indices { add(links[index].href, line: line) }
    }

    /// Other links lead to controls, and to places elsewhere.
    private mutating func add(_ href: String, line: Int) {
      guard href.utf8.count == 37, href.utf8.first == UInt8(ascii: "#") else { return }
      let id = href.dropFirst().lowercased()
      guard id.utf8.count(where: { $0 == UInt8(ascii: "-") }) == 4, targets[id] == nil else {
        return
      }
      targets[id] = line
    }
  }
}
