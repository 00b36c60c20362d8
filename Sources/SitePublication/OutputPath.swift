import Encodings
import Files
import SitePlanning

/// Names and paths in the output folder. Handles text only, without disk access.
package enum OutputPath {
  /// Trousse's own folder in the output.
  package static let folder = ".trousse"

  /// The path, in the output, of the lock file.
  static let lock = folder + "/lock.json"

  private static let stagedPrefix = ".trousse-staged-"
  private static let stagedLength = 16

  /// Whether a path leads to a file inside the output folder and outside Trousse's own folder.
  package static func isConfined(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !["", ".", ".."].contains($0) } && !path.utf8.contains(0) && parts.first != folder[...]
  }

  /// Whether a published file is a page. Only its path tells: a record has no ``StagedFile/role``.
  static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }

  /// The path of the folder that contains a file; empty if this folder is the output folder.
  package static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The folders above a file, outermost first, without the output folder.
  package static func folders(above path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }

  /// Whether a path belongs to a theme file with a fingerprint in its name.
  static func isFingerprinted(_ path: String) -> Bool {
    guard parent(path) == SitePlan.assetFolder else { return false }
    return Path.name(path).split(separator: ".").dropFirst().contains { part in
      part.utf8.count == Digest.fingerprintLength && part.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
  }

  /// The temporary path of a file, before the file is renamed to its final path. The temporary file is in the same
  /// folder, is hidden, and does not have the extension of a page. Its name contains a digest of the final path, and so
  /// has a fixed length. Therefore a file whose final name has the maximum length can also be staged.
  static func staged(_ path: String) -> String {
    Path.join(parent(path), stagedPrefix + Digest.sha256(Array(path.utf8)).prefix(stagedLength))
  }

  static func isStaged(_ name: String) -> Bool {
    guard name.hasPrefix(stagedPrefix) else { return false }
    let digest = name.utf8.dropFirst(stagedPrefix.utf8.count)
    return digest.count == stagedLength && digest.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}
