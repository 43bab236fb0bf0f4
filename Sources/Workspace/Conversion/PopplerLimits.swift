/// What the process that converts a PDF may use.
struct PopplerLimits: Sendable {
  /// Seconds of processor time.
  var processorSeconds = 4
  /// Seconds that we wait, longer because the machine may be busy.
  var waitSeconds = 20
  /// Kilobytes of address space.
  var kilobytes = 512 << 10
  /// Bytes of XML.
  var outputBytes = 16 << 20

  /// What each of two processes may use that share the work.
  var halved: PopplerLimits {
    var half = self
    half.processorSeconds = max(1, processorSeconds / 2)
    half.kilobytes = kilobytes / 2
    return half
  }
}
