/// What to do with a file that is in the way of the site: one that Trousse did not write, or that changed since.
public enum ForeignFiles: Sendable, Hashable {
  /// The file stays, and nothing is published.
  case refuse
  /// The file is replaced, or removed if the site no longer has it. A symbolic link is replaced itself, never its
  /// target. A folder stays, and so does a file in the place of a folder that the site needs.
  case takeOver
}
