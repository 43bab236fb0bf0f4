/// Numbers inside text cells.
enum CSVNumber {
  /// At most four decimals, without trailing zeros.
  static func text(_ number: Double) -> String {
    let units = Int((number * 10_000).rounded())
    guard units % 10_000 != 0 else { return String(units / 10_000) }
    var fraction = String(units % 10_000 + 10_000).dropFirst()
    while fraction.last == "0" { fraction = fraction.dropLast() }
    return "\(units / 10_000).\(fraction)"
  }
}
