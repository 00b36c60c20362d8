import CZlib

/// How many bytes of a file cross the network. The only file that compresses.
enum TransferSize {
  /// The size of a file as servers send it: texts through gzip (RFC 1952), anything else as it is. What HTTP adds is not
  /// counted.
  static func of(_ file: StagedFile) -> Int {
    let ending = file.path.split(separator: ".").last?.lowercased() ?? ""
    return compressed.contains(ending) ? gzip(file.bytes) : file.bytes.count
  }

  /// What servers compress as a matter of course; pictures, fonts and PDF files are compressed in themselves.
  private static let compressed: Set<String> = ["html", "css", "js", "mjs", "json", "svg", "txt", "xml", "webmanifest"]

  /// Apache's level, and zlib's own.
  private static let level: Int32 = 6
  /// A gzip stream has 18 bytes around the compressed ones (RFC 1952, 2.3), a zlib stream 6 (RFC 1950, 2.2).
  private static let wrapping = 18 - 6

  static func gzip(_ bytes: [UInt8]) -> Int {
    var length = compressBound(uLong(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&output, &length, bytes, uLong(bytes.count), level)
    // Only memory can be lacking: the size as it is errs on the safe side.
    return status == Z_OK ? Int(length) + wrapping : bytes.count
  }
}
