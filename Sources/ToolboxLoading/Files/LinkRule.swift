/// Which symbolic links are followed on the way to what is read.
///
/// The rule holds for the very opening, not for a look beforehand: what becomes a link in between is treated as one.
public enum LinkRule: Sendable, Hashable {
  /// All of them: somebody named the path.
  case all
  /// Those that lead to something in a folder. How that folder itself is reached does not matter.
  case within(String)
  /// None below a folder.
  case none(below: String)
}
