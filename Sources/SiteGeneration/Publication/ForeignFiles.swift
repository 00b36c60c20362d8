/// What is done with a file that is in the way of the site and that Trousse did not write, or that somebody changed since.
public enum ForeignFiles: Sendable, Hashable {
  /// It stays, and nothing is published.
  case refuse
  /// It is replaced, or removed where the site has no such file any more. Of a symbolic link, the link is, never what it
  /// leads to. A folder is not a file: it stays, and so does what stands where the site needs a folder.
  case takeOver
}
