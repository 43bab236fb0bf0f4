/// Words that the Guidelines and the Machine learning principles print only once, over the end of a
/// line.
extension JoinedWords {
  /// Those of the Guidelines.
  static let guidelines = JoinedWords([
    "nonai": "non-ai", "metaor": "meta- or", "meta-or": "meta- or",
    "out-ofdistribution": "out-of-distribution",
    "privacyenhancing": "privacy-enhancing",
  ])

  /// Those of the Machine learning principles.
  static let principles = JoinedWords(["rulebased": "rule-based", "rolebased": "role-based"])
}
