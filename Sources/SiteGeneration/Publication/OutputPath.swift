import Encodings
import ToolboxLoading

/// Names and paths in the output folder. Handles text only, without disk access.
enum OutputPath {
  /// Trousse's own folder in the output.
  static let folder = ".trousse"

  /// The path, in the output, of the lock file.
  static let lock = folder + "/lock.json"

  private static let stagedPrefix = ".trousse-staged-"
  private static let stagedLength = 16

  /// Whether a path from a record stays in the output, and outside of Trousse's own folder.
  static func isConfined(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !["", ".", ".."].contains($0) } && !path.utf8.contains(0) && parts.first != folder[...]
  }

  static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }

  /// The folder of a file, empty for the output itself.
  static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The folders above a file, outermost first, without the output folder.
  static func folders(above path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }

  /// Whether a path belongs to a theme file with a fingerprint in its name.
  static func isFingerprinted(_ path: String) -> Bool {
    guard parent(path) == SitePlan.assetFolder else { return false }
    return Path.name(path).split(separator: ".").dropFirst().contains { part in
      part.utf8.count == Digest.fingerprintLength && part.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
  }

  /// The path of a file before it is renamed into place: in the same folder, hidden, without the extension of a page.
  /// The name is a digest of the path, so that a file whose name has the maximum length can be staged too.
  static func staged(_ path: String) -> String {
    Path.join(parent(path), stagedPrefix + Digest.sha256(Array(path.utf8)).prefix(stagedLength))
  }

  static func isStaged(_ name: String) -> Bool {
    guard name.hasPrefix(stagedPrefix) else { return false }
    let digest = name.utf8.dropFirst(stagedPrefix.utf8.count)
    return digest.count == stagedLength && digest.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}
