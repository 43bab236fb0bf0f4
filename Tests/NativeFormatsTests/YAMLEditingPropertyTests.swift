import Diagnostics
import NativeFormats
import TestSupport
import Testing

/// Random changes to random files: the file then says what the changes mean, and all lines that
/// have no part in a change are as they were.
@Suite struct YAMLEditingPropertyTests {
  enum Change {
    case replace(YAMLValue)
    case remove
    case append(YAMLValue)
    case insert(String, YAMLValue, after: String?)
    case comment
  }

  @Test(arguments: 0..<1_500) func changesMeanWhatTheySay(_ seed: Int) throws {
    var file = RandomYAML(seed: UInt64(seed))
    var editing = try YAMLEditing(Array(file.text.utf8), file: "f.yaml")
    try #require(editing.value(at: [])?.isSame(as: file.value) == true, "\(file.text)")
    var changes: [YAMLPath: Change] = [:]
    var touched: Set<String> = []
    var keepsComments = true
    for _ in 0..<file.random.number(1...3) {
      let all = paths(of: file.value).filter { path in
        !changes.keys.contains {
          $0.steps.starts(with: path.steps) || path.steps.starts(with: $0.steps)
        }
      }
      guard !all.isEmpty else { break }
      let path = file.random.one(of: all)
      let old = try #require(editing.value(at: path))
      let change = self.change(to: old, &file)
      switch change {
      case .replace(let value): try editing.replace(path, with: value)
      case .remove: try editing.remove(path)
      case .append(let value): try editing.append(value, to: path)
      case .insert(let key, let value, let after):
        try editing.insert(key, value, in: path, after: after)
      case .comment: try editing.comment("remark", above: path)
      }
      changes[path] = change
      touched.formUnion(words(of: old))
      // What has no word of its own is known by the key above it.
      let key = path.steps.compactMap { if case .key(let key) = $0 { key } else { nil } }.last
      if let key { touched.insert(key) }
      if case .remove = change {
        keepsComments = false
        // Another entry may move up beside a dash, or a key be left with nothing below it.
        let parent = YAMLPath(path.steps.dropLast())
        touched.formUnion(editing.value(at: parent).map(words) ?? [])
        if case .key(let key)? = parent.steps.last { touched.insert(key) }
      }
      if case .replace = change { keepsComments = false }
    }
    let expected = apply(changes, to: file.value, at: [])
    let bytes: [UInt8]
    do { bytes = try editing.finish() } catch {
      Issue.record("refused: \(changes)\n\(file.text)")
      return
    }
    let result = String(decoding: bytes, as: UTF8.self)
    let read = try YAMLEditing(bytes, file: "f.yaml")
    #expect(
      read.value(at: [])?.isSame(as: expected) == true, "\(changes)\n\(file.text)\n→\n\(result)")
    var rest = lines(result)[...]
    for line in lines(file.text) {
      let words = words(in: line)
      let isComment = line.drop { $0 == " " }.hasPrefix("#")
      guard isComment ? keepsComments : !words.isEmpty && words.isDisjoint(with: touched) else {
        continue
      }
      guard let index = rest.firstIndex(of: line) else {
        Issue.record("lost or changed: '\(line)' \(changes)\n\(file.text)\n→\n\(result)")
        return
      }
      rest = rest[(index + 1)...]
    }
  }

  private func change(to old: YAMLValue, _ file: inout RandomYAML) -> Change {
    switch (old, file.random.number(0...3)) {
    case (_, 0): return .comment
    case (_, 1): return .remove
    case (.sequence, 2): return .append(file.node(depth: 2))
    case (.mapping(let entries), 2):
      let keys = entries.map(\.key)
      let sister = keys.isEmpty || file.random.chance(50) ? nil : file.random.one(of: keys)
      return .insert(file.word("n"), file.node(depth: 2), after: sister)
    default: return .replace(file.node(depth: 2))
    }
  }

  /// All paths but the root.
  private func paths(of value: YAMLValue, at path: YAMLPath = []) -> [YAMLPath] {
    let own = path.steps.isEmpty ? [] : [path]
    switch value {
    case .text, .bare: return own
    case .mapping(let entries):
      return own + entries.flatMap { paths(of: $0.value, at: path.appending(.key($0.key))) }
    case .sequence(let items):
      return own
        + items.indices.flatMap { paths(of: items[$0], at: path.appending(.index($0))) }
    }
  }

  private func apply(
    _ changes: [YAMLPath: Change], to value: YAMLValue, at path: YAMLPath
  ) -> YAMLValue {
    func isRemoved(_ step: YAMLPath.Step) -> Bool {
      if case .remove? = changes[path.appending(step)] { true } else { false }
    }
    switch (changes[path], value) {
    case (.replace(let new)?, _): return new
    case (.append(let new)?, .sequence(let items)): return .sequence(items + [new])
    case (.insert(let key, let new, let after)?, .mapping(var entries)):
      let index = entries.firstIndex { $0.key == after }.map { $0 + 1 } ?? entries.count
      entries.insert(.init(key, new), at: index)
      return .mapping(entries)
    case (_, .mapping(let entries)):
      return .mapping(
        entries.filter { !isRemoved(.key($0.key)) }.map {
          .init($0.key, apply(changes, to: $0.value, at: path.appending(.key($0.key))))
        })
    case (_, .sequence(let items)):
      return .sequence(
        items.indices.filter { !isRemoved(.index($0)) }.map {
          apply(changes, to: items[$0], at: path.appending(.index($0)))
        })
    default: return value
    }
  }

  // MARK: Words and lines

  private func lines(_ text: String) -> [String] {
    // CR LF is one character and one line end.
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  /// The words of a line that stand nowhere else, comments left out.
  private func words(in line: String) -> Set<String> {
    Set(
      line.prefix { $0 != "#" }.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        .filter { $0.hasSuffix("z") })
  }

  private func words(of value: YAMLValue) -> Set<String> {
    switch value {
    case .text(let text), .bare(let text):
      return Set(lines(text).flatMap { words(in: $0) })
    case .mapping(let entries):
      return entries.reduce(into: []) { $0.formUnion(words(of: $1.value).union([$1.key])) }
    case .sequence(let items): return items.reduce(into: []) { $0.formUnion(words(of: $1)) }
    }
  }
}
