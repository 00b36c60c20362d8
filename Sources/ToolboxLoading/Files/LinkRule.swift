/// The symbolic links that an operation follows.
///
/// The `open` calls themselves apply the rule, not an earlier check. So a folder that is replaced by a link after a
/// check is still treated as a link.
public enum LinkRule: Sendable, Hashable {
  /// All links, because the user gave the path.
  case all
  /// Links whose target is inside a folder. The folder itself may be reached through a link.
  case within(String)
  /// No symbolic link below a folder.
  case none(below: String)
}
