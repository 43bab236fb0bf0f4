internal import YAMLEvents

/// Turns changes into pieces of text at places of the file.
struct YAMLEditWriter {
  /// Bytes that give way to text.
  struct Edit {
    var range: Range<Int>
    var text: String
  }

  let source: YAMLSourceText
  private(set) var edits: [Edit] = []

  init(_ bytes: [UInt8]) { source = YAMLSourceText(bytes) }

  /// Collects the edits of a whole file.
  ///
  /// - Returns: false when the file is written in a way in which a change has no place.
  mutating func write(_ root: YAMLSpan, _ changes: YAMLChanges) -> Bool {
    write(root, changes, Surroundings(anchor: nil, indent: -2, isFlow: false))
  }

  /// What stands around a value.
  struct Surroundings {
    /// The place after the colon or dash that it belongs to; nil at the root.
    var anchor: Int?
    /// The column of its key or dash, from 0.
    var indent: Int
    /// Whether it stands in brackets or braces.
    var isFlow: Bool
    /// Where the outermost brackets start.
    var flowStart: Int?
  }

  private mutating func write(
    _ span: YAMLSpan, _ changes: YAMLChanges, _ around: Surroundings
  ) -> Bool {
    if let replacement = changes.replacement { return replace(span, with: replacement, around) }
    switch span {
    case .scalar:
      guard !changes.additions.isEmpty else { return true }
      return replace(span, with: changes.added(to: .text("")), around)
    case .sequence(let sequence):
      return write(sequence, span, changes, around)
    case .mapping(let mapping):
      return write(mapping, span, changes, around)
    }
  }

  private mutating func write(
    _ sequence: YAMLSpan.Sequence, _ span: YAMLSpan, _ changes: YAMLChanges,
    _ around: Surroundings
  ) -> Bool {
    guard !holdsNothing(sequence.items.indices.map { .index($0) }, changes) else {
      return replace(span, with: .sequence(changes.additions.map(\.value)), around)
    }
    var within = inside(span, isFlow: sequence.isFlow, around)
    var starts: [Int] = []
    for (index, item) in sequence.items.enumerated() {
      if sequence.isFlow {
        within.anchor = nil
        starts.append(item.place.bytes.lowerBound)
      } else {
        let before = index == 0 ? nil : sequence.items[index - 1]
        let from = before.map(source.end) ?? sequence.place.bytes.lowerBound
        guard let dash = source.find(0x2D, from: from) else { return false }
        within.anchor = dash + 1
        starts.append(dash)
      }
      guard let child = changes.children[.index(index)], !child.isRemoved else { continue }
      comment(child.comments, at: starts[index], within)
      guard write(item, child, within) else { return false }
    }
    let parts = zip(starts, sequence.items).enumerated().map { index, part in
      Part(
        range: part.0..<max(part.0, source.end(part.1)),
        isRemoved: changes.children[.index(index)]?.isRemoved == true)
    }
    remove(parts, isFlow: sequence.isFlow)
    guard let last = parts.last(where: { !$0.isRemoved }) else { return true }
    if sequence.isFlow {
      for addition in changes.additions {
        insert(", \(YAMLRendering.flow(addition.value))", at: last.range.upperBound)
      }
    } else {
      for addition in changes.additions {
        insert(
          lines: YAMLRendering.item(addition.value, indent: within.indent),
          after: parts[parts.count - 1].range.upperBound, indent: within.indent)
      }
    }
    return true
  }

  private mutating func write(
    _ mapping: YAMLSpan.Mapping, _ span: YAMLSpan, _ changes: YAMLChanges,
    _ around: Surroundings
  ) -> Bool {
    guard !holdsNothing(mapping.entries.map { .key($0.key) }, changes) else {
      let added = changes.additions.map { YAMLValue.Entry($0.key ?? "", $0.value) }
      return replace(span, with: .mapping(added), around)
    }
    var within = inside(span, isFlow: mapping.isFlow, around)
    var parts: [Part] = []
    for entry in mapping.entries {
      let start = entry.keyPlace.bytes.lowerBound
      parts.append(
        Part(
          range: start..<max(entry.keyPlace.bytes.upperBound, source.end(entry.value)),
          isRemoved: changes.children[.key(entry.key)]?.isRemoved == true))
      if let child = changes.children[.key(entry.key)], !child.isRemoved {
        guard let colon = source.find(0x3A, from: entry.keyPlace.bytes.upperBound) else {
          return false
        }
        within.anchor = colon + 1
        comment(child.comments, at: start, within)
        guard write(entry.value, child, within) else { return false }
      }
      if !mapping.isFlow {
        add(changes.placed(after: entry.key), after: parts[parts.count - 1].range, within)
      }
    }
    remove(parts, isFlow: mapping.isFlow)
    if mapping.isFlow { return addInBraces(mapping, parts, changes) }
    add(changes.placed(after: nil), after: parts[parts.count - 1].range, within)
    return true
  }

  private mutating func add(
    _ entries: [YAMLValue.Entry], after range: Range<Int>, _ within: Surroundings
  ) {
    for entry in entries {
      insert(
        lines: YAMLRendering.entry(entry.key, entry.value, indent: within.indent),
        after: range.upperBound, indent: within.indent)
    }
  }

  /// Within braces every entry but the first brings its comma along.
  private mutating func addInBraces(
    _ mapping: YAMLSpan.Mapping, _ parts: [Part], _ changes: YAMLChanges
  ) -> Bool {
    let firstKept = parts.firstIndex { !$0.isRemoved } ?? 0
    for (index, entry) in mapping.entries.enumerated() {
      for added in changes.placed(after: entry.key) {
        let text = "\(YAMLRendering.key(added.key)): \(YAMLRendering.flow(added.value))"
        if index < firstKept {
          insert("\(text), ", at: parts[firstKept].range.lowerBound)
        } else {
          insert(", \(text)", at: parts[index].range.upperBound)
        }
      }
    }
    for added in changes.placed(after: nil) {
      insert(
        ", \(YAMLRendering.key(added.key)): \(YAMLRendering.flow(added.value))",
        at: parts[parts.count - 1].range.upperBound)
    }
    return true
  }

  /// Whether a collection has nothing left, so that what is added takes the place of all.
  private func holdsNothing(_ steps: [YAMLPath.Step], _ changes: YAMLChanges) -> Bool {
    let isUntouched = changes.additions.isEmpty && changes.children.isEmpty
    return !isUntouched && steps.allSatisfy { changes.children[$0]?.isRemoved == true }
  }

  private func inside(
    _ span: YAMLSpan, isFlow: Bool, _ around: Surroundings
  ) -> Surroundings {
    let start = span.place.bytes.lowerBound
    return Surroundings(
      anchor: nil, indent: isFlow ? around.indent : source.column(of: start),
      isFlow: isFlow, flowStart: isFlow ? around.flowStart ?? start : nil)
  }

  // MARK: Pieces

  private mutating func insert(_ text: String, at place: Int) {
    edits.append(Edit(range: place..<place, text: text))
  }

  /// Whole lines after the line on which `end` lies.
  private mutating func insert(lines: [String], after end: Int, indent: Int) {
    let place = source.lineEnd(after: end)
    let text = (YAMLRendering.pad(indent) + lines.joined(separator: source.newline))
    if place == 0 || source.bytes[place - 1] == 0x0A {
      insert(text + source.newline, at: place)
    } else {
      insert(source.newline + text, at: place)
    }
  }

  private mutating func comment(_ lines: [String], at start: Int, _ within: Surroundings) {
    guard !lines.isEmpty else { return }
    let line = source.lineStart(of: within.flowStart ?? start)
    let pad = source.indentation(from: line)
    insert(lines.map { pad + $0 + source.newline }.joined(), at: line)
  }

  private struct Part {
    var range: Range<Int>
    var isRemoved: Bool
  }

  private mutating func remove(_ parts: [Part], isFlow: Bool) {
    guard let kept = parts.firstIndex(where: { !$0.isRemoved }) else { return }
    for (index, part) in parts.enumerated() where part.isRemoved {
      let range: Range<Int>
      if isFlow {
        range =
          index < kept
          ? part.range.lowerBound..<parts[index + 1].range.lowerBound
          : parts[index - 1].range.upperBound..<part.range.upperBound
      } else if source.startsLine(part.range.lowerBound) {
        range =
          source.lineStart(of: part.range.lowerBound)..<source.lineEnd(after: part.range.upperBound)
      } else if index + 1 < parts.count,
        source.isBlank(part.range.upperBound..<parts[index + 1].range.lowerBound)
      {
        // It stands after a dash: the next one takes its place.
        range = part.range.lowerBound..<parts[index + 1].range.lowerBound
      } else {
        range = part.range
      }
      edits.append(Edit(range: range, text: ""))
    }
  }

  private mutating func replace(
    _ span: YAMLSpan, with value: YAMLValue, _ around: Surroundings
  ) -> Bool {
    var replacing = YAMLReplacement(source: source, span: span, value: value, around: around)
    guard replacing.plan() else { return false }
    edits += replacing.edits
    return true
  }

  /// The text after all edits; those of one place stand in the order in which they were collected.
  func text() -> [UInt8] {
    var text: [UInt8] = []
    var position = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }
    for (_, edit) in ordered {
      if edit.range.lowerBound > position {
        text += source.bytes[position..<edit.range.lowerBound]
      }
      text += Array(edit.text.utf8)
      position = max(position, edit.range.upperBound)
    }
    return text + source.bytes[position...]
  }
}
