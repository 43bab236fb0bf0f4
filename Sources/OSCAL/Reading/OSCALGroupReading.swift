internal import Dispatch
internal import Synchronization

/// Makes the groups of a catalog into values on other processors, while the file is read on.
///
/// Groups hold nearly all of a catalog. What was read of one is given away, and in its place stands
/// an empty element (`placeholder`).
final class OSCALGroupReading: Sendable {
  /// A group, and what is wrong with it.
  struct Made: Sendable {
    var group: OSCALGroup?
    /// Those of the group, when they are wanted.
    var statements: OSCALGroupStatements?
    /// What the group was made of.
    var element: OSCALNode?
    var problems: OSCALProblems
  }

  private let file: String
  private let statements: Bool
  private let budget = OSCALInsertBudget()
  private let made = Mutex<[Int: Made]>([:])
  private let given = Mutex(0)
  private let work = DispatchGroup()

  /// - Parameter statements: whether the statements of the controls are made as well.
  init(file: String, statements: Bool) {
    self.file = file
    self.statements = statements
  }

  /// What stands for a group among the elements of its catalog.
  static let placeholder = OSCALNode("group")

  /// Takes a group that is an element already.
  func take(_ node: OSCALNode) {
    let file = file
    start { (OSCALGroup(node), node, OSCALProblems(file: file)) }
  }

  /// Takes a group as JSON has it.
  func take(_ value: DataNode) {
    let file = file
    start {
      var reader = DataNodeReader(file: file)
      let node = reader.group(value)
      return (node.map { OSCALGroup($0) }, node, reader.problems)
    }
  }

  private func start(_ make: @escaping @Sendable () -> (OSCALGroup?, OSCALNode?, OSCALProblems)) {
    let number = given.withLock { given in
      given += 1
      return given - 1
    }
    DispatchQueue.global().async(group: work) {
      let (group, element, problems) = make()
      let statements = self.statements ? group.map { OSCALGroupStatements($0, self.budget) } : nil
      self.made.withLock {
        $0[number] = Made(
          group: group, statements: statements, element: element, problems: problems)
      }
    }
  }

  /// Waits for all groups; they stand in the order in which they were taken.
  func finish() -> [Made] {
    work.wait()
    let all = made.withLock { made in
      defer { made = [:] }
      return made
    }
    return (0..<given.withLock { $0 }).compactMap { all[$0] }
  }
}
