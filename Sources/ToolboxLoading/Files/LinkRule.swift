/// The symbolic links that an operation follows.
///
/// The rule applies to the `open` calls themselves, not to an earlier check: a folder that becomes a link in between is
/// treated as a link.
public enum LinkRule: Sendable, Hashable {
  /// All links: the user gave the path.
  case all
  /// Links whose target is inside a folder. The folder itself may be reached through a link.
  case within(String)
  /// No links below a folder.
  case none(below: String)
}
