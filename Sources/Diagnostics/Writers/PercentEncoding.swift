/// Writes paths as they stand in an address.
enum PercentEncoding {
  /// A path with `/` between its parts, where all but the unreserved characters of RFC 3986 are encoded as UTF-8. A
  /// colon is encoded too, so that the first part of a relative path never passes for a scheme.
  static func path(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": result.unicodeScalars.append(scalar)
      default: result += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
