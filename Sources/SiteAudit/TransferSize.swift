import CZlib
import SitePlanning

/// Computes the number of bytes that a server sends for a file. No other source file of Trousse compresses data.
package enum TransferSize {
  /// The size of a file as servers send it. Texts are compressed with gzip (RFC 1952), and other files are sent
  /// unchanged. The headers of HTTP are not counted.
  package static func of(_ file: StagedFile) -> Int {
    let ending = file.path.split(separator: ".").last?.lowercased() ?? ""
    return compressed.contains(ending) ? gzip(file.bytes) : file.bytes.count
  }

  /// The extensions of the files that servers compress by default. Pictures, fonts and PDF files are compressed
  /// already.
  private static let compressed: Set<String> = ["html", "css", "js", "mjs", "json", "svg", "txt", "xml", "webmanifest"]

  /// The compression level that Apache and zlib use by default.
  private static let level: Int32 = 6
  /// The bytes by which a gzip stream is longer than a zlib stream. Gzip adds 18 bytes to the compressed data (RFC
  /// 1952, 2.3), and zlib adds 6 bytes (RFC 1950, 2.2).
  private static let wrapping = 18 - 6

  static func gzip(_ bytes: [UInt8]) -> Int {
    var length = compressBound(uLong(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&output, &length, bytes, uLong(bytes.count), level)
    // Compression fails only if there is not enough memory. The size of the file is then used as an upper bound.
    return status == Z_OK ? Int(length) + wrapping : bytes.count
  }
}
