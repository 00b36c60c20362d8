import CZlib

/// The number of bytes that the transfer of a file takes. Only this file compresses.
enum TransferSize {
  /// The size of a file as servers send it: texts with gzip (RFC 1952), other files unchanged. The overhead of HTTP is
  /// not counted.
  static func of(_ file: StagedFile) -> Int {
    let ending = file.path.split(separator: ".").last?.lowercased() ?? ""
    return compressed.contains(ending) ? gzip(file.bytes) : file.bytes.count
  }

  /// The types that servers compress by default. Pictures, fonts and PDF files are compressed already.
  private static let compressed: Set<String> = ["html", "css", "js", "mjs", "json", "svg", "txt", "xml", "webmanifest"]

  /// The default level of Apache and of zlib.
  private static let level: Int32 = 6
  /// A gzip stream has 18 bytes around the compressed ones (RFC 1952, 2.3), a zlib stream 6 (RFC 1950, 2.2).
  private static let wrapping = 18 - 6

  static func gzip(_ bytes: [UInt8]) -> Int {
    var length = compressBound(uLong(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&output, &length, bytes, uLong(bytes.count), level)
    // Compression fails only for lack of memory; the size of the file is then a safe upper bound.
    return status == Z_OK ? Int(length) + wrapping : bytes.count
  }
}
