/// The processors that this program may use, which may be fewer than the machine has.
enum Processors {
  /// How many there are; 1 where the system does not say.
  static var count: Int {
    guard let status = try? FileReading.bytes(of: "/proc/self/status", limit: 1 << 16) else {
      return 1
    }
    return count(inStatus: String(decoding: status, as: UTF8.self))
  }

  /// The bits of the mask, in hex digits with commas between groups: `Cpus_allowed:	00000000,00000003`.
  static func count(inStatus text: String) -> Int {
    let name = "Cpus_allowed:"
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    let bits = (line?.dropFirst(name.count) ?? "").reduce(0) {
      $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0)
    }
    return max(1, bits)
  }
}
