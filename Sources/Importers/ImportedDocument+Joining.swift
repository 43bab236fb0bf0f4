extension ImportedDocument {
  /// One document out of the parts that a publisher splits it into: pages of a site, files of a
  /// set. The parts come in the order in which they were named.
  ///
  /// - Parameter parts: documents of one catalog, read by one importer; not empty.
  public static func joining(_ parts: [ImportedDocument]) -> ImportedDocument? {
    guard var whole = parts.first, parts.count > 1 else { return parts.first }
    for part in parts.dropFirst() {
      whole.partsOfOthers.merge(part.partsOfOthers) { first, _ in first }
      whole.doubtfulSeries.merge(part.doubtfulSeries) { first, _ in first }
      whole.otherEdition = whole.otherEdition ?? part.otherEdition
      whole.entries += part.entries
      whole.unplaced += part.unplaced
      whole.surroundingBlocks += part.surroundingBlocks
      whole.diagnostics += part.diagnostics
    }
    // A page repeats the heading of the section that it belongs to; a clause may not come twice.
    var seen: Set<String> = []
    whole.entries = whole.entries.filter { entry in
      let isFirst = seen.insert(entry.id).inserted
      return isFirst || !entry.statement.isEmpty
    }
    whole.fileName = parts.map(\.fileName).joined(separator: ", ")
    whole.sha256 = parts.map(\.sha256).joined(separator: " ")
    return whole
  }
}
