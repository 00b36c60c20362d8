/// The symbolic links that an operation follows.
///
/// The rule is applied by the call that opens a file, not by a check before this call. So the rule holds even if a link
/// replaces a folder at the last moment.
package enum LinkRule: Sendable, Hashable {
  /// All links. This rule is for paths that the user gave.
  case all
  /// Links whose target is inside a folder. The folder itself may be reached through a link.
  case within(String)
  /// No symbolic link below a folder.
  case none(below: String)
}
