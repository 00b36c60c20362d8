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

  /// A pattern in which a word in braces, such as `{fichier}`, stands for a path.
  static func filling(_ pattern: String, _ word: String, with file: String) -> String {
    let path = file.split(separator: "/").map { escapeSegment(String($0)) }.joined(separator: "/")
    return pattern.replacing(word, with: path)
  }

  /// The address that begins a mail with a subject (RFC 6068).
  static func mail(to address: String, subject: String) -> String {
    let unreserved = CharacterSet.alphanumerics.intersection(.urlQueryAllowed).union(CharacterSet(charactersIn: "-._~"))
    let escaped = { (text: String) in text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }
    return "mailto:" + escaped(address).replacing("%40", with: "@") + "?subject=" + escaped(subject)
  }

  private static func escapeSegment(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(CharacterSet(charactersIn: ":")))
      ?? text
  }

  private static func escapeFragment(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? text
  }
}
