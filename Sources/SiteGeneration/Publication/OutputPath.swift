import Encodings
import ToolboxLoading

/// Names in the output folder, as text; never asks the disk.
enum OutputPath {
  /// The folder in the output that is Trousse's own.
  static let folder = ".trousse"

  /// The path, in the output, of the lock of whoever publishes.
  static let lock = folder + "/lock.json"

  private static let stagedPrefix = ".trousse-staged-"
  private static let stagedLength = 16

  /// Whether a path that was read from a file stays in the output, and out of what is not published.
  static func isConfined(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !["", ".", ".."].contains($0) } && !path.utf8.contains(0) && parts.first != folder[...]
  }

  /// Whether a file is a page.
  static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }

  /// The folder of a file, empty for the output itself.
  static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The folders that a file stands in, outermost first; the output itself is not among them.
  static func folders(above path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }

  /// Whether a path is that of a file of the theme whose name changes with its content.
  static func isFingerprinted(_ path: String) -> Bool {
    guard parent(path) == SitePlan.assetFolder else { return false }
    return Path.name(path).split(separator: ".").dropFirst().contains { part in
      part.utf8.count == Digest.fingerprintLength && part.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
  }

  /// Where a file waits before it takes its place: in the same folder, hidden, without the ending of a page. The name is
  /// made from the file's by its hash, so that one that is as long as the system allows has one too.
  static func staged(_ path: String) -> String {
    Path.join(parent(path), stagedPrefix + Digest.sha256(Array(path.utf8)).prefix(stagedLength))
  }

  /// Whether a name is that of a file that waits.
  static func isStaged(_ name: String) -> Bool {
    guard name.hasPrefix(stagedPrefix) else { return false }
    let digest = name.utf8.dropFirst(stagedPrefix.utf8.count)
    return digest.count == stagedLength && digest.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}
