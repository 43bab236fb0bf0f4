public import ControlModel
public import Diagnostics
internal import FoundationEssentials
internal import NativeFormats

/// Where reviewers' verdicts are kept: one file for each set and reviewer.
public struct ReviewStore: Sendable {
  /// The directory.
  public var directory: String

  /// Keeps reviews in `directory`.
  public init(directory: String) { self.directory = directory }

  /// The shipped reviews of a library.
  public init(of location: LibraryLocation) { directory = "\(location.mappings)/reviews" }

  /// Every review; none when the directory does not exist.
  ///
  /// - Throws: every problem of every file at once.
  public func all() throws(Refusal) -> [MappingReview] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    var reviews: [MappingReview] = []
    var problems: [Diagnostic] = []
    for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
      let path = "\(directory)/\(name)"
      do throws(Refusal) {
        reviews.append(
          try ReviewFormat.decode(try FileReading.bytes(of: path), file: path))
      } catch {
        problems += error.diagnostics
      }
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    return reviews
  }

  /// The review of one set by one reviewer; a new one when there is none yet.
  public func review(of set: MappingSetID, by reviewer: String) throws(Refusal) -> MappingReview {
    let path = path(of: set, by: reviewer)
    guard FileManager.default.fileExists(atPath: path) else {
      return MappingReview(set: set, reviewer: reviewer)
    }
    return try ReviewFormat.decode(try FileReading.bytes(of: path), file: path)
  }

  /// Writes a review, as a whole.
  public func save(_ review: MappingReview) throws(Refusal) {
    try FileWriting.makeDirectory(directory)
    try FileWriting.replace(
      path(of: review.set, by: review.reviewer), with: Array(ReviewFormat.encode(review).utf8))
  }

  /// The file of a review; the reviewer's name is reduced to letters, digits and hyphens.
  public func path(of set: MappingSetID, by reviewer: String) -> String {
    let name = reviewer.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return "\(directory)/\(set).\(String(name)).yaml"
  }
}
