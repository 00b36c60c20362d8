import Foundation

/// Addresses within the site: always relative to the page that holds them, always naming a file, so that the same folder
/// works from a server, in a subfolder of one, and from a disk.
enum Address {
  /// The address of a file as seen from another one, both given by their paths in the output.
  static func relative(from page: String, to target: String, anchor: String? = nil) -> String {
    let fragment = anchor.map { "#" + escapeFragment($0) } ?? ""
    if page == target, anchor != nil { return fragment }
    let here = page.split(separator: "/").dropLast()
    let there = target.split(separator: "/")
    var common = 0
    while common < here.count, common < there.count - 1, here[common] == there[common] { common += 1 }
    let up = Array(repeating: "..", count: here.count - common)
    let down = there[common...].map { escapeSegment(String($0)) }
    return (up + down).joined(separator: "/") + fragment
  }

  /// The address of a file in a repository: `{fichier}` in a pattern stands for its path.
  static func filling(_ pattern: String, with file: String) -> String {
    let path = file.split(separator: "/").map { escapeSegment(String($0)) }.joined(separator: "/")
    return pattern.replacing("{fichier}", with: path)
  }

  private static func escapeSegment(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(CharacterSet(charactersIn: ":")))
      ?? text
  }

  private static func escapeFragment(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? text
  }
}
