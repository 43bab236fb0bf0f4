internal import Diagnostics
internal import OSCAL

/// Opens documents of OSCAL for the formats, with what tells that a file was cut off.
enum OSCALFile {
  static func read(_ file: FieldFile) throws(Refusal) -> OSCALReader.Reading {
    let isYAML = OSCALDetection(file.text)?.form == .yaml
    let early = isYAML ? EarlyEnd.ofYAML(file) : nil
    do throws(Refusal) {
      var reading = try OSCALReader.read(file.text, file: file.name)
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
    for control in catalog.controls { links.add(control) }
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
      for link in group.links { add(link, line: group.origin.line) }
      for part in group.parts { add(part) }
      for group in group.groups { add(group) }
      for control in group.controls { add(control) }
    }

    mutating func add(_ control: OSCALControl) {
      for link in control.links { add(link, line: control.origin.line) }
      for part in control.parts { add(part) }
      for control in control.controls { add(control) }
    }

    private mutating func add(_ part: OSCALPart) {
      for link in part.links { add(link, line: part.origin.line) }
      for part in part.parts { add(part) }
    }

    /// Other links lead to controls, and to places elsewhere.
    private mutating func add(_ link: OSCALLink, line: Int) {
      guard link.href.utf8.count == 37, link.href.utf8.first == UInt8(ascii: "#") else { return }
      let id = link.href.dropFirst().lowercased()
      guard id.utf8.count(where: { $0 == UInt8(ascii: "-") }) == 4, targets[id] == nil else {
        return
      }
      targets[id] = line
    }
  }
}
