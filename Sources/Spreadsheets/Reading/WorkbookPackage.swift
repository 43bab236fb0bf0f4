internal import Archive
internal import Diagnostics
internal import Markup

/// The ZIP archive of a workbook, with its parts and what they refer to.
final class WorkbookPackage {
  private let archive: ArchiveReader
  private let file: String

  init(_ bytes: [UInt8], file: String) throws(Refusal) {
    self.file = file
    archive = try Self.open(bytes, file)
  }

  private static func open(_ bytes: [UInt8], _ file: String) throws(Refusal) -> ArchiveReader {
    do throws(ArchiveFailure) {
      return try ArchiveReader(bytes)
    } catch {
      throw Refusal(error, file: file)
    }
  }

  /// The names of all parts.
  var names: [String] { archive.entries.map(\.name) }

  func has(_ part: String) -> Bool { archive.has(part) }

  /// What a part refers to.
  struct Relation {
    let kind: String
    let target: String
  }

  /// The root element of a part.
  func part(_ name: String) throws(Refusal) -> MarkupElement {
    let partLimit = XLSXReading.partLimit
    if let entry = archive.entries.first(where: { $0.name == name }), entry.size > partLimit {
      throw Refusal(
        "xlsx-too-large", "'\(name)' has \(entry.size) bytes, more than \(partLimit)",
        at: SourceLocation(file: file),
        hints: ["save the one sheet as CSV, or split the workbook"])
    }
    let bytes: [UInt8]
    do throws(ArchiveFailure) {
      bytes = try archive.bytes(of: name)
    } catch {
      throw Refusal(error, file: file)
    }
    do throws(MarkupFailure) {
      return try MarkupParser.xml(bytes, limits: MarkupLimits(bytes: partLimit))
    } catch {
      throw Refusal(
        "xlsx-\(error.reason.rawValue)", "its part '\(name)' \(error.message)",
        at: SourceLocation(file: file), hints: error.hints)
    }
  }

  /// Where the workbook itself stands, as the package says.
  var workbookPart: String {
    let relations = try? relations(of: "")
    return relations?.values.first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
  }

  /// What a part refers to inside the package.
  func relations(of part: String) throws(Refusal) -> [String: Relation] {
    let folder = part.split(separator: "/").dropLast().map(String.init)
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let path = (folder + ["_rels", name + ".rels"]).joined(separator: "/")
    guard archive.has(path) else { return [:] }
    var relations: [String: Relation] = [:]
    for relation in try self.part(path).elements {
      guard let id = relation.attribute("Id"), relation.attribute("TargetMode") != "External",
        let target = relation.attribute("Target")
      else { continue }
      let kind = relation.attribute("Type")?.split(separator: "/").last.map(String.init) ?? ""
      relations[id] = Relation(kind: kind, target: Self.resolved(target, in: folder))
    }
    return relations
  }

  private static func resolved(_ target: String, in folder: [String]) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var path = folder
    for step in target.split(separator: "/") {
      if step == ".." { _ = path.popLast() } else if step != "." { path.append(String(step)) }
    }
    return path.joined(separator: "/")
  }
}

extension Refusal {
  /// Tells a failure of the archive reader as a problem of the file.
  init(_ failure: ArchiveFailure, file: String) {
    self.init(
      "archive-\(failure.reason.rawValue)", failure.message, at: SourceLocation(file: file),
      hints: failure.hints)
  }
}
