internal import Diagnostics

/// What an event says, without the C union.
enum YAMLEvent {
  case scalar(YAMLNode.Scalar, anchor: String?)
  case mappingStart(SourceLocation, anchor: String?)
  case sequenceStart(SourceLocation, anchor: String?)
  case alias(String, SourceLocation)
  case end
  case documentStart(SourceLocation)
  case documentEnd
  case streamEnd
  case other

  /// Where a mapping or list starts.
  var start: SourceLocation? {
    switch self {
    case .mappingStart(let location, _), .sequenceStart(let location, _),
      .alias(_, let location):
      location
    case .scalar, .end, .documentStart, .documentEnd, .streamEnd, .other: nil
    }
  }
}
