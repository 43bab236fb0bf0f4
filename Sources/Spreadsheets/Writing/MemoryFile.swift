internal import CXLSXWriter
internal import Diagnostics
internal import Glibc

/// A file that has a path but lies in memory: libxlsxwriter 1.1.4 writes only to paths, and what
/// it writes says where a lab is weak.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  init() throws(Refusal) {
    // 1: MFD_CLOEXEC.
    descriptor = unsafe memfd_create("workbook", 1)
    guard descriptor >= 0 else { throw Self.failure(errno) }
  }

  deinit { close(descriptor) }

  /// Good in this process while the value lives.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// All that was written.
  func bytes() throws(Refusal) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw Self.failure(errno) }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(done))
      }
      guard count > 0 else { throw Self.failure(errno) }
      done += count
    }
    return bytes
  }

  private static func failure(_ number: Int32) -> Refusal {
    let reason = unsafe String(cString: strerror(number))
    return Refusal("cannot-write", "the workbook cannot be put together: \(reason)")
  }
}
