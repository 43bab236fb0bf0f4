/// A paragraph, heading or list point of a laid-out document, its lines joined.
struct LayoutBlock: Hashable {
  /// White space folded, footnote markers out.
  var text: String
  /// The same with the markers.
  var rawText: String
  /// The markers: small raised digits.
  var footnoteMarkers: [String] = []
  /// Size of the type.
  var size: Double
  /// Whether all of it is bold.
  var isBold: Bool
  /// Left edge of the bullet, when it is a point of a list.
  var bulletLeft: Double?
  /// The page where it starts, from 1.
  var page: Int
}
