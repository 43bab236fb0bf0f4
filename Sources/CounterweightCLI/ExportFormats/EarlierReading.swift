internal import ArgumentParser
internal import ControlModel
internal import Diagnostics
internal import Exporters
internal import Scoring
internal import Workspace

/// What `--since` names: a day, or a file with an earlier result.
enum Since: ExpressibleByArgument {
  case day(CalendarDate)
  case file(String)

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    self = CalendarDate(argument).map { .day($0) } ?? .file(argument)
  }
}

extension ExportRequest {
  /// Bytes of the largest earlier result that is read.
  private static let resultLimit = 64 << 20

  /// The result that `--since` names; nil without it.
  func earlier() throws -> EarlierResult? {
    switch since {
    case nil: return nil
    case .day(let day):
      guard day < result.input.asOf else {
        throw Refusal(
          "since-not-earlier", "--since \(day) is not before the day of the result",
          hints: ["the result is as of \(result.input.asOf)"])
      }
      return EarlierResult(scored.result(asOf: day))
    case .file(let file) where file.allSatisfy { $0.isNumber || "-./".contains($0) }:
      throw Refusal(
        "since-no-day", "--since \(file) is no day", hints: ["a day is written YYYY-MM-DD"])
    case .file(let file):
      let bytes = try FileReading.bytes(of: file, limit: Self.resultLimit)
      return try EarlierResult.decode(bytes, file: file)
    }
  }
}
