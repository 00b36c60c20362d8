/// How to treat a file at a path of the site that Trousse did not write, or that changed after Trousse wrote it.
public enum ForeignFiles: Sendable, Hashable {
  /// The file stays, and nothing is published.
  case refuse
  /// The file is replaced, or removed if the site no longer has it. A symbolic link is replaced, but never its target.
  /// A folder stays, and so does a file in the place of a folder that the site needs.
  case takeOver
}
