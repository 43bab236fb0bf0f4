public import ControlModel

/// The grade of each outcome (CAF).
public struct OutcomesResult: Sendable, Hashable {
  /// In document order; not applicable ones are left out.
  public var outcomes: [Outcome]

  /// One outcome: its grade lies between two.
  public struct Outcome: Sendable, Hashable {
    /// The outcome.
    public var id: ControlID
    /// The grade that is certain.
    public var lowest: OutcomeGrade
    /// The grade that is possible, if all that is open turns out well.
    public var highest: OutcomeGrade
    /// What the grade rests on.
    public var basis: Basis
  }

  /// What a grade rests on, the firmest first.
  public enum Basis: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The indicators of the outcome: the framework's own way.
    case indicators
    /// The practices mapped to the outcome: an estimate.
    case practices
    /// Nothing has been said.
    case nothing

    /// Orders from the firmest to nothing.
    public static func < (left: Basis, right: Basis) -> Bool {
      guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right)
      else { return false }
      return first < second
    }
  }

  /// How many outcomes are certainly of a grade.
  public func count(_ grade: OutcomeGrade) -> Int {
    outcomes.count { $0.lowest == grade && $0.highest == grade }
  }

  /// How many outcomes have a grade that is still open.
  public var open: Int { outcomes.count { $0.lowest != $0.highest } }
}

/// Achieved when all indicators of that column are true; partially achieved when all of that
/// column are; not achieved when any of the not-achieved column is true, or neither column is
/// complete (Cyber Assessment Framework, "Using the framework").
public enum OutcomesRule {
  /// The grade of an outcome out of its indicators.
  ///
  /// - Parameters:
  ///   - counts: how many indicators it has in each column.
  ///   - holds: whether an indicator is true, by column and number from 1; nil: not answered.
  public static func grade(
    _ counts: Control.IndicatorCounts, holds: (_ column: Column, _ number: Int) -> Bool?
  ) -> (lowest: OutcomeGrade, highest: OutcomeGrade) {
    func grade(open: Bool) -> OutcomeGrade {
      // What is open is taken at its worst (`open` false) or at its best.
      func isTrue(_ column: Column, _ number: Int) -> Bool {
        holds(column, number) ?? (column == .notAchieved ? !open : open)
      }
      func all(_ column: Column, _ count: Int) -> Bool {
        count > 0 && (1...count).allSatisfy { isTrue(column, $0) }
      }
      if counts.notAchieved > 0,
        (1...counts.notAchieved).contains(where: { isTrue(.notAchieved, $0) })
      {
        return .notAchieved
      }
      if all(.achieved, counts.achieved) { return .achieved }
      return all(.partiallyAchieved, counts.partiallyAchieved) ? .partiallyAchieved : .notAchieved
    }
    return (grade(open: false), grade(open: true))
  }

  /// A column of an outcome's table.
  public typealias Column = IndicatorColumn

  static func result(
    _ index: CatalogIndex, _ states: [Int: RequirementState],
    grade: (Int) -> (lowest: OutcomeGrade, highest: OutcomeGrade)?, isAnswered: (Int) -> Bool
  ) -> OutcomesResult {
    OutcomesResult(
      outcomes: index.requirements.compactMap { outcome in
        guard let state = states[outcome], case .applicable(let bounds) = state else { return nil }
        let control = index.catalog.controls[outcome]
        if let grade = grade(outcome) {
          return .init(
            id: control.id, lowest: grade.lowest, highest: grade.highest, basis: .indicators)
        }
        let isSaid = isAnswered(outcome)
        // Where nothing was said, that no practice covers all of it says nothing of the lab.
        let mayBeWhole = bounds.mayBeWhole || (!isSaid && bounds.upper > 0)
        return .init(
          id: control.id, lowest: bounds.isWhole ? .achieved : .notAchieved,
          highest: mayBeWhole
            ? .achieved : bounds.upper > 0 ? best(below: control) : .notAchieved,
          basis: isSaid ? .practices : .nothing)
      })
  }

  /// Practices that certainly leave something open still allow a partial grade, where there is one.
  private static func best(below control: Control) -> OutcomeGrade {
    (control.indicators?.partiallyAchieved ?? 0) > 0 ? .partiallyAchieved : .notAchieved
  }

  /// How much of an outcome its indicators show, for coverage and verdict: the share of the
  /// achieved column that is true, and nothing when one of the not-achieved column is true. Whole
  /// exactly when the outcome is achieved. The share is our reading; the framework only grades.
  static func bounds(
    _ counts: Control.IndicatorCounts, holds: (_ column: Column, _ number: Int) -> Bool?
  ) -> Bounds {
    func share(open: Bool) -> Double {
      let isDenied = (0..<counts.notAchieved).contains { holds(.notAchieved, $0 + 1) ?? !open }
      guard !isDenied, counts.achieved > 0 else { return 0 }
      let held = (0..<counts.achieved).count { holds(.achieved, $0 + 1) ?? open }
      return Double(held) / Double(counts.achieved)
    }
    return Bounds(share(open: false), share(open: true))
  }
}
