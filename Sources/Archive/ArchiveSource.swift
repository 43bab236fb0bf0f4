internal import CLibZip

/// Bytes in the hands of libzip.
enum ArchiveSource {
  /// A copy of `bytes`, which libzip frees with the source.
  static func copying(_ bytes: [UInt8]) throws(ArchiveFailure) -> OpaquePointer {
    let source = unsafe bytes.withUnsafeBytes { buffer in
      unsafe cw_zip_source_copying(buffer.baseAddress, buffer.count)
    }
    guard let source = unsafe source else {
      throw ArchiveFailure(.system, "needs more memory than there is")
    }
    return unsafe source
  }
}
