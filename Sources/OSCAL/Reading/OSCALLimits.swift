internal import Markup
internal import YAMLEvents

/// How many values a document may have, whatever its form: what one costs does not depend on its
/// length, and 64 MiB can hold six million.
///
/// SP 800-53 has some 100,000 values in JSON; documents at these limits take 2 s and 450 MiB.
enum OSCALLimits {
  /// Texts, objects and lists in JSON.
  static let values = 1_000_000

  /// Elements are fewer than values: attributes and texts are values too.
  static let markup = MarkupLimits(elements: 600_000, attributes: 1_200_000)

  /// Each key and each end counts as a value too.
  static let yaml: YAMLParser.Limits = {
    var limits = YAMLParser.Limits()
    limits.nodes = 1_500_000
    return limits
  }()
}
